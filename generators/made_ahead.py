"""Files that a second process makes while this one goes on with others."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from generators.render import Output
from generators.second_process import can_share, leave_with


@contextmanager
def made_ahead(outputs: Sequence[Output], folder: Path) -> Iterator[list[Output]]:
    """The same outputs while a second process already makes them; who asks for their bytes waits until it is done.

    `folder`: where it puts them; nothing is left there afterwards. One that it could not make is made again by
    whoever asks for it, so that the reason is told where it is understood.
    """
    if not outputs or not can_share():
        yield list(outputs)
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    done, at_work = os.pipe()
    child = os.fork()
    if not child:
        os.close(done)
        leave_with(partial(_make_all, outputs, folder))
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


def _make_all(outputs: Sequence[Output], folder: Path) -> None:
    for at, output in enumerate(outputs):
        beside = folder / f"{at}.new"
        beside.write_bytes(output.make())
        beside.rename(folder / str(at))


def _awaited(done: int, file: Path, make: Callable[[], bytes]) -> bytes:
    os.read(done, 1)  # nothing is ever written: this ends when the other process does
    return file.read_bytes() if file.exists() else make()
