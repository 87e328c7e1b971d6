"""The staged tree: plain Markdown, data and attachments in a folder that any builder can render."""

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import orjson

from generators.facets import UNLISTED, Facets
from generators.render import Output

UNFINISHED = ".new"
"""How the name of a file ends that is still being written."""
RENDERER = "vl_convert"
WORTH_SHARING = 300
"""Files; fewer are made sooner by one process than two can start."""


@dataclass(frozen=True)
class Staged:
    """One file of the staged tree."""

    path: str
    key: str
    """The same key, the same bytes."""
    is_page: bool
    section: str = ""
    """The address of the page that stands for its section in the navigation."""
    source: str = ""
    """The record it was made from."""
    title: str = ""
    """Of a page."""
    facets: Facets = UNLISTED
    """What a page can be found by."""


OF_PAGES = ("section", "source", "title", "facets")


def tree(root: Path) -> Path:
    """Where the staged tree of a project lies."""
    return root / ".scrutiny" / "stage"


def stage(outputs: Iterable[Output], folder: Path) -> tuple[Staged, ...]:
    """Write every file whose key has changed, take away those no longer made, and say what is there.

    The index of keys is taken away before the first file is touched and written after the last one, so that
    a build that is stopped half-way never takes an old file for a new one.
    """
    index = folder.with_suffix(".json")
    kept = _load(index)
    there = _files(folder)
    wanted = list(outputs)
    stale = [output for output in wanted if kept.get(output.path) != output.key or output.path not in there]
    gone = there.difference(output.path for output in wanted)
    if stale or gone:
        index.unlink(missing_ok=True)
        for path in gone:  # first: a folder may have to make room for a file, or a file for a folder
            (folder / path).unlink()
        if gone or not kept:  # there is no index after a build that was stopped half-way
            _remove_empty(folder)
        in_two(lambda output: write(folder / output.path, output.make()), stale)
        index.parent.mkdir(parents=True, exist_ok=True)
        index.write_bytes(orjson.dumps({output.path: output.key for output in wanted}))
    return tuple(_staged(output) for output in wanted)


def _staged(output: Output) -> Staged:
    page = output.page
    if page is None:
        return Staged(output.path, output.key, is_page=False)
    return Staged(output.path, output.key, is_page=True, **{name: getattr(page, name) for name in OF_PAGES})


def in_two(do: Callable[[Output], None], outputs: Sequence[Output]) -> None:
    """Do something with every output; a second process takes every other folder when they are many.

    Not once a chart was drawn in this process: the renderer has threads, which a copy of the process has not.
    """
    if len(outputs) < WORTH_SHARING or not hasattr(os, "fork") or RENDERER in sys.modules:
        for output in outputs:
            do(output)
        return
    child = os.fork()
    # What lies beside a page is worked out together with it.
    together = [list(beside) for _, beside in groupby(outputs, lambda output: output.path.rpartition("/")[0])]
    mine = [output for beside in (together[::2] if child else together[1::2]) for output in beside]
    try:
        for output in mine:
            do(output)
    except BaseException:
        if child:
            raise
        traceback.print_exc()
        os._exit(1)
    if not child:
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError("a page could not be made; the reason stands above")


def write(path: Path, content: bytes) -> None:
    """Put a file in place in one step; a reader, or a hard link to the old one, never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED}")
    beside.write_bytes(content)
    os.replace(beside, path)


def _load(index: Path) -> dict[str, str]:
    try:
        kept: dict[str, str] = orjson.loads(index.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return kept


def _files(folder: Path) -> set[str]:
    """The path of every file beneath a folder."""
    found: set[str] = set()
    waiting = [""] if folder.is_dir() else []
    while waiting:
        inside = waiting.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{inside}{entry.name}/")
                else:
                    found.add(f"{inside}{entry.name}")
    return found


def _remove_empty(folder: Path) -> None:
    for place, _, _ in os.walk(folder, topdown=False):
        if place != str(folder) and not os.listdir(place):
            os.rmdir(place)
