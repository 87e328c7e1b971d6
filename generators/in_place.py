"""Files put in their places: nobody ever reads half of one, and of several there are all or none."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import mkstemp
from types import MappingProxyType

Undo = list[Callable[[], None]]
BESIDE = ".new-"
"""How a file is called until it is put in its place; nobody reads what begins with a full stop."""
NONE: Mapping[str, bytes] = MappingProxyType({})


class Changed(Exception):  # noqa: N818 - says what happened
    """A file is no longer what it was when its new text was made."""


def put(root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes] = NONE) -> None:
    """Put files in their places beneath a folder, by path; all that is around them is made.

    `before`: what stands now in those that are replaced. Raises Changed where something else does, FileExistsError
    where something lies at the path of a new one, OSError; then everything is as it was.
    """
    with _undone_on_failure() as undo:
        for path, content in files.items():
            file = root / path
            _make_folder(file.parent, undo)
            beside = _beside(file, content)
            try:
                if path in before:
                    _refuse_changed(file, before[path])
                    os.replace(beside, file)
                    undo.append(partial(replace, file, before[path]))
                else:
                    os.link(beside, file)  # never over a file that came in the meantime
                    undo.append(file.unlink)
            finally:
                beside.unlink(missing_ok=True)


def replace(file: Path, content: bytes) -> None:
    """Put one file in its place, whatever is there now."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(file, content)
    try:
        os.replace(beside, file)
    finally:
        beside.unlink(missing_ok=True)


def held(file: Path) -> bytes | None:
    """What stands in a file; None where there is none."""
    return file.read_bytes() if file.is_file() else None


def _beside(file: Path, content: bytes) -> Path:
    """The content in a hidden file beside the one that it is to be, whole and on the disk."""
    handle, name = mkstemp(prefix=BESIDE, dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as into:
            into.write(content)
            into.flush()
            os.fsync(into.fileno())
    except BaseException:
        Path(name).unlink()
        raise
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~mask)
    return Path(name)


def _refuse_changed(file: Path, before: bytes) -> None:
    if file.is_symlink() or file.read_bytes() != before:
        raise Changed(f"{file.name} was changed in the meantime. Try again.")


def _make_folder(folder: Path, undo: Undo) -> None:
    """Make a folder and those around it."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    undo += [place.rmdir for place in reversed(missing)]


@contextmanager
def _undone_on_failure() -> Iterator[Undo]:
    """A list of steps that are taken, the last one first, where what follows fails."""
    undo: Undo = []
    try:
        yield undo
    except BaseException:
        for step in reversed(undo):
            with suppress(OSError):
                step()
        raise
