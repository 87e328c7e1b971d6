"""What is worked out from an archive is worked out once, and goes with it."""

import gc
import weakref

import pytest

from generators.archive import Archive, gather, once_per_archive
from generators.memory import give_back, held, only_what_is_new

ASKED: list[tuple[object, ...]] = []


@once_per_archive
def heads(archive: Archive, name: str, least: int) -> list[str]:
    """Something that is worked out, and that somebody counts."""
    ASKED.append((id(archive), name, least))
    return [name] * least


def nothing() -> Archive:
    """An archive without a record."""
    return gather((), (), {})


def test_of_one_archive_and_the_same_words_it_is_worked_out_once() -> None:
    ASKED.clear()
    empty = nothing()
    assert heads(empty, "a", 2) is heads(empty, "a", 2)
    assert heads(empty, "b", 2) == ["b", "b"]
    assert heads(empty, "a", 1) == ["a"]
    assert heads(nothing(), "a", 2) == ["a", "a"]
    assert len(ASKED) == 4


def test_what_was_worked_out_goes_with_its_archive() -> None:
    archive = nothing()
    heads(archive, "a", 0)
    seen = weakref.ref(archive)
    gc.disable()  # as the program does
    try:
        del archive
        assert seen() is None
    finally:
        gc.enable()


def test_what_was_there_before_is_looked_at_again_afterwards() -> None:
    before = gc.get_freeze_count()
    with only_what_is_new():
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() == 0


def test_what_is_held_is_let_go_when_memory_is_needed_or_something_else_is_held() -> None:
    first, second = nothing(), nothing()
    there = [weakref.ref(held(found)) for found in (first, second)]
    del first, second
    assert [found() is not None for found in there] == [False, True]
    give_back()
    assert there[1]() is None


def test_to_give_memory_back_is_never_a_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    give_back()
    monkeypatch.setattr("generators.memory.ctypes.CDLL", lambda _: object())
    give_back()
