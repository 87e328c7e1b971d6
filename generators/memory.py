"""What a process holds and no longer needs: a build works beside others, on machines with little to spare."""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def only_what_is_new() -> Iterator[None]:
    """Inside, `gc.collect(0)` looks only at what was made since: not at the records, of which there are very many."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def give_back() -> None:
    """Return to the system what was freed in between other things. Only the C library of most Linuxes can be asked."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
