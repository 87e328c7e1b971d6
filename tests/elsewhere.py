"""Another machine, as far as this one can be made to look like it: `python -m tests.elsewhere ROOT`, which publishes.

Folders are listed backwards and it is a year later. Salts are random by design, and all else must follow from the
records: here they are drawn in a fixed order, so that every byte can be compared.
"""

import os
import sys
import time
from collections.abc import Iterator
from itertools import count
from typing import Any

from generators.cli import main
from generators.ledger import commitment

YEAR = 366 * 86400.0


class Backwards:
    """A folder's entries in the order that nobody expects."""

    def __init__(self, entries: Any) -> None:
        with entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __enter__(self) -> "Backwards":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def close(self) -> None:
        """There is nothing to close any more."""


def move_elsewhere() -> None:
    """List backwards, and be a year ahead."""
    scandir, listdir, clock = os.scandir, os.listdir, time.time
    os.scandir = lambda path=".": Backwards(scandir(path))  # type: ignore[assignment]
    os.listdir = lambda path=".": sorted(listdir(path), reverse=True)  # type: ignore[assignment]
    time.time = lambda: clock() + YEAR


if __name__ == "__main__":
    salts = count(1)
    commitment.new_salt = lambda: next(salts).to_bytes(commitment.SALT, "big")
    if "ELSEWHERE" in os.environ:
        move_elsewhere()
    main(["publish", "--first", "--root", sys.argv[1], "--now", "2024-07-01"])
