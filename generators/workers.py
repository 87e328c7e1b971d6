"""Processes that share a work, and that never outlive the one that started them, whatever ends it."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread


@contextmanager
def workers(number: int) -> Iterator[ProcessPoolExecutor]:
    """So many new processes. They end at once when what is done with them fails or is stopped."""
    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    with theirs, ProcessPoolExecutor(number, context, _begin, (theirs,)) as pool:
        try:
            yield pool
        except BrokenExecutor:
            ours.close()
            raise ChildProcessError("another process of the build was ended, perhaps since memory is short") from None
        except BaseException:
            ours.close()
            raise
    ours.close()


def _begin(lifeline: Connection) -> None:
    """Nothing is ever sent: the pipe ends with the first process. That one also answers whoever wants it stopped."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    lifeline.poll(None)
    os._exit(1)
