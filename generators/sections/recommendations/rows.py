"""What lists of recommendations show of each, and under which headings they put them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.dates import as_given
from generators.link import Link, to_record
from generators.sections.recommendations.statuses import EMPTY, NOT_LEGIBLE, OPEN, TONES, Standing
from generators.sections.recommendations.tracker import Tracked
from generators.slugs import distinct

AGES = ((183, "less than 6 months"), (365, "6 months to a year"), (730, "1 to 2 years"), (1826, "2 to 5 years"))
"""Days from the day something was raised, and how long that is in words."""
OLDEST, UNDATED = "more than 5 years", "not known: it has no date"
NOBODY = "No owner stated"


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


@dataclass(frozen=True)
class Group:
    """Rows beneath one heading."""

    title: str
    anchor: str
    rows: tuple[Row, ...]


def address_of(ref: str) -> str:
    """The page of a recommendation or action."""
    return f"recommendations/{ref}/"


def words_of(found: Tracked) -> str:
    """What is asked for, or why nothing is."""
    said = {EMPTY: "Numbered row without a text", NOT_LEGIBLE: "A text that cannot be read"}
    return found.raised.text or said[found.at_rest]


def row(archive: Archive, found: Tracked, standing: Standing) -> Row:
    """A recommendation as lists show it."""
    raised = found.raised
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
    )


def place_link(archive: Archive, found: Tracked) -> Link:
    """The place where it arose."""
    raised = found.raised
    record = archive.records[raised.noun][raised.id]
    return Link(raised.source, f"{to_record(archive, record).address}#{raised.part}")


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


def by_owner(rows: Iterable[Row]) -> tuple[Group, ...]:
    """Everything by owner, the owner of most first; what has several owners stands beneath each."""
    found: dict[str, list[Row]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in rows:
        for owner in dict.fromkeys(name.casefold() for name in one.owner or (NOBODY,)):
            found[owner].append(one)
        names |= {name.casefold(): names.get(name.casefold(), name) for name in one.owner or (NOBODY,)}
    owners = sorted(found, key=lambda owner: -len(found[owner]))
    anchors = distinct(names[owner] for owner in owners)
    return tuple(
        Group(names[owner], anchor, tuple(found[owner])) for owner, anchor in zip(owners, anchors, strict=True)
    )


def by_age(rows: Iterable[Row], today: date) -> tuple[Group, ...]:
    """What is not closed, the oldest first, by how long ago it was raised."""
    waiting = sorted((one for one in rows if one.status in OPEN), key=lambda one: one.raised or date.max)
    found: dict[str, list[Row]] = defaultdict(list)
    for one in waiting:
        found[age(one.raised, today)].append(one)
    return tuple(Group(f"Age: {words}", anchor, tuple(found[words])) for words, anchor in _anchored(found))


def age(raised: date | None, today: date) -> str:
    """How long ago something was raised, in words."""
    if raised is None:
        return UNDATED
    return next((words for days, words in AGES if (today - raised).days < days), OLDEST)


def _anchored(titles: Iterable[str]) -> Iterator[tuple[str, str]]:
    names = tuple(titles)
    yield from zip(names, distinct(names), strict=True)
