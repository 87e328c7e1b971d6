"""The pages of duties: all of them by subject, and one page each with the records that meet it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from generators.archive import Archive
from generators.dates import as_given
from generators.facets import Facets
from generators.fields import LONDON
from generators.frame import list_page, record_page, with_neighbours
from generators.link import Link
from generators.page import Page
from generators.sections.duties.records import Duties
from generators.sections.duties.rows import OLDER, Row, began, lines, row
from generators.sections.duties.standing import NOT_CONFIRMED, Standing, evidence, standing
from generators.table import Column, Table

HERE = Link("What must be published", "duties/")
ABOUT = "What the law wants this office to publish, where it is on this site, and what falls due next."
SHOWN = 20
"""Records on the page of a duty; the others are counted."""
SURE = {
    "confirmed": "confirmed: read in the law itself",
    "quoted": "quoted: somebody states it, and it has not been read in the law for this page",
    "memory": "from memory: still to be verified",
    "": "not known",
}
"""How sure something is, as a page says it."""
COLUMNS = (
    Column("id", "Id"), Column("subject", "Subject"), Column("title", "What must be published"),
    Column("law", "Law"), Column("paragraph", "Paragraph"), Column("state", "How it stands"),
    Column("last_published", "Last published"), Column("next_due", "Next due"), Column("timing", "Timing"),
    Column("sure_of_what", "How sure of what"), Column("sure_of_when", "How sure of when"),
    Column("checked", "Checked on"), Column("address", "Page"),
)  # fmt: skip


@dataclass(frozen=True)
class Subject:
    """The duties on one subject."""

    title: str
    rows: tuple[Row, ...]


def pages(archive: Archive, now: datetime) -> Iterator[Page]:
    """The list, and a page for each duty; where no duty is stated, a list that says so."""
    today = now.astimezone(LONDON).date()
    record = next(iter(archive.all(Duties)), None)
    if record is None:
        yield list_page(
            archive, HERE.address, HERE.text, "duties/duties", {"subjects": ()}, section=HERE.address,
            description=ABOUT,
        )  # fmt: skip
        return
    by_met = evidence(archive)
    stood = [standing(duty, by_met, today) for duty in record.duties]
    rows = [row(duty, stands, today) for duty, stands in zip(record.duties, stood, strict=True)]
    yield record_page(
        archive, record, HERE.text, (), _listed(rows, today), section=HERE.address, tables=(_table(rows),),
        description=ABOUT,
    )  # fmt: skip
    stands_of = {found.link.address: stands for found, stands in zip(rows, stood, strict=True)}
    first = began(by_met)
    for before, found, after in with_neighbours(rows, lambda found: found.link):
        stands = stands_of[found.link.address]
        yield list_page(
            archive, found.link.address, found.duty.title, "duties/duty",
            _of_one(found, stands, first, today), section=HERE.address, trail=(Link("Home", ""), HERE),
            previous=before, next=after, facets=Facets(kind="Duty", status=found.state),
            description=f"{found.duty.title}: what the law wants published, where it is, and how sure that is.",
        )  # fmt: skip


def _listed(rows: Sequence[Row], today: date) -> dict[str, Any]:
    """What the list shows; the day only where something is counted down to."""
    urgent = sorted((found for found in rows if found.next_due), key=lambda found: str(found.next_due))
    applying = [found for found in rows if found.duty.applies]
    return {
        "subjects": tuple(
            Subject(title, tuple(found for found in rows if found.duty.subject == title))
            for title in dict.fromkeys(found.duty.subject for found in rows)
        ),
        "urgent": tuple(urgent),
        "counted_on": today if urgent else None,
        "total": len(applying),
        "unconfirmed": sum(not found.when for found in applying),
        "sure": SURE,
    }


def _of_one(found: Row, stands: Standing, first: date | None, today: date) -> dict[str, Any]:
    """What the page of a duty shows."""
    listed = tuple(lines(found.duty, stands, first, today))
    more = len(listed) - SHOWN
    return {
        "row": found,
        "duty": found.duty,
        "lines": listed[:SHOWN],
        "more": max(more, 0),
        "dated": any(line.last for line in listed),
        "older": any(line.words == OLDER for line in listed[:SHOWN]),
        "checked": as_given(found.duty.checked, found.duty.checked_as_given),
        "said": tuple(one for one in found.duty.statements if one.date <= today),
        "sure": SURE,
    }


def _table(rows: Sequence[Row]) -> Table:
    """The list as a file."""
    cells = (
        (
            found.duty.id, found.duty.subject, found.duty.title, found.duty.law, found.duty.paragraph, found.state,
            _iso(found.last_published), _iso(found.next_due), found.when or NOT_CONFIRMED, found.duty.sure_of_what,
            found.duty.sure_of_when or "", _iso(found.duty.checked) or found.duty.checked_as_given, found.link.address,
        )
        for found in rows
    )  # fmt: skip
    return Table("duties", COLUMNS, tuple(cells))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
