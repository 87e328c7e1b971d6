"""Finished pages, kept by the hash of what made them; and the one way a new site takes the place of the old one.

A file in the store is never written twice. A site is a folder of hard links into it, so that building one costs
little, and the folder `site` is a symbolic link that is switched in one step once everything in it is known to be right.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generators.stage import write


class Store:
    """A folder of files by their keys."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._keys = set(os.listdir(folder)) if folder.is_dir() else set()

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def path(self, key: str) -> Path:
        """Where the file of a key lies."""
        return self.folder / key

    def keep(self, key: str, content: bytes) -> None:
        """Put a file in, once and for good."""
        write(self.path(key), content)
        self._keys.add(key)

    def add(self, key: str) -> None:
        """Know of a file that another process put in."""
        self._keys.add(key)

    def forget(self, used: Iterable[str]) -> None:
        """Delete what no site needs any more, once it is more than half of what is kept."""
        unused = self._keys - set(used)
        if len(unused) > len(self._keys) / 2:
            for key in unused:
                self.path(key).unlink(missing_ok=True)
            self._keys -= unused


def assemble(contents: Mapping[str, Path], sites: Path) -> Path:
    """A folder with these files, by their path in the site; the same files give the same folder."""
    digest = sha256()
    for path, file in contents.items():
        digest.update(f"{path}\0{file}\0".encode())
    folder = sites / digest.hexdigest()[:20]
    if folder.is_dir():
        return folder
    new = sites / f".{os.getpid()}.new"
    shutil.rmtree(new, ignore_errors=True)
    made: set[str] = set()
    for path, file in contents.items():
        target = f"{new}/{path}"
        parent = target.rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        try:
            os.link(file, target)
        except OSError:  # another disk, or one without hard links
            shutil.copyfile(file, target)
    new.rename(folder)
    return folder


def switch(site: Path, folder: Path) -> None:
    """Make `site` show this folder, in one step where the system has symbolic links, and drop the older sites."""
    beside = site.with_name(f".{site.name}.{os.getpid()}.new")
    site.parent.mkdir(parents=True, exist_ok=True)
    beside.unlink(missing_ok=True)
    try:
        beside.symlink_to(os.path.relpath(folder, site.parent), target_is_directory=True)
    except OSError:  # a system without symbolic links for ordinary users
        shutil.copytree(folder, beside)
    if site.is_dir() and (not site.is_symlink() or not beside.is_symlink()):
        old = site.with_name(f".{site.name}.{os.getpid()}.old")
        site.rename(old)
        beside.rename(site)
        old.unlink() if old.is_symlink() else shutil.rmtree(old)
    else:
        os.replace(beside, site)
    for other in folder.parent.iterdir():
        if other != folder:
            with suppress(OSError):
                shutil.rmtree(other)
