"""What stays at an address that the ledger names and that no page has any more: no such address leads nowhere."""

from collections.abc import Iterable, Iterator
from datetime import date

from generators.archive import Archive
from generators.ledger.ledger import Ledger, Past
from generators.ledger.told import link_of
from generators.link import Link
from generators.page import ALONE, Page

TRAIL = (Link("Home", ""), Link("Changes", "changes/"))


def with_left(archive: Archive, pages: Iterable[Page]) -> Iterator[Page]:
    """These pages, and after them one for every address of the ledger that none of them has."""
    made = set()
    for page in pages:
        made.add(page.address)
        yield page
    for address, histories in _by_page(archive.ledger).items():
        if address not in made:
            yield _left(archive, address, histories)


def _by_page(ledger: Ledger) -> dict[str, list[Past]]:
    """The records that a page showed, by its address."""
    found: dict[str, list[Past]] = {}
    for past in ledger.past.values():
        for address in {entry.page for entry in past.entries if entry.page}:
            found.setdefault(address, []).append(past)
    return found


def _left(archive: Archive, address: str, histories: list[Past]) -> Page:
    live = tuple(link_of(archive, past.last) for past in histories if past.is_live)
    down = [past.last for past in histories if not past.is_live]
    erased = bool(down) and all(entry.action == "erase" for entry in down)
    last = max(down, key=lambda entry: entry.seq, default=None)
    values = {
        **ALONE,
        "live": live,
        "erased": erased,
        "on": date.fromisoformat(last.time[:10]) if last else None,
        "reasons": tuple(reason.words for reason in last.reasons) if last else (),
    }
    title = "Moved" if live else "Erased" if erased else "Withdrawn"
    return Page(address, title, "taken_down.md.jinja", values, trail=TRAIL)
