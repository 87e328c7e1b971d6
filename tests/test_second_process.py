"""Files that a second process makes while the first goes on: the same bytes, whatever becomes of that process."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.render import Output
from generators.second_process import RENDERER, made_ahead


@pytest.fixture(autouse=True)
def _not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if no test before had drawn a chart in this process."""
    monkeypatch.delitem(sys.modules, RENDERER, raising=False)


def by_whom(path: str) -> Output:
    """A file that says which process made it."""
    return Output(path, "key", lambda: str(os.getpid()).encode())


def test_another_process_makes_them(tmp_path: Path) -> None:
    with made_ahead([by_whom("a.csv"), by_whom("b.csv")], tmp_path / "ahead") as ahead:
        makers = {int(output.make()) for output in ahead}
        assert [output.path for output in ahead] == ["a.csv", "b.csv"]
    assert len(makers) == 1
    assert makers != {os.getpid()}


def test_nothing_is_left_of_it(tmp_path: Path) -> None:
    with made_ahead([by_whom("a.csv")], tmp_path / "ahead") as ahead:
        process = int(ahead[0].make())
    assert not list(tmp_path.iterdir())
    with pytest.raises(ChildProcessError):
        os.waitpid(process, os.WNOHANG)


def test_nobody_waits_for_what_is_not_asked_for(tmp_path: Path) -> None:
    with made_ahead([Output("a.csv", "key", endless)], tmp_path / "ahead"):
        pass
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0])
def test_what_it_could_not_make_is_made_by_whoever_asks(
    tmp_path: Path, end: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    here = os.getpid()

    def only_here() -> bytes:
        if os.getpid() != here:
            end()
        return b"made here"

    with made_ahead([by_whom("a.csv"), Output("b.csv", "key", only_here)], tmp_path / "ahead") as ahead:
        assert ahead[1].make() == b"made here"
        assert int(ahead[0].make()) != here
    capfd.readouterr()


def test_a_reason_is_told_to_whoever_asks(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> bytes:
        raise OSError("no space left")

    with made_ahead([Output("a.csv", "key", fail)], tmp_path / "ahead") as ahead, pytest.raises(OSError, match="space"):
        ahead[0].make()
    capfd.readouterr()


def test_what_an_earlier_run_left_is_not_taken_for_its_own(tmp_path: Path) -> None:
    (tmp_path / "ahead").mkdir()
    (tmp_path / "ahead" / "0").write_bytes(b"old")
    with made_ahead([by_whom("a.csv")], tmp_path / "ahead") as ahead:
        assert ahead[0].make() != b"old"


def endless() -> bytes:
    """Never comes to an end by itself."""
    signal.pause()
    return b""
