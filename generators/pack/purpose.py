"""Whom a pack is for, and what it may therefore hold."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generators.pack.bag import File
from generators.pack.kept import kept

RECORDS, SITE, ADDRESSES = "records/", "site/", "addresses.csv"
"""What is carried: what the office keeps, the copy of its site, and the list of every address of that."""


KEPT = f"""\
THE RECORDS
  data/{RECORDS} holds the files from which the site is made, byte for byte: text files that any editor opens.
  To go on with them, copy this folder to another place first: the program keeps files of its own beside the records,
  and the pack is to stay as it is. Then, in the copy: scrutiny check, scrutiny build.
"""


class Purpose(NamedTuple):
    """One kind of pack."""

    name: str
    """In the name of the file."""
    access: str
    """Who may see it, as the description of the pack and the person who made it are told."""
    holds: str
    """What is in it, for whoever opens it."""
    also: tuple[str, ...]
    """What the page on top of it says besides what is said of every pack."""
    gather: Callable[[Path, Iterator[File]], Iterator[File]]
    """What it carries besides the list of addresses, from the office's folder and the copy of the site."""


def _for_everybody(_: Path, site: Iterator[File]) -> Iterator[File]:
    return ((f"{SITE}{path}", content) for path, content in site)


def _for_a_successor(root: Path, site: Iterator[File]) -> Iterator[File]:
    records = ((f"{RECORDS}{path}", content) for path, content in kept(root))
    return chain(records, _for_everybody(root, site))


PUBLIC = Purpose(
    "public",
    "Public. It holds what the site shows and nothing else.",
    "the published site, its data and its attached documents",
    (),
    _for_everybody,
)
HANDOVER = Purpose(
    "handover",
    "Not for the public. It holds every record as the office keeps it: drafts, what is not due yet, what was "
    "withdrawn, and what is withheld.",
    "every record as the office keeps it, the published site, its data and its attached documents",
    (KEPT,),
    _for_a_successor,
)
