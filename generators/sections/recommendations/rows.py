"""What lists of recommendations show of each, and where its page, its place and its source are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.dates import as_given
from generators.link import Link, to_record
from generators.raised import address_of
from generators.sections.recommendations.statuses import EMPTY, NOT_LEGIBLE, TONES
from generators.sections.recommendations.tracker import Tracked


@dataclass(frozen=True)
class Row:
    """One recommendation or action in a list."""

    link: Link
    kind: str
    number: str
    source: Link
    owner: tuple[str, ...]
    raised: date | None
    due: str
    status: str
    tone: str
    since: date | None
    is_overdue: bool


def words_of(found: Tracked) -> str:
    """What is asked for, or why nothing is."""
    said = {EMPTY: "Numbered row without a text", NOT_LEGIBLE: "A text that cannot be read"}
    return found.raised.text or said[found.at_rest]


def row(archive: Archive, found: Tracked, today: date) -> Row:
    """A recommendation as lists show it."""
    raised, standing = found.raised, found.standing(today)
    return Row(
        link=Link(words_of(found), address_of(raised.ref)),
        kind=raised.kind,
        number=found.printed.number or "",
        source=source_link(archive, found),
        owner=raised.owner,
        raised=raised.raised_on,
        due=as_given(raised.due, raised.due_as_printed),
        status=standing.status,
        tone=TONES.get(standing.status, "plain"),
        since=standing.since,
        is_overdue=found.is_overdue(today),
    )


def place_link(archive: Archive, found: Tracked) -> Link:
    """The place where it arose."""
    raised = found.raised
    record = archive.records[raised.noun][raised.id]
    return Link(raised.source, f"{to_record(archive, record).address}#{raised.part}")


def decision_link(archive: Archive, found: Tracked) -> Link | None:
    """The decision that it carries out, where there is one."""
    raised = found.raised
    if raised.decided is None:
        return None
    record = archive.records[raised.noun][raised.id]
    return Link(raised.source, f"{to_record(archive, record).address}#{raised.decided.part}")


def source_link(archive: Archive, found: Tracked) -> Link:
    """The page that lists what came from the same source."""
    raised = found.raised
    if raised.noun == "recommendation-source":
        return Link(raised.source, to_record(archive, archive.records[raised.noun][raised.id]).address)
    return Link(raised.source, f"recommendations/from/{raised.noun}/{raised.id}/")


def by_source(tracked: Iterable[Tracked]) -> Mapping[tuple[str, str], tuple[Tracked, ...]]:
    """What came from each record, in its order, by noun and id of the record."""
    found: dict[tuple[str, str], list[Tracked]] = defaultdict(list)
    for one in tracked:
        found[one.raised.noun, one.raised.id].append(one)
    return {key: tuple(ones) for key, ones in found.items()}
