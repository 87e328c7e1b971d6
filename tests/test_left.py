"""What a build knows of the folders that earlier ones left, and what it need not look at again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.site.left import left
from generators.site.manifest import whole_folder
from generators.site.seal import Seal
from generators.site.store import Store, assemble
from generators.stage import tree

SITE = {"index.html": "home", "a/index.html": "A", "a/b/c.csv": "1,2"}


class Made:
    """A project with both folders of its site, and a staged tree."""

    def __init__(self, root: Path) -> None:
        self.root, self.folders = root, root / ".scrutiny" / "sites" / "one"
        self.store = Store(root / ".scrutiny" / "store")
        for key in SITE.values():
            self.store.keep(key, key.encode())
        self.store.save()
        for live in (None, self.folders / "a"):
            assemble(SITE, self.store, self.folders, live)
        (tree(root) / "a").mkdir(parents=True)
        (tree(root) / "a" / "index.md").write_text("A")

    def whole(self) -> set[str]:
        return set(left(self.root, self.folders).whole)


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path)


def test_both_folders_are_whole_and_the_staged_files_are_named(made: Made) -> None:
    assert left(made.root, made.folders) == ({"a/index.md"}, {"a", "b"})


def test_before_the_first_build_there_is_nothing(tmp_path: Path) -> None:
    assert left(tmp_path, tmp_path / "sites") == (set(), set())


def put_anew(file: Path) -> None:
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content[::-1] or b"!")
    os.utime(file, (1, 1))


def joined(file: Path) -> None:
    file.with_name("stranger.html").write_text("mine")


def led_away(file: Path) -> None:
    file.unlink()
    file.symlink_to("/etc/hostname")


@pytest.mark.parametrize("hurt", [put_anew, joined, led_away, Path.unlink])
def test_a_folder_into_which_somebody_wrote_is_not_whole(made: Made, hurt: Callable[[Path], object]) -> None:
    hurt(made.folders / "b" / "a" / "b" / "c.csv")
    assert made.whole() == {"a"}


def test_a_file_edited_through_one_folder_is_the_same_in_both(made: Made) -> None:
    with (made.folders / "a" / "index.html").open("a") as file:
        file.write("!")
    assert made.whole() == set()


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_text("{")])
def test_a_folder_whose_list_cannot_be_read_is_not_whole(made: Made, spoil: Callable[[Path], object]) -> None:
    spoil(made.folders / "a.json")
    assert made.whole() == {"b"}


def test_nothing_is_whole_where_no_file_is_known(made: Made) -> None:
    made.store.folder.with_suffix(".json").unlink()
    assert made.whole() == set()


def test_of_a_folder_that_is_whole_only_what_is_put_in_is_looked_at(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(path: str, _found: os.stat_result, _seal: Seal) -> bool:
        looked.append(path)
        return True

    monkeypatch.setattr("generators.site.manifest.is_whole", look)
    made.store.keep("new", b"new")
    contents = {**SITE, "new.html": "new"}
    for whole, expected in (((), 4), (("a", "b"), 1)):
        looked.clear()
        live = assemble(SITE, made.store, made.folders, made.folders / "b")
        folder = whole_folder(contents, made.store, made.folders, live, whole)
        assert len(looked) == expected
        assert f"{folder}/new.html" in looked
