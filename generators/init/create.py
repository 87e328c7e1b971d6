"""Making the folder of a new office: everything is written apart and checked, and only then put in its place."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generators import sections
from generators.check import load
from generators.editors.files import all_files
from generators.init.answers import Answers
from generators.init.records import files
from generators.problem import Problem, Problems

REPOSITORY = ".git"
"""The only thing that a folder can hold in which an office begins: it was made to keep the office's history."""


def create(folder: Path, answers: Answers, today: date) -> tuple[str, ...]:
    """Make the office's folder; the paths of its files. Raises Problems or OSError; then nothing is left of it."""
    with _begun(folder) as made, TemporaryDirectory(prefix=".new-", dir=folder) as beside:
        written = (*write(Path(beside), answers, today), *_put(Path(beside), all_files(sections.kinds())))
        load(Path(beside))
        for name in sorted({path.partition("/")[0] for path in written}):
            os.rename(Path(beside) / name, folder / name)
            made.append(folder / name)
    return written


def problems(answers: Answers, today: date) -> tuple[Problem, ...]:
    """What is wrong with the answers, without a folder."""
    with TemporaryDirectory() as apart:
        write(Path(apart), answers, today)
        try:
            load(Path(apart))
        except Problems as found:
            return found.problems
    return ()


def is_free(folder: Path) -> bool:
    """Whether an office can begin here: nothing is there yet, or an empty folder, which may be a repository."""
    if not folder.exists():
        return not folder.is_symlink()
    return folder.is_dir() and set(os.listdir(folder)) <= {REPOSITORY}


def write(folder: Path, answers: Answers, today: date) -> tuple[str, ...]:
    """Write every file of a new office beneath a folder; their paths."""
    return _put(folder, files(answers, today))


def _put(folder: Path, found: Iterable[tuple[str, bytes]]) -> tuple[str, ...]:
    written = []
    for path, content in found:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        written.append(path)
    return tuple(written)


@contextmanager
def _begun(folder: Path) -> Iterator[list[Path]]:
    """A folder that exists. What was made of it is taken away again if its making fails."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield made
    except BaseException:
        for path in made:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        for place in missing:
            with suppress(OSError):
                place.rmdir()
        raise
