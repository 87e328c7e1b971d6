"""The staged tree: written only where something changed, whole after any interruption."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import orjson
import pytest

from generators.page import Page
from generators.render import Output
from generators.second_process import WORTH_SHARING
from generators.stage import Staged, staging, write
from tests.projects import REPOSITORY, contents

MANY = WORTH_SHARING + 1


def output(path: str, text: str, key: str = "") -> Output:
    """A file of the tree; its key is its text unless another is given."""
    return Output(path, key or text, text.encode)


def unmade(path: str, key: str) -> Output:
    """A file whose bytes nobody may ask for."""

    def fail() -> bytes:
        raise AssertionError(f"{path} is made though its key is known")

    return Output(path, key, fail)


def stage(outputs: Iterable[Output], folder: Path) -> tuple[Staged, ...]:
    """Put all of these files in the tree, and say what is there."""
    with staging(outputs, folder) as staged:
        return staged


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return tmp_path / "work" / "stage"


def test_the_tree_holds_what_is_wanted_and_nothing_else(tree: Path) -> None:
    stage([output("index.md", "home"), output("people/ada/index.md", "Ada")], tree)
    assert contents(tree) == {"index.md": b"home", "people/ada/index.md": b"Ada"}


def test_what_is_staged_is_said_in_the_order_it_was_given(tree: Path) -> None:
    page = Page("b/", "B", "t", {}, section="a/", source="content/b.yml")
    found = stage([Output("b/index.md", "1", bytes, page), output("a.csv", "2")], tree)
    assert [(file.path, file.key, file.is_page, file.section, file.source) for file in found] == [
        ("b/index.md", "1", True, "a/", "content/b.yml"),
        ("a.csv", "2", False, "", ""),
    ]


def test_a_file_with_a_known_key_is_neither_made_nor_touched(tree: Path) -> None:
    stage([output("one.md", "one", "1"), output("two.md", "two", "2")], tree)
    before = {name: (tree / name).stat() for name in ("one.md", "two.md")}
    stage([unmade("one.md", "1"), output("two.md", "new", "3")], tree)
    after = {name: (tree / name).stat() for name in ("one.md", "two.md")}
    assert (before["one.md"].st_ino, before["one.md"].st_mtime_ns) == (
        after["one.md"].st_ino,
        after["one.md"].st_mtime_ns,
    )
    assert before["two.md"].st_ino != after["two.md"].st_ino
    assert contents(tree) == {"one.md": b"one", "two.md": b"new"}


def test_when_nothing_changed_nothing_is_written_at_all(tree: Path) -> None:
    stage([output("one.md", "one")], tree)
    before = os.stat(tree.with_suffix(".json"))
    stage([unmade("one.md", "one")], tree)
    after = os.stat(tree.with_suffix(".json"))
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_file_no_longer_made_is_taken_away_with_its_empty_folder(tree: Path) -> None:
    stage([output("one.md", "one"), output("gone/deep/two.md", "two"), output("kept/three.md", "three")], tree)
    stage([output("one.md", "one"), output("kept/three.md", "three")], tree)
    assert contents(tree) == {"one.md": b"one", "kept/three.md": b"three"}
    assert not (tree / "gone").exists()


def test_a_file_that_somebody_deleted_is_made_again(tree: Path) -> None:
    stage([output("one.md", "one"), output("two.md", "two")], tree)
    (tree / "one.md").unlink()
    stage([output("one.md", "one"), unmade("two.md", "two")], tree)
    assert contents(tree) == {"one.md": b"one", "two.md": b"two"}


def test_a_file_that_somebody_put_there_is_taken_away(tree: Path) -> None:
    """Also what a stopped build left beside a file it was writing."""
    stage([output("one.md", "one")], tree)
    (tree / "one.md.123.new").write_text("half")
    stage([output("one.md", "one")], tree)
    assert contents(tree) == {"one.md": b"one"}


def test_a_file_takes_the_place_of_a_folder_and_the_other_way_round(tree: Path) -> None:
    """A paper can lose its page and the meeting get an attachment of the same name."""
    stage([output("a/one.md", "one"), output("b", "two")], tree)
    stage([output("a", "one"), output("b/two.md", "two")], tree)
    assert contents(tree) == {"a": b"one", "b/two.md": b"two"}


@pytest.mark.parametrize("index", ["", "{", "\x00\x01"])
def test_an_index_that_cannot_be_read_only_costs_time(tree: Path, index: str) -> None:
    stage([output("one.md", "one", "1")], tree)
    tree.with_suffix(".json").write_text(index)
    stage([output("one.md", "two", "2")], tree)
    assert contents(tree) == {"one.md": b"two"}


@pytest.mark.parametrize("number", [3, MANY])
def test_a_page_that_cannot_be_made_leaves_nothing_that_is_taken_for_finished(tree: Path, number: int) -> None:
    """The next run makes all that was to be made, in one process or in two."""
    stage([output(f"{n}.md", f"old {n}") for n in range(number)], tree)
    new = [output(f"{n}.md", f"new {n}") for n in range(number)]

    def fail() -> bytes:
        raise OSError("no space left")

    for broken in (number - 1, number - 2):  # one for each process
        spoilt = [Output(each.path, each.key, fail) if n == broken else each for n, each in enumerate(new)]
        with pytest.raises((OSError, RuntimeError)):
            stage(spoilt, tree)
    stage(new, tree)
    assert contents(tree) == {f"{n}.md": f"new {n}".encode() for n in range(number)}


def test_a_broken_write_leaves_the_old_file_whole(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new one is written beside it and moved in one step."""
    stage([output("one.md", "old")], tree)
    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", failing(OSError))
        with pytest.raises(OSError, match="stopped"):
            stage([output("one.md", "new")], tree)
    assert (tree / "one.md").read_bytes() == b"old"
    stage([output("one.md", "old")], tree)
    assert contents(tree) == {"one.md": b"old"}


