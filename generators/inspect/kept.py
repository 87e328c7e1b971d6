"""What was found of files before, kept by their names and content: what has not changed is not looked at twice."""

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generators.cache import Cache
from generators.inspect.apart import inspect_apart, to_inspection, to_plain
from generators.inspect.found import Found, Inspection, inspection

AROUND = ("dates", "problem", "slugs")
"""The modules outside this folder that have a part in the looking."""
LIBRARIES = ("pikepdf", "pypdfium2", "pillow", "defusedxml")


def inspect_all(files: Iterable[Path], kept: Cache | None = None) -> Mapping[Path, Inspection]:
    """The answer for each of these files, several at a time."""
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        every = list(files)
        return dict(zip(every, workers.map(lambda file: inspect_file(file, kept), every), strict=True))


def inspect_file(file: Path, kept: Cache | None = None) -> Inspection:
    """The answer for one file: the one that is kept, if its name, its content and the looking are still the same."""
    try:
        content = file.read_bytes()
    except OSError as fault:
        return inspection([Found("damaged", "the whole file", f"it cannot be read: {fault.strerror}")])
    key = f"inspected {looking()} {sha256(file.name.encode(errors='surrogateescape') + bytes(1) + content).hexdigest()}"
    before = kept.get(key) if kept else None
    if before is not None:
        return to_inspection(before)
    found = inspect_apart(file.name, content)
    if kept and not any(one.rule == "too-long" for one in found.found):  # with more time there may be an answer
        kept.put(key, to_plain(found))
    return found


@cache
def looking() -> str:
    """A hash of the code that looks, and of the libraries by which it does."""
    digest = sha256(repr([version(library) for library in LIBRARIES]).encode())
    here = Path(__file__).parent
    for module in (*sorted(here.rglob("*.py")), *(here.parent / f"{name}.py" for name in AROUND)):
        digest.update(module.read_bytes())
    return digest.hexdigest()
