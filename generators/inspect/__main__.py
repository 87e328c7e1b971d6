"""One file looked at in a process of its own, which may fail: `python -m generators.inspect NAME`, the file as input.

The libraries that read PDFs and pictures are written in C. A file that is made for it could end them, or make them take
all memory: then it is this process that ends.
"""

import sys

import orjson

from generators.inspect import inspect
from generators.inspect.apart import Looked, to_plain
from generators.inspect.found import Found, inspection
from generators.inspect.text import pieces

MEMORY = 3_000_000_000
"""Bytes."""


def _bound() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def look(name: str, content: bytes) -> Looked:
    """The answer for a file and its text. What is too large is not read."""
    answer = inspect(name, content)
    if any(one.rule == "too-large" for one in answer.found):
        return Looked(answer)
    try:
        return Looked(answer, tuple(pieces(name, content)))
    except Exception as fault:  # a damaged file makes the libraries fail in any way
        unread = Found("damaged", "the whole file", f"reading its text failed ({type(fault).__name__})")
        return Looked(inspection((*answer.found, unread)))


def main() -> None:
    """Read the file, look at it, and write the answer."""
    _bound()
    sys.stdout.buffer.write(orjson.dumps(to_plain(*look(sys.argv[1], sys.stdin.buffer.read()))))


if __name__ == "__main__":
    main()
