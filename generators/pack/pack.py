"""From an office's folder to a pack: check, build, copy, hash, and put it in place once all of it is there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from generators import __version__
from generators.archive import Archive
from generators.check import load
from generators.dates import long_date
from generators.follow.publisher import Publisher, publisher
from generators.last_published import last_published
from generators.ledger.history import changes
from generators.ledger.now import now_of
from generators.pack.bag import File, bag
from generators.pack.kept import BY_HAND, state
from generators.pack.purpose import ADDRESSES, Purpose
from generators.pack.put import is_free, put
from generators.pack.read_me import read_me
from generators.pack.site_copy import copied
from generators.problem import Problem, Problems
from generators.read.files import RECORDS
from generators.redirects.addresses import addresses
from generators.redirects.lists import as_csv
from generators.redirects.place import place
from generators.render import render, site_name
from generators.site.build import build
from generators.summary import summary

PROGRAM = f"scrutiny {__version__}"
BUILT = ".scrutiny/packed"
"""Where the site is built that goes into a pack: the one that is published stays as it is."""

TOLD = 500
"""Files after which somebody at a terminal is told how far it has come."""


@dataclass(frozen=True)
class Packed:
    """What was put in a pack."""

    files: int
    size: int
    """Bytes of what it carries."""
    records: str
    """How many records there are, and how many of them the public may not see."""
    warnings: tuple[Problem, ...]
    unpublished: int
    """How many records are not as the ledger has them, where there is one: whoever verifies the pack is told so."""


def pack(root: Path, out: Path, purpose: Purpose, now: datetime, say: Callable[[str], None]) -> Packed:
    """Make a pack. Raises Problems; then nothing is written. The same records and moment give the same bytes."""
    _refuse(root, out)
    say("Reading and checking the records")
    before = state(root)
    archive = load(root)
    seen = last_published(root)(archive, now)
    office = publisher(seen, site_name(seen))
    build(root, root / BUILT, now, say, last_published(root))
    say("Copying and hashing every file")
    told = f"This is a copy of the site as it stood on {long_date(now)}."
    told += f" The site itself was published at {office.address}." if office.address else ""
    site = copied((root / BUILT).resolve(), office.address, told)
    beside = (("README.txt", read_me(purpose, office.name, long_date(now), PROGRAM)),)
    sizes: list[int] = []
    listed = as_csv(addresses(render(seen, now, root), root), place(office.address, "")).encode()
    carried = chain(purpose.gather(root, site), ((ADDRESSES, listed),))
    files = bag(_counted(carried, sizes, say), _info(purpose, office, now), beside)
    put(_unchanged(files, root, before), out, name_of(purpose, now), now)
    return Packed(len(sizes), sum(sizes), summary(archive, now), archive.warnings, _unpublished(archive, seen, root))


def _unpublished(archive: Archive, seen: Archive, root: Path) -> int:
    """How many records publishing would add, change or take down."""
    there = now_of(archive, seen, seen.ledger, root)
    return len(tuple(changes(seen.ledger, there))) if seen.ledger.notes else 0


def name_of(purpose: Purpose, now: datetime) -> str:
    """What a pack is called that nobody gave a name."""
    return f"record-{purpose.name}-{now.date()}"


def _refuse(root: Path, out: Path) -> None:
    """Raises Problems where a pack cannot be put in this place."""
    words = ""
    inside = out.relative_to(root).parts[:1] if out.is_relative_to(root) else ()
    if inside and inside[0] in (*RECORDS, BY_HAND, "site", ".scrutiny"):
        words = f"a pack cannot lie in {inside[0]}/, where it would be taken for a part of the record. Choose another."
    elif out == root or out in root.parents:
        words = "the office's own folder lies here. Choose another place."
    elif not is_free(out):
        words = "something is here already, and it is left as it is. Choose another name."
    if words:
        raise Problems([Problem(str(out), 1, 1, "--out", words)])


def _info(purpose: Purpose, office: Publisher, now: datetime) -> dict[str, str]:
    """The description of a pack, by the labels that the format has for it, and two of our own."""
    return {
        "Source-Organization": office.name,
        "External-Description": f"The record of {office.name}: {purpose.holds}",
        "Bagging-Date": now.date().isoformat(),
        "Bag-Software-Agent": PROGRAM,
        "Access": purpose.access,
        "Licence": f"{office.licence} {office.licence_address}".strip() + ", for what is public",
    }


def _counted(files: Iterator[File], sizes: list[int], say: Callable[[str], None]) -> Iterator[File]:
    for path, content in files:
        sizes.append(len(content))
        if len(sizes) % TOLD == 0:
            say(f"Copying and hashing: {len(sizes):,} files so far")
        yield path, content


def _unchanged(files: Iterator[File], root: Path, before: dict[str, tuple[int, int]]) -> Iterator[File]:
    """The files; at their end Problems are raised if somebody wrote into the records in the meantime."""
    yield from files
    after = state(root)
    changed = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    if changed:
        words = "this was changed while the pack was being made. Give the command again."
        raise Problems(Problem(path, 1, 1, "", words) for path in changed)
