"""The list of every file of the site with its length and its hash; and whether a folder holds just those files.

It is public, since all that it names is, and it is the last file that is put in the folder. Whoever copies the site can
tell by it whether the copy is whole. It proves nothing about the past: that is what the ledger is for.
"""

import os
from collections.abc import Callable, Container, Iterator, Mapping
from pathlib import Path
from stat import S_ISREG

import orjson

from generators.problem import Problem, Problems
from generators.site.seal import Seal, is_whole
from generators.site.store import Store, assemble, in_turn, listed, unlist

NAME = "site-manifest.json"
MADE_ANEW = "Nothing was published. Give the command again: what is wrong is then made anew."


def manifest(contents: Mapping[str, str], store: Store) -> bytes:
    """The list of these files, given by their paths with their keys, a line each. The same files, the same bytes."""
    lines = []
    for path in sorted(contents):
        size, _, sha256 = store.seal(contents[path])
        lines.append(b'{"path":%b,"bytes":%d,"sha256":"%b"}' % (orjson.dumps(path), size, sha256.encode()))
    return b'{"files":[\n' + b",\n".join(lines) + b"\n]}\n"


def whole_folder(
    contents: Mapping[str, str], store: Store, folders: Path, live: Path | None, whole: Container[str] = ()
) -> Path:
    """A folder with exactly these files, each as it was when it was made. Raises Problems.

    One into which somebody has written is made anew. What was damaged in the store itself is deleted there, so that
    the next build makes it again. `whole`: the names of folders that were looked through: only what is put in now is
    looked at.
    """
    turn = in_turn(contents, folders, live)
    known = listed(turn) if turn.name in whole else {}
    folder = assemble(contents, store, folders, live)
    wrong = sorted(_faults(folder, contents, known, store.seal))
    if wrong:
        unlist(folder)
        folder = assemble(contents, store, folders, live)
        wrong = sorted(_faults(folder, contents, {}, store.seal))
    if wrong:
        unlist(folder)
        for key in {contents[path] for path in wrong if path in contents}:
            store.drop(key)
        store.save()
        words = f"this file of the site is not what was made: it was changed or damaged on this disk. {MADE_ANEW}"
        raise Problems(Problem(path, 1, 1, "", words) for path in wrong)
    return folder


def is_whole_folder(folder: Path, seals: Mapping[str, Seal]) -> bool:
    """Whether a folder of a site holds just the files that its own list names, each as it was sealed."""
    contents = listed(folder)
    if not contents or not seals.keys() >= set(contents.values()):
        return False
    return not any(_faults(folder, contents, {}, seals.__getitem__))


def _faults(
    folder: Path, contents: Mapping[str, str], known: Mapping[str, str], sealed: Callable[[str], Seal]
) -> Iterator[str]:
    """The path of every file that is missing, not as it was made, or not wanted.

    `known`: the files that were looked at already, when nothing else lay there.
    """
    yield from _wrong(folder, {path: key for path, key in contents.items() if known.get(path) != key}, sealed)
    if not known:
        yield from _strangers(folder, contents)


def _wrong(folder: Path, contents: Mapping[str, str], sealed: Callable[[str], Seal]) -> Iterator[str]:
    """The path of every file that is missing, or not as it was made."""
    look, root = os.lstat, str(folder)  # once: there are tens of thousands
    for path, key in contents.items():
        file = f"{root}/{path}"
        try:
            found = look(file)
        except (FileNotFoundError, NotADirectoryError):
            yield path
            continue
        if not S_ISREG(found.st_mode) or not is_whole(file, found, sealed(key)):
            yield path


def _strangers(folder: Path, contents: Mapping[str, str]) -> Iterator[str]:
    """What is not wanted. Only where something was put or taken away since the folder's own list was written last."""
    listed = folder.with_suffix(".json").stat().st_mtime_ns
    places = {""}
    for path in contents:
        place = path.rpartition("/")[0]
        while place not in places:
            places.add(place)
            place = place.rpartition("/")[0]
    root = str(folder)
    for place in places:
        if os.stat(f"{root}/{place}").st_mtime_ns >= listed:  # the clock of a disk is coarse
            inside = f"{place}/" if place else ""
            found = (f"{inside}{name}" for name in os.listdir(f"{root}/{place}"))
            yield from (path for path in found if path not in contents and path not in places)
