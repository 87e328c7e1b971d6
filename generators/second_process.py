"""Work that a second process does while this one goes on: both processors of a small machine are used."""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NoReturn

from generators.render import Output

RENDERER = "vl_convert"
WORTH_SHARING = 300
"""Files; fewer are made sooner by one process than two can start."""


def _can_share() -> bool:
    """Whether a copy of this process can work. Not once a chart was drawn: a copy has no threads of the renderer."""
    return hasattr(os, "fork") and RENDERER not in sys.modules


@contextmanager
def made_ahead(outputs: Sequence[Output], folder: Path) -> Iterator[list[Output]]:
    """The same outputs while a second process already makes them; who asks for their bytes waits until it is done.

    `folder`: where it puts them; nothing is left there afterwards. One that it could not make is made again by
    whoever asks for it, so that the reason is told where it is understood.
    """
    if not outputs or not _can_share():
        yield list(outputs)
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    done, at_work = os.pipe()
    child = os.fork()
    if not child:
        os.close(done)
        _leave_with(partial(_make_all, outputs, folder))
    os.close(at_work)
    try:
        yield [
            replace(output, make=partial(_awaited, done, folder / str(at), output.make))
            for at, output in enumerate(outputs)
        ]
    finally:
        os.close(done)
        os.kill(child, signal.SIGKILL)  # it has ended, unless something went wrong here
        os.waitpid(child, 0)
        shutil.rmtree(folder, ignore_errors=True)


def in_two(do: Callable[[Output], None], outputs: Sequence[Output]) -> None:
    """Do something with every output; a second process takes every other folder when they are many."""
    if len(outputs) < WORTH_SHARING or not _can_share():
        for output in outputs:
            do(output)
        return
    # What lies beside a page is worked out together with it.
    together = [list(beside) for _, beside in groupby(outputs, lambda output: output.path.rpartition("/")[0])]
    child = os.fork()
    if not child:
        _leave_with(partial(_do_all, do, together[1::2]))
    try:
        _do_all(do, together[::2])
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    _, status = os.waitpid(child, 0)
    if status:  # what it could not do is done again here, so that the reason is told where it is understood
        _do_all(do, together[1::2])


def _do_all(do: Callable[[Output], None], together: Sequence[Sequence[Output]]) -> None:
    for beside in together:
        for output in beside:
            do(output)


def _make_all(outputs: Sequence[Output], folder: Path) -> None:
    for at, output in enumerate(outputs):
        beside = folder / f"{at}.new"
        beside.write_bytes(output.make())
        beside.rename(folder / str(at))


def _awaited(done: int, file: Path, make: Callable[[], bytes]) -> bytes:
    os.read(done, 1)  # nothing is ever written: this ends when the other process does
    return file.read_bytes() if file.exists() else make()


def _leave_with(work: Callable[[], object]) -> NoReturn:
    """Do the work of the second process, and end it without anything that the first one has begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is told to stop as well, and ends this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        work()
    except BaseException:
        os._exit(1)
    os._exit(0)
