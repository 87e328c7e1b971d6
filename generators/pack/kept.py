"""What an office keeps of its own: the records, the pages written by hand and how the site is made, byte for byte."""

import os
from collections.abc import Iterator
from pathlib import Path

from generators.pack.bag import File
from generators.read.files import entries

CONFIGURATION = "mkdocs.yml"
BY_HAND = "docs"


def kept(root: Path) -> Iterator[File]:
    """Every file of the office, by its path in the office's folder."""
    for path in paths(root):
        yield path, (root / path).read_bytes()


def paths(root: Path) -> Iterator[str]:
    """Their paths in a fixed order. What is hidden is nobody's record: the reader leaves it alone too."""
    yield from (path for path, _ in entries(root))
    for place, folders, names in os.walk(root / BY_HAND):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield (Path(place) / name).relative_to(root).as_posix()
    if (root / CONFIGURATION).is_file():
        yield CONFIGURATION


def state(root: Path) -> dict[str, tuple[int, int]]:
    """Size and moment of the last change of each: while they are the same, nobody has written into one."""
    found = {path: (root / path).stat() for path in paths(root)}
    return {path: (status.st_size, status.st_mtime_ns) for path, status in found.items()}
