"""The address of every record, and records that would take one that is taken."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from generators.archive import Archive
from generators.half_read import half_read, until_unread
from generators.problem import Finding, Problem, Where
from generators.record import Kind, Record
from generators.shape import not_an_id


def taken_by_docs(addresses: Iterable[str], root: Path) -> Iterator[Problem]:
    """A problem for every page in `docs/` that has the address of a page made from records."""
    docs = _hand_written(root)
    for address in addresses:
        page = docs.get(address.casefold())
        if page:
            words = f"the address /{address} belongs to a page made from records. Give this page another name."
            yield Problem(page, 1, 1, "", words)


def unreadable_docs(root: Path) -> Iterator[Problem]:
    """A problem for every page in `docs/` that is not text in UTF-8."""
    for page in sorted((root / "docs").rglob("*.md")):
        try:
            page.read_text("utf-8")
        except UnicodeDecodeError:
            words = "the file is not in UTF-8. Save it again and choose the encoding UTF-8."
            yield Problem(page.relative_to(root).as_posix(), 1, 1, "", words)


def clashes(archive: Archive, root: Path) -> Iterator[Finding]:
    """A finding for every record whose address another record, an earlier id or a hand-written page has.

    A record whose own id is refused takes no address from another; one with another mistake takes what is left.
    """
    taken = _hand_written(root)
    for kind, record in (*_sound(archive), *_broken(archive)):
        for where, address in until_unread(partial(_addresses, kind, record)):
            holder = taken.setdefault(address.casefold(), record.path)
            if holder != record.path:
                message = f"the address /{address} belongs to {holder}. Choose another id."
                yield Finding(record.path, where, message, record.line)


def _sound(archive: Archive) -> Iterator[tuple[Kind, Record]]:
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            if record.path not in archive.unsound:
                yield kind, record


def _broken(archive: Archive) -> Iterator[tuple[Kind, Record]]:
    for kind in archive.kinds:
        for record in half_read(archive, kind.type):
            if not any(map(not_an_id, record.id.split("/"))):
                yield kind, record


def _addresses(kind: Kind, record: Record) -> Iterator[tuple[Where, str]]:
    """The addresses that a record has and had, and where it says so."""
    if own := kind.address(record.id):
        yield (), own
    for number, id in enumerate(record.formerly):
        if earlier := kind.address(id):
            yield ("formerly", number), earlier


def _hand_written(root: Path) -> dict[str, str]:
    """The pages in `docs/` by their addresses, in small letters."""
    return {address.casefold(): path for address, path in of_docs(root)}


def of_docs(root: Path) -> Iterator[tuple[str, str]]:
    """The address of every page in `docs/`, and its path."""
    docs = root / "docs"
    for page in sorted(docs.rglob("*.md")):
        yield _address(page.relative_to(docs)), page.relative_to(root).as_posix()


def _address(page: Path) -> str:
    if page.stem in ("index", "README"):
        parent = page.parent.as_posix()
        return "" if parent == "." else f"{parent}/"
    return page.with_suffix("").as_posix() + "/"
