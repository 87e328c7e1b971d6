"""The copy of the ledger that an office keeps on a branch of its own: the folder `ledger` of the site, whole or not."""

import os
import shutil
from pathlib import Path

from generators.store import switch

NAME = "ledger"
LAST = "checkpoint"
"""The file that is written last: until then a copy is the one before."""


def keep_copy(site: Path, kept: Path) -> None:
    """Put the ledger of a finished site in the place of the copy, in one step."""
    folders = kept.with_name(f"{kept.name}-copies")
    live = kept.resolve() if kept.is_symlink() else None
    folder = folders / ("b" if live == (folders / "a").resolve() else "a")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    copy_into(site, folder)
    switch(kept, folder)


def copy_into(site: Path, folder: Path) -> None:
    """Copy the ledger of a site into a folder, like that of a branch; what is not in it any more goes."""
    new, old = site / NAME, folder / NAME
    wanted = {path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file()}
    there = {path.relative_to(old).as_posix() for path in old.rglob("*") if path.is_file()}
    for path in sorted(wanted, key=lambda path: (path == LAST, path)):
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        beside = (old / path).with_name(".being-written")
        shutil.copyfile(new / path, beside)
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        beside.replace(old / path)
    for path in there - wanted:
        (old / path).unlink(missing_ok=True)  # what a copy left that was stopped has become another file by now
