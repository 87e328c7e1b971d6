"""Finished pages, kept by the hash of what made them; and the one way a new site takes the place of the old one.

A file in the store is never written twice, and counts only once it is on the list with what it was when it was made.
A site is a folder of hard links into the store, so that building one costs little, and the folder `site` is a symbolic
link, switched in one step once everything in it is known to be right.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import orjson

from generators.site.seal import Seal, seal_of, seals_in
from generators.stage import wait_for_disk, write

FOLDERS = ("a", "b")
"""The two folders of a site, which take turns."""
FAULTS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES)
"""What can go wrong with one file. It says nothing about what the system can do."""
COPY = ".made-by-scrutiny"
"""A file in a site that had to be copied, by which the next build knows it as its own."""


class Store:
    """A folder of files by their keys, and beside it the list of their seals."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._list = folder.with_suffix(".json")
        self._seals = dict(seals_in(self._list))
        names = set(os.listdir(folder)) if folder.is_dir() else set()
        for name in names - self._seals.keys():  # by a build that was stopped
            self.path(name).unlink()
        gone = self._seals.keys() - names
        for key in gone:
            del self._seals[key]
        self._is_listed = not gone

    def __contains__(self, key: str) -> bool:
        return key in self._seals

    def path(self, key: str) -> Path:
        """Where the file of a key lies."""
        return self.folder / key

    def seal(self, key: str) -> Seal:
        """What the file of a key was when it was made."""
        return self._seals[key]

    def keep(self, key: str, content: bytes) -> None:
        """Put a file in, once and for good."""
        write(self.path(key), content)
        self.add(key, seal_of(self.path(key), content))

    def take(self, key: str, file: Path, content: bytes) -> None:
        """Move a finished file in, which has this content."""
        os.replace(file, self.path(key))
        self.add(key, seal_of(self.path(key), content))

    def add(self, key: str, seal: Seal) -> None:
        """Know of a file that has been put in."""
        self._seals[key] = seal
        self._is_listed = False

    def drop(self, key: str) -> None:
        """Delete a file that is not what it was, so that it is made again."""
        self.path(key).unlink(missing_ok=True)
        del self._seals[key]
        self._is_listed = False

    def save(self) -> None:
        """Write the list. What is not on it counts for nothing in the next run."""
        if not self._is_listed:
            write(self._list, orjson.dumps(self._seals, default=tuple))
            self._is_listed = True

    def forget(self, used: Iterable[str]) -> None:
        """Delete what no site needs any more, once it is more than half of what is kept."""
        unused = self._seals.keys() - set(used)
        if len(unused) > len(self._seals) / 2:
            for key in unused:
                self.drop(key)


def assemble(contents: Mapping[str, str], store: Store, sites: Path, live: Path | None) -> Path:
    """A folder with exactly these files, keys by paths in the site; never the live one, unless nothing changed.

    Two folders take turns. Called again once the result is live, it brings the other one up to date as well, so
    that the next build has only the next change to carry out.
    """
    folder = in_turn(contents, sites, live)
    _bring_up_to_date(_other(sites, live), contents, store)
    return folder


def in_turn(contents: Mapping[str, str], sites: Path, live: Path | None) -> Path:
    """Which folder is to have these files: the live one if it has just these already, else the other."""
    return live if live and live.parent == sites and listed(live) == contents else _other(sites, live)


def _other(sites: Path, live: Path | None) -> Path:
    return sites / (FOLDERS[1] if live == sites / FOLDERS[0] else FOLDERS[0])


def _bring_up_to_date(folder: Path, wanted: Mapping[str, str], store: Store) -> None:
    """Carry out what differs from the folder's own list of contents.

    The list is taken away first and written last, so that a folder left half-way is made anew.
    """
    there = listed(folder)
    if there == wanted:
        return
    unlist(folder)
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
            _link(store.path(key), f"{folder}/{path}", made, replacing=path in there)
    folder.with_suffix(".json").write_bytes(orjson.dumps(wanted))  # half of it cannot be read, and counts as none


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


def listed(folder: Path) -> dict[str, str]:
    """What a folder holds, by the list that was written once it was complete."""
    try:
        found: dict[str, str] = orjson.loads(folder.with_suffix(".json").read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return found


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
        unlist(site.resolve())


def unlist(folder: Path) -> None:
    """Take away the list of what a folder holds, so that it is made anew."""
    folder.with_suffix(".json").unlink(missing_ok=True)


def switch(site: Path, folder: Path) -> None:
    """Make `site` show this folder, in one step where the system has symbolic links, once it is on the disk."""
    if site.is_symlink() and site.resolve() == folder.resolve():
        return
    wait_for_disk()
    beside, old = (site.with_name(f".{site.name}.{what}") for what in ("new", "old"))
    site.parent.mkdir(parents=True, exist_ok=True)
    for left in (beside, old):  # by a build that was stopped
        left.unlink() if left.is_symlink() else shutil.rmtree(left, ignore_errors=True)
    try:
        beside.symlink_to(os.path.relpath(folder, site.parent), target_is_directory=True)
    except OSError as error:
        if error.errno in FAULTS:
            raise
        # A system without symbolic links for ordinary users.
        shutil.copytree(folder, beside)
        (beside / COPY).touch()
    if site.is_dir() and (not site.is_symlink() or not beside.is_symlink()):
        site.rename(old)
        beside.rename(site)
        old.unlink() if old.is_symlink() else shutil.rmtree(old)
    else:
        os.replace(beside, site)
    wait_for_disk()
