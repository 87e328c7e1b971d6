"""The files of an index as the program that makes it writes them: CBOR in gzip behind a sign of its own.

tests/test_search.py holds this to what the installed version writes.
"""

import gzip
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import cbor2

SIGN = b"pagefind_dcd"
LIST = 4
"""The sort of thing that a list is, by its number in CBOR."""
PACKED = 7
"""How tightly: two steps more take three times as long, and save a hundredth."""


def read(file: Path) -> Any:
    """What a file holds. Raises ValueError if it is not written as it was expected."""
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(SIGN):
        raise ValueError(f"{file.name} is not written as this version of the program expects")
    return cbor2.loads(content.removeprefix(SIGN))


def encoded(what: Any) -> bytes:
    """What stands for something in a file."""
    return cbor2.dumps(what)


def encoded_list(entries: Sequence[bytes]) -> bytes:
    """What stands for a list of which every entry is encoded already: to encode it all again would take as long."""
    with BytesIO() as head:
        cbor2.CBOREncoder(head).encode_length(LIST, len(entries))
        return b"".join((head.getvalue(), *entries))


def write_named(folder: Path, what: bytes, start: str, end: str) -> str:
    """Write something encoded to a file that is named by its content; its name without the end."""
    content = gzip.compress(SIGN + what, PACKED, mtime=0)
    name = f"{start}{sha256(content).hexdigest()[:13]}"
    (folder / f"{name}{end}").write_bytes(content)
    return name
