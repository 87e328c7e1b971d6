"""Finished pages, kept by the hash of what made them; and the one way a new site takes the place of the old one.

A file in the store is never written twice. A site is a folder of hard links into it, so that building one costs
little, and the folder `site` is a symbolic link, switched in one step once everything in it is known to be right.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import orjson

from generators.stage import write

FOLDERS = ("a", "b")
"""The two folders of a site, which take turns."""
COPY = ".made-by-scrutiny"
"""A file in a site that had to be copied, by which the next build knows it as its own."""


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


def assemble(contents: Mapping[str, Path], sites: Path, live: Path | None) -> Path:
    """A folder with exactly these files, by their path in the site; never the live one, unless nothing changed.

    Two folders take turns. The one that is not live is brought up to date by what differs from its own list of
    contents; the list is taken away first and written last, so that a folder left half-way is made anew.
    """
    wanted = {path: file.name for path, file in contents.items()}
    for name in FOLDERS:
        if live == sites / name and _listed(live) == wanted:
            return live
    folder = sites / ("b" if live == sites / "a" else "a")
    there = _listed(folder)
    folder.with_suffix(".json").unlink(missing_ok=True)
    if not there:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    for path in there.keys() - wanted.keys():
        (folder / path).unlink()
        with suppress(OSError):
            os.removedirs((folder / path).parent)
    made: set[str] = set()
    for path, key in wanted.items():
        if there.get(path) != key:
            _link(contents[path], f"{folder}/{path}", made, replacing=path in there)
    write(folder.with_suffix(".json"), orjson.dumps(wanted))
    return folder


def _link(file: Path, target: str, made: set[str], *, replacing: bool) -> None:
    """Put a file of the store in a site, and remember the folders that were made for it."""
    parent = target.rpartition("/")[0]
    if parent not in made:
        os.makedirs(parent, exist_ok=True)
        made.add(parent)
    if replacing:
        os.unlink(target)
    try:
        os.link(file, target)
    except OSError:  # another disk, or one without hard links
        shutil.copyfile(file, target)


def _listed(folder: Path) -> dict[str, str]:
    """What a folder holds, by the list that was written once it was complete."""
    try:
        listed: dict[str, str] = orjson.loads(folder.with_suffix(".json").read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return listed


def is_ours(site: Path, sites: Path) -> bool:
    """Whether a build may take the place of what stands at `site`: nothing, an empty folder, or an earlier build."""
    if site.is_symlink():
        return sites.resolve() in site.resolve().parents
    if not site.exists():
        return True
    return site.is_dir() and ((site / COPY).exists() or not any(site.iterdir()))


def disown(site: Path) -> None:
    """Say that another program is about to write into the folder that `site` shows, so that it is made anew."""
    if site.is_symlink() and site.resolve().name in FOLDERS:
        site.resolve().with_suffix(".json").unlink(missing_ok=True)


def switch(site: Path, folder: Path) -> None:
    """Make `site` show this folder, in one step where the system has symbolic links."""
    if site.is_symlink() and site.resolve() == folder.resolve():
        return
    beside = site.with_name(f".{site.name}.{os.getpid()}.new")
    site.parent.mkdir(parents=True, exist_ok=True)
    beside.unlink(missing_ok=True)
    try:
        beside.symlink_to(os.path.relpath(folder, site.parent), target_is_directory=True)
    except OSError:  # a system without symbolic links for ordinary users
        shutil.copytree(folder, beside)
        (beside / COPY).touch()
    if site.is_dir() and (not site.is_symlink() or not beside.is_symlink()):
        old = site.with_name(f".{site.name}.{os.getpid()}.old")
        site.rename(old)
        beside.rename(site)
        old.unlink() if old.is_symlink() else shutil.rmtree(old)
    else:
        os.replace(beside, site)
