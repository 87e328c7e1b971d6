"""The files of an index as the program that makes it writes them: CBOR in gzip behind a sign of its own.

tests/test_search.py holds this to what the installed version writes.
"""

import gzip
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

SIGN = b"pagefind_dcd"


def read(file: Path) -> Any:
    """What a file holds. Raises ValueError if it is not written as it was expected."""
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(SIGN):
        raise ValueError(f"{file.name} is not written as this version of the program expects")
    return cbor2.loads(content.removeprefix(SIGN))


def write_named(folder: Path, what: Any, start: str, end: str) -> str:
    """Write a file that is named by its content; its name without the end."""
    content = gzip.compress(SIGN + cbor2.dumps(what), mtime=0)
    name = f"{start}{sha256(content).hexdigest()[:13]}"
    (folder / f"{name}{end}").write_bytes(content)
    return name
