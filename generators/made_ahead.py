"""Files that a second process makes while this one goes on with others."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from generators.render import Output
from generators.second_process import can_share, meanwhile


@contextmanager
def made_ahead(outputs: Sequence[Output], folder: Path) -> Iterator[list[Output]]:
    """The same outputs while a second process already makes them, each to be taken from where it is awaited.

    `folder`: where it puts them; nothing is left there afterwards. One that it could not make is made by whoever
    waits for it, so that the reason is told where it is understood.
    """
    if not outputs or not can_share():
        yield list(outputs)
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        with meanwhile(partial(_make_all, outputs, folder)) as done:
            yield [replace(one, awaited=partial(_awaited, done, folder / str(at))) for at, one in enumerate(outputs)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_all(outputs: Sequence[Output], folder: Path) -> None:
    for at, output in enumerate(outputs):
        beside = folder / f"{at}.new"
        beside.write_bytes(output.make())
        beside.rename(folder / str(at))


def _awaited(done: Callable[[], object], file: Path) -> Path | None:
    done()
    return file if file.exists() else None
