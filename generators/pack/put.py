"""Putting a bundle where somebody wants it: as a folder or as one zip file, whole or not at all."""

import os
import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generators.pack.bag import File

ZIP = ".zip"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""No file in a zip file can be older."""
READABLE = 0o100644
"""An ordinary file that everybody may read."""
UNIX = 3


def is_free(out: Path) -> bool:
    """Whether a pack can be put here: nothing is there yet, or for a folder an empty one."""
    if out.suffix.lower() != ZIP and out.is_dir() and not out.is_symlink():
        return not any(out.iterdir())
    return not os.path.lexists(out)


def put(files: Iterable[File], out: Path, name: str, now: datetime) -> None:
    """Write every file, then give the whole its name in one step. What could not be finished is taken away again.

    `name`: of the folder that a zip file becomes when it is unpacked, whatever the zip file itself is called.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        if out.suffix.lower() == ZIP:
            _zip(files, beside, name, now)
        else:
            _folder(files, beside)
            if out.is_dir():
                out.rmdir()
        beside.rename(out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        beside.unlink(missing_ok=True)


def _folder(files: Iterable[File], folder: Path) -> None:
    for path, content in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _zip(files: Iterable[File], beside: Path, name: str, now: datetime) -> None:
    """Every file in a folder with the pack's name, as if written at this moment: what the day was is in no byte."""
    moment = max(EARLIEST, now.timetuple()[:6])
    with ZipFile(beside, "x", ZIP_DEFLATED) as together:
        for path, content in files:
            entry = ZipInfo(f"{name}/{path}", moment)
            entry.external_attr, entry.create_system, entry.compress_type = READABLE << 16, UNIX, ZIP_DEFLATED
            together.writestr(entry, content)
