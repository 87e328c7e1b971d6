"""Looking at files, several at a time; and by which code that is done, so that no older answer is relied on."""

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generators.inspect.apart import Looked, look_apart
from generators.inspect.found import Found, inspection

AROUND = ("dates", "problem", "slugs")
"""The modules outside this folder that have a part in the looking."""
LIBRARIES = ("pikepdf", "pypdfium2", "pillow", "defusedxml")


def look_at_all(files: Iterable[Path]) -> Mapping[Path, Looked]:
    """The answer for each of these files, and its text."""
    every = list(files)
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        return dict(zip(every, workers.map(look_at, every), strict=True))


def look_at(file: Path) -> Looked:
    """The answer for one file, and its text."""
    try:
        content = file.read_bytes()
    except OSError as fault:
        return Looked(inspection([Found("damaged", "the whole file", f"it cannot be read: {fault.strerror}")]))
    return look_apart(file.name, content)


@cache
def looking() -> str:
    """A hash of the code that looks, and of the libraries by which it does."""
    digest = sha256(repr([version(library) for library in LIBRARIES]).encode())
    here = Path(__file__).parent
    for module in (*sorted(here.rglob("*.py")), *(here.parent / f"{name}.py" for name in AROUND)):
        digest.update(module.read_bytes())
    return digest.hexdigest()
