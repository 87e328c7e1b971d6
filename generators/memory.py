"""What a process holds and no longer needs: a build works beside others, on machines with little to spare."""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

T = TypeVar("T")
_held: list[object] = []


@contextmanager
def only_what_is_new() -> Iterator[None]:
    """Inside, `gc.collect(0)` looks only at what was made since: not at the records, of which there are very many."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def held(found: T) -> T:
    """The same, not taken apart until memory is needed: of all records that takes longer than of a process as a whole.

    Only for a process that is about to end, and for one thing at a time.
    """
    _held[:] = [found]
    return found


def give_back() -> None:
    """Return to the system what was held, and what was freed in between other things.

    Only the C library of most Linuxes can be asked for the latter.
    """
    _held.clear()
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
