"""The staged tree: plain Markdown, data and attachments in a folder that any builder can render."""

import gc
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path

import orjson

from generators.facets import UNLISTED, Facets
from generators.link import EMBEDDED
from generators.memory import only_what_is_new
from generators.render import Output
from generators.second_process import WORTH_SHARING, in_two, together

UNFINISHED = ".new"
"""How the name of a file ends that is still being written."""
MAKING, AHEAD = "making", "ahead"
"""The folders, beside the staged tree, of pages and of files that are being made."""


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


def files_in(folder: Path) -> set[str]:
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


@contextmanager
def staging(
    outputs: Iterable[Output], folder: Path, found: Callable[[Path], AbstractSet[str]] = files_in
) -> Iterator[tuple[Staged, ...]]:
    """Write every file whose key has changed, take away those no longer made, and say what is there.

    Inside, those are missing that another process still makes; afterwards they are there too, even if something
    was wrong with what was done inside. `found`: what says which files lie in the folder, by their paths.

    The index of keys is taken away before the first file is touched and written after the last one, so that
    a build that is stopped half-way never takes an old file for a new one.
    """
    index = folder.with_suffix(".json")
    kept = keys(folder)
    there = found(folder)
    wanted = list(outputs)
    stale = [output for output in wanted if kept.get(output.path) != output.key or output.path not in there]
    gone = there - {output.path for output in wanted}
    if stale or gone:
        index.unlink(missing_ok=True)
        for path in gone:  # first: a folder may have to make room for a file, or a file for a folder
            (folder / path).unlink()
        if gone or not kept:  # there is no index after a build that was stopped half-way
            _remove_empty(folder)
    _make([output for output in stale if not output.awaited], folder)

    def complete() -> None:
        if stale or gone:
            for output in stale:
                if output.awaited:
                    _take(output, output.awaited(), folder / output.path)
            index.parent.mkdir(parents=True, exist_ok=True)
            wait_for_disk()
            index.write_bytes(orjson.dumps({output.path: output.key for output in wanted}))

    try:
        yield tuple(_staged(output) for output in wanted)
    except Exception:
        complete()  # or the next build would make every page anew
        raise
    complete()


def _take(output: Output, made: Path | None, file: Path) -> None:
    """Put a file in its place that another process has made, or make it if that could not."""
    if made is None:
        write(file, output.make())
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        os.replace(made, file)


def _make(outputs: Sequence[Output], folder: Path) -> None:
    """Make these files; when they are many, in two processes, each with all that lies beside a page."""

    def make(these: Iterable[Output]) -> None:
        for output in these:
            write(folder / output.path, output.make())

    def take_turn(turn: Iterable[Iterable[Output]]) -> None:
        make(chain.from_iterable(turn))
        gc.collect(0)  # every template that was filled in leaves a circle of what it was filled in with

    if len(outputs) < WORTH_SHARING:
        make(outputs)
    else:
        with only_what_is_new():
            in_two(take_turn, together(_by_page(outputs)))


def _by_page(outputs: Iterable[Output]) -> list[list[Output]]:
    """What is worked out together: the files of a page, with what others may put into theirs."""
    pages = groupby(outputs, lambda output: output.path.removeprefix(EMBEDDED).rpartition("/")[0])
    return [list(beside) for _, beside in pages]


def keys(folder: Path) -> Mapping[str, str]:
    """The key of every file of a staged tree, by its path; nothing after a build that was stopped half-way."""
    try:
        kept: dict[str, str] = orjson.loads(folder.with_suffix(".json").read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return kept


def sizes(folder: Path, kept: Mapping[str, str]) -> Callable[[str, str], int | None]:
    """What says how large a staged file is that need not be made again; nothing of any other. `kept`: its keys."""

    def size(path: str, key: str) -> int | None:
        file = folder / path
        return file.stat().st_size if kept.get(path) == key and file.exists() else None

    return size


def _staged(output: Output) -> Staged:
    page = output.page
    if page is None:
        return Staged(output.path, output.key, is_page=False)
    return Staged(output.path, output.key, is_page=True, **{name: getattr(page, name) for name in OF_PAGES})


def write(path: Path, content: bytes) -> None:
    """Put a file in place in one step; a reader, or a hard link to the old one, never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED}")
    beside.write_bytes(content)
    os.replace(beside, path)


def tidy(work: Path) -> None:
    """Take away what builds that were stopped left half made: lists, and pages. None may run now."""
    for left in work.glob(f"*{UNFINISHED}"):
        left.unlink()
    for name in (MAKING, AHEAD):
        shutil.rmtree(work / name, ignore_errors=True)


def wait_for_disk() -> None:
    """Wait until all that was written is on the disk: power that fails later takes nothing that is counted upon.

    One question for all files: to ask it for each of ten thousand would take longer than to make them.
    """
    if hasattr(os, "sync"):
        os.sync()


def _remove_empty(folder: Path) -> None:
    for place, _, _ in os.walk(folder, topdown=False):
        if place != str(folder) and not os.listdir(place):
            os.rmdir(place)
