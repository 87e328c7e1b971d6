"""What a finished file was when it was made, by which it is known later whether it still is."""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import orjson


class Seal(NamedTuple):
    """Its length, its time and its hash."""

    size: int
    changed: int
    """When it was written, in nanoseconds."""
    sha256: str


def seal_of(file: Path, content: bytes) -> Seal:
    """The seal of a file that was just written with this content."""
    return Seal(len(content), file.stat().st_mtime_ns, sha256(content).hexdigest())


def is_whole(path: str, found: os.stat_result, seal: Seal) -> bool:
    """Whether the file at this path is what was sealed. It is read only if it is of another time, as a copy may be."""
    if found.st_size != seal.size:
        return False
    return found.st_mtime_ns == seal.changed or sha256(Path(path).read_bytes()).hexdigest() == seal.sha256


def seals_in(file: Path) -> Mapping[str, Seal]:
    """The seals of a list; none where it cannot be read."""
    try:
        return {key: Seal._make(seal) for key, seal in orjson.loads(file.read_bytes()).items()}
    except (OSError, orjson.JSONDecodeError, TypeError, AttributeError):
        return {}