def failing(error: type[Exception]) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error("stopped")

    return fail


@pytest.mark.parametrize("at", [1, 7, 40])
def test_a_build_that_is_killed_while_it_stages_is_made_good_by_the_next(tree: Path, at: int) -> None:
    """By a signal that it cannot answer, after so many files."""
    old, new = ([output(f"{n % 5}/{n}.md", f"{age} {n}") for n in range(50)] for age in ("old", "new"))
    stage(old, tree)
    program = f"""
import os, signal
from pathlib import Path
from generators.render import Output
from generators.second_process import WORTH_SHARING
from generators.stage import staging
def make(n):
    if n == {at}: os.kill(os.getpid(), signal.SIGKILL)
    return f"new {{n}}".encode()
new = [Output(f"{{n % 5}}/{{n}}.md", f"new {{n}}", lambda n=n: make(n)) for n in range(50)]
with staging(new, Path({str(tree)!r})):
    pass
"""
    ended = subprocess.run([sys.executable, "-c", program], check=False, cwd=REPOSITORY)
    assert ended.returncode == -signal.SIGKILL
    mixed = contents(tree)
    assert {mixed["0/0.md"], mixed["4/49.md"]} == {b"new 0", b"old 49"}
    stage(old, tree)
    assert contents(tree) == {each.path: each.make() for each in old}
    stage(new, tree)
    assert contents(tree) == {each.path: each.make() for each in new}


def test_two_processes_stage_the_same_as_one(tree: Path) -> None:
    stage([output(f"{n % 7}/{n}.md", f"text {n}") for n in range(MANY)], tree)
    assert contents(tree) == {f"{n % 7}/{n}.md": f"text {n}".encode() for n in range(MANY)}


def test_the_index_is_written_last(tree: Path) -> None:
    """While a file is being made there is none."""
    there: list[bool] = []

    def make() -> bytes:
        there.append(tree.with_suffix(".json").exists())
        return b"new"

    stage([output("one.md", "old")], tree)
    stage([Output("one.md", "new", make)], tree)
    assert there == [False]
    assert orjson.loads(tree.with_suffix(".json").read_bytes()) == {"one.md": "new"}


def test_a_hard_link_to_the_old_file_keeps_its_bytes(tmp_path: Path) -> None:
    """A new file takes the place of the old one; it is not written into it."""
    write(tmp_path / "one", b"old")
    os.link(tmp_path / "one", tmp_path / "linked")
    write(tmp_path / "one", b"new")
    assert (tmp_path / "linked").read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["linked", "one"]
