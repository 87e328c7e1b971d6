"""Files that a second process makes while the first goes on: the same bytes, whatever becomes of that process."""

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from generators.made_ahead import made_ahead
from generators.problem import Problem, Problems
from generators.render import Output
from generators.second_process import MOST_TURNS, RENDERER, in_two, meanwhile, together
from generators.stage import files_in, keys, staging


@pytest.fixture(autouse=True)
def _not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if no test before had drawn a chart in this process."""
    monkeypatch.delitem(sys.modules, RENDERER, raising=False)


def by_whom(path: str) -> Output:
    """A file that says which process made it."""
    return Output(path, "key", lambda: str(os.getpid()).encode())


def maker_of(output: Output) -> int:
    """The process that put the file where it is awaited."""
    made = output.awaited() if output.awaited else None
    assert made, "no other process makes it"
    return int(made.read_bytes())


def test_another_process_makes_them(tmp_path: Path) -> None:
    with made_ahead([by_whom("a.csv"), by_whom("b.csv")], tmp_path / "ahead") as ahead:
        makers = {maker_of(output) for output in ahead}
        assert [output.path for output in ahead] == ["a.csv", "b.csv"]
    assert len(makers) == 1
    assert makers != {os.getpid()}


def test_nothing_is_left_of_it(tmp_path: Path) -> None:
    with made_ahead([by_whom("a.csv")], tmp_path / "ahead") as ahead:
        process = maker_of(ahead[0])
    assert not list(tmp_path.iterdir())
    with pytest.raises(ChildProcessError):
        os.waitpid(process, os.WNOHANG)


def test_nobody_waits_for_what_is_not_asked_for(tmp_path: Path) -> None:
    with made_ahead([Output("a.csv", "key", endless)], tmp_path / "ahead"):
        pass
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0])
def test_what_it_could_not_make_is_made_by_whoever_stages_it(
    tmp_path: Path, end: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    here = os.getpid()

    def only_here() -> bytes:
        if os.getpid() != here:
            end()
        return b"made here"

    outputs = [by_whom("a.csv"), Output("data/b.csv", "key", only_here)]
    with made_ahead(outputs, tmp_path / "ahead") as ahead, staging(ahead, tmp_path / "stage"):
        pass
    assert (tmp_path / "stage" / "data" / "b.csv").read_bytes() == b"made here"
    assert int((tmp_path / "stage" / "a.csv").read_bytes()) != here
    capfd.readouterr()


def test_a_reason_is_told_to_whoever_stages_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> bytes:
        raise OSError("no space left")

    with (
        made_ahead([Output("a.csv", "key", fail)], tmp_path / "ahead") as ahead,
        pytest.raises(OSError, match="space"),
        staging(ahead, tmp_path / "stage"),
    ):
        pass
    assert not keys(tmp_path / "stage")
    capfd.readouterr()


def test_a_page_is_staged_while_another_process_still_makes_the_data(tmp_path: Path) -> None:
    tree, finished = tmp_path / "stage", tmp_path / "finished"

    def once_finished() -> bytes:
        while not finished.exists():
            time.sleep(0.01)
        return b"data"

    page = Output("index.md", "key", lambda: b"page")
    with made_ahead([Output("data/a.csv", "key", once_finished)], tmp_path / "ahead") as ahead:
        with staging([page, *ahead], tree) as staged:
            assert [file.path for file in staged] == ["index.md", "data/a.csv"]
            assert files_in(tree) == {"index.md"}
            assert not keys(tree), "the list of keys comes last: a build that stops here counts for nothing"
            finished.touch()
        assert (tree / "data" / "a.csv").read_bytes() == b"data"
    assert keys(tree) == {"index.md": "key", "data/a.csv": "key"}


def test_what_is_staged_is_not_lost_where_something_is_wrong_with_a_page(tmp_path: Path) -> None:
    tree = tmp_path / "stage"
    with (
        pytest.raises(Problems),
        made_ahead([by_whom("a.csv")], tmp_path / "ahead") as ahead,
        staging(ahead, tree),
    ):
        raise Problems([Problem("a.md", 1, 1, "", "a link leads nowhere.")])
    assert keys(tree) == {"a.csv": "key"}
    assert files_in(tree) == {"a.csv"}


def test_whoever_is_stopped_does_not_wait(tmp_path: Path) -> None:
    with (
        pytest.raises(KeyboardInterrupt),
        made_ahead([Output("a.csv", "key", endless)], tmp_path / "ahead") as ahead,
        staging(ahead, tmp_path / "stage"),
    ):
        raise KeyboardInterrupt
    assert not keys(tmp_path / "stage")


def test_what_an_earlier_run_left_is_not_taken_for_its_own(tmp_path: Path) -> None:
    (tmp_path / "ahead").mkdir()
    (tmp_path / "ahead" / "0").write_bytes(b"old")
    with made_ahead([by_whom("a.csv")], tmp_path / "ahead") as ahead:
        assert maker_of(ahead[0]) != os.getpid()


def endless() -> bytes:
    """Never comes to an end by itself."""
    signal.pause()
    return b""


def test_what_another_process_found_is_told_as_often_as_it_is_asked_for() -> None:
    with meanwhile(os.getpid) as found:
        assert found() == found() != os.getpid()
        assert found() in children()
    assert found() not in children()


@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0])
def test_what_another_process_could_not_find_is_not_there(
    end: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    with meanwhile(end) as found:
        assert found() is None
    capfd.readouterr()


def test_nobody_waits_for_what_another_process_would_find() -> None:
    before = children()
    with meanwhile(endless):
        assert children() != before
    assert children() == before


def where(turn: int) -> tuple[int, int]:
    """Which turn it was, and which process took it."""
    return turn, os.getpid()


def test_two_processes_take_turns_and_what_they_find_is_in_order() -> None:
    found = in_two(where, range(MOST_TURNS))
    assert [turn for turn, _ in found] == list(range(MOST_TURNS))
    assert len({process for _, process in found}) <= 2
    assert os.getpid() in {process for _, process in found}


def test_what_the_other_process_could_not_do_is_done_here(capfd: pytest.CaptureFixture[str]) -> None:
    here = os.getpid()

    def only_here(turn: int) -> int:
        if os.getpid() != here:
            os._exit(3)
        return turn * turn

    assert in_two(only_here, range(50)) == [turn * turn for turn in range(50)]
    capfd.readouterr()


def test_a_reason_is_told_here_and_the_other_process_is_gone() -> None:
    before = children()

    def fail(turn: int) -> int:
        raise OSError(f"no space left for {turn}")

    with pytest.raises(OSError, match="no space left"):
        in_two(fail, range(50))
    assert children() == before


def children() -> set[int]:
    """The processes that this one has begun and that are not gone."""
    me = str(os.getpid())
    status = list(Path("/proc").glob("[0-9]*/stat"))
    found = set()
    for path in status:
        with suppress(OSError):
            name, _, rest = path.read_text().rpartition(")")
            if rest.split()[1] == me:
                found.add(int(name.split()[0]))
    return found


@given(integers(0, 3 * MOST_TURNS))
def test_every_one_of_many_is_in_one_turn(count: int) -> None:
    turns = together(range(count))
    assert [one for turn in turns for one in turn] == list(range(count))
    assert len(turns) <= MOST_TURNS
