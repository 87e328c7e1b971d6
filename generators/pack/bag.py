"""A bundle in the BagIt format (RFC 8493): what is carried, a hash of each file, and a description of the whole."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

PAYLOAD = "data/"
"""The folder of a bag in which everything lies that it carries."""
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ESCAPED = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
"""What cannot stand in a line of a manifest. The sign that escapes comes first."""
File = tuple[str, bytes]
"""A path and what lies there."""


def bag(payload: Iterable[File], info: Mapping[str, str], beside: Iterable[File]) -> Iterator[File]:
    """Every file of the bag, each made only when it is asked for. `beside`: files that stand next to the payload.

    The same files and the same words give the same bytes.
    """
    yield "bagit.txt", DECLARATION
    hashes: dict[str, str] = {}
    size = 0
    for path, content in payload:
        hashes[PAYLOAD + path] = sha256(content).hexdigest()
        size += len(content)
        yield PAYLOAD + path, content
    described = {**info, "Payload-Oxum": f"{size}.{len(hashes)}"}
    tags = (("manifest-sha256.txt", _manifest(hashes)), ("bag-info.txt", _info(described)), *beside)
    yield from tags
    of_tags = {path: sha256(content).hexdigest() for path, content in (("bagit.txt", DECLARATION), *tags)}
    yield "tagmanifest-sha256.txt", _manifest(of_tags)


def _manifest(hashes: Mapping[str, str]) -> bytes:
    return "".join(f"{hashes[path]}  {_escaped(path)}\n" for path in sorted(hashes)).encode()


def _info(described: Mapping[str, str]) -> bytes:
    """The description, a line each: a line end within a value would begin another."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in described.items() if value).encode()


def _escaped(path: str) -> str:
    for sign, code in ESCAPED:
        path = path.replace(sign, code)
    return path
