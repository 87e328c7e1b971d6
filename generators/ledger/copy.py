"""The copy of the ledger that an office keeps on a branch of its own: the folder `ledger` of the site, whole or not."""

import shutil
from pathlib import Path

from generators.site.store import switch
from generators.stage import wait_for_disk

NAME = "ledger"


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
    """Copy the ledger of a site into a folder, like that of a branch, in the place of the one there.

    It is made whole beside that: half of the new and half of the old would be no ledger, and nothing goes on from it.
    """
    copy, new, old = (folder / name for name in (NAME, f".{NAME}.new", f".{NAME}.old"))
    for left in (new, old):  # by a copy that was stopped
        shutil.rmtree(left, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(site / NAME, new)
    wait_for_disk()
    if copy.exists():
        copy.rename(old)
    new.rename(copy)
    wait_for_disk()
    shutil.rmtree(old, ignore_errors=True)
