"""Work that a second process shares with this one: both processors of a small machine are used."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from math import ceil
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, NoReturn, TypeVar

Turn = TypeVar("Turn")
Result = TypeVar("Result")
RENDERER = "vl_convert"
WORTH_SHARING = 300
"""Files; fewer are made sooner by one process than two can start."""
MOST_TURNS, BYTES = 2000, 2
"""So many turns, each a number of so many bytes, lie in any pipe at once, and are read whole."""


def can_share() -> bool:
    """Whether a copy of this process can work. Not once a chart was drawn: a copy has no threads of the renderer."""
    return hasattr(os, "fork") and RENDERER not in sys.modules


@contextmanager
def meanwhile(work: Callable[[], Result]) -> Iterator[Callable[[], Result | None]]:
    """What comes of some work that a second process already does; who asks for it waits until it is done.

    None if it could not do it: whoever asks does it then, so that the reason is told where it is understood.
    """
    if not can_share():
        yield lambda: None
        return
    ours, theirs = get_context("fork").Pipe(duplex=False)
    child = os.fork()
    if not child:
        leave_with(lambda: theirs.send(work()))
    theirs.close()
    try:
        yield cache(partial(_received, ours))
    finally:
        ours.close()
        os.kill(child, signal.SIGKILL)  # it has ended, unless something went wrong here
        os.waitpid(child, 0)


def in_two(do: Callable[[Turn], Result], turns: Sequence[Turn]) -> list[Result]:
    """What comes of doing something with each of these, in their order. A second process takes turns with this one.

    There are as many as MOST_TURNS at most, and enough work in them that it is worth a process.
    """
    if not can_share():
        return [do(turn) for turn in turns]
    numbers = _numbers(len(turns))
    ours, theirs = get_context("fork").Pipe(duplex=False)
    child = os.fork()
    if not child:
        leave_with(lambda: theirs.send(_done(do, turns, numbers)))
    theirs.close()
    try:
        found = _done(do, turns, numbers)
        theirs_found: dict[int, Result] | None = _received(ours)
        found |= theirs_found or {}
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(numbers)
        ours.close()
        os.waitpid(child, 0)
    # What it could not do is done here, so that the reason is told where it is understood.
    return [found[at] if at in found else do(turn) for at, turn in enumerate(turns)]


def in_parts(do: Callable[[Sequence[Turn]], Result], items: Sequence[Turn]) -> list[Result]:
    """What comes of doing something with all of these, some at a time: in two processes when they are many."""
    return in_two(do, together(items)) if len(items) >= WORTH_SHARING else [do(items)]


def together(items: Sequence[Turn]) -> list[Sequence[Turn]]:
    """Many of these, in as few turns as there may be."""
    size = max(1, ceil(len(items) / MOST_TURNS))
    return [items[at : at + size] for at in range(0, len(items), size)]


def leave_with(work: Callable[[], object]) -> NoReturn:
    """Do the work of the second process, and end it without anything that the first one has begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is told to stop as well, and ends this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        work()
    except BaseException:
        os._exit(1)
    os._exit(0)


def _numbers(count: int) -> int:
    """What hands out each number below this one once, to whichever process asks first: a pipe that holds them all."""
    numbers, waiting = os.pipe()
    os.write(waiting, b"".join(at.to_bytes(BYTES, "big") for at in range(count)))
    os.close(waiting)
    return numbers


def _done(do: Callable[[Turn], Result], turns: Sequence[Turn], numbers: int) -> dict[int, Result]:
    """What came of the turns that this process took, by their number."""
    return {at: do(turns[at]) for at in _taken(numbers)}


def _taken(numbers: int) -> Iterator[int]:
    for number in iter(partial(os.read, numbers, BYTES), b""):
        yield int.from_bytes(number, "big")


def _received(ours: Connection) -> Any:
    """What the other process found; None if it did not come to an end."""
    try:
        return ours.recv()
    except EOFError:
        return None
