"""The bytes of versions that another took the place of: they are carried on from the last site."""

from collections.abc import Iterator, Mapping

from generators.ledger.entry import Covered, Entry
from generators.ledger.form import NotWhole
from generators.ledger.ledger import Ledger, put_away
from generators.ledger.verifier.site import Site


def earlier(ledger: Ledger, site: Site | None) -> Mapping[str, bytes]:
    """By their commitments, the bytes of all earlier versions that stay public, from the last published site.

    Raises NotWhole, or CannotLook.
    """
    if site is None:
        return {}
    wanted = tuple(superseded(ledger))
    found = site.each(lambda one: _bytes(ledger, one[0], one[1], site), wanted)
    return {file.commit: content for (_, file), content in zip(wanted, found, strict=True)}


def superseded(ledger: Ledger) -> Iterator[tuple[Entry, Covered]]:
    """Every file of an entry that stands, but does not hold any more."""
    for past in ledger.past.values():
        for entry in past.standing:
            if not (past.is_live and entry is past.last):
                yield from ((entry, file) for file in entry.files)


def _bytes(ledger: Ledger, entry: Entry, file: Covered, site: Site) -> bytes:
    for path in (put_away(file), file.path):
        content = site.read(path)
        if content is not None and ledger.is_of(entry, file, content):
            return content
    raise NotWhole(f"{file.path}: the bytes of version {entry.version} are not on the last site any more")
