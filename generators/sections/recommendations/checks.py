"""What must hold between what was raised and what is said to have become of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generators import sections
from generators.archive import Archive
from generators.fields import SLUG
from generators.problem import Finding, Where, nearest
from generators.raised import Raised
from generators.rules import Said, every
from generators.sections.recommendations import checks_of_updates
from generators.sections.recommendations.records import Letter, RecommendationSource, Update
from generators.sections.recommendations.records.source import Recommendation
from generators.shape import Identified

TAKEN = frozenset({"from", "letters", "open", "overdue", "owners", "registers", "sources", "status", "year-ends"})
"""The ends of this section's other addresses, which no ref can have."""
MISTYPED = 50
"""With more refs missing than this, nobody mistyped them all, and looking for near ones would take long."""


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over everything raised, and over every record."""
    yield from refs(archive)
    yield from missing(archive)
    yield from every(archive, RecommendationSource, (entries, answers))
    yield from letters(archive)
    yield from checks_of_updates.check(archive)


def refs(archive: Archive) -> Iterator[Finding]:
    """A ref can be part of an address, and nothing else on the site has it."""
    first: dict[str, Raised] = {}
    for raised in sections.raised(archive):
        message = ""
        if raised.decided:
            first.setdefault(raised.decided.ref, raised)
        if not SLUG.fullmatch(raised.ref):
            message = f'"{raised.ref}" cannot be a ref. Use lower-case letters, digits and single hyphens.'
        elif raised.ref in TAKEN:
            message = f'"{raised.ref}" is the address of another page. Choose another ref.'
        elif raised.ref in first:
            path, other = _path(archive, raised), _path(archive, first[raised.ref])
            there = "above" if other == path else f"in {other}"
            message = f'the ref "{raised.ref}" stands {there} already. Every recommendation has one of its own.'
        if message:
            yield Finding(_path(archive, raised), _where(archive, raised), message)
        first.setdefault(raised.ref, raised)


def missing(archive: Archive) -> Iterator[Finding]:
    """An update or a letter names something that was raised, as far as that is known."""
    known = {raised.ref for raised in sections.raised(archive)}
    carried = _carried_out(archive)
    named: dict[str, list[tuple[Update | Letter | Identified, str]]] = defaultdict(list)
    for update in archive.all(Update):
        named[update.ref].append((update, "ref"))
        if update.superseded_by:
            named[update.superseded_by].append((update, "superseded_by"))
    for letter in archive.all(Letter):
        named[letter.ref].append((letter, "ref"))
    for row in archive.broken:
        if row.kind.type in (Update, Letter) and SLUG.fullmatch(row.values.get("ref", "")):
            named[row.values["ref"]].append((row, "ref"))
    lost = {ref: where for ref, where in named.items() if ref not in known and not sections.may_raise(archive, ref)}
    for ref, where in lost.items():
        hint = nearest(ref, known) if len(lost) <= MISTYPED else ""
        message = f'nothing on the site has the ref "{ref}".{hint}'
        if ref in carried:
            message = f"the decision is followed as what carries it out. Write {' or '.join(carried[ref])}."
        for record, column in where:
            yield Finding(record.path, (column,), message, record.line)


def _carried_out(archive: Archive) -> dict[str, list[str]]:
    """By the ref that a decision would have of its own, the refs of what carries it out."""
    found: dict[str, list[str]] = defaultdict(list)
    for raised in sections.raised(archive):
        if raised.decided:
            found[raised.decided.ref].append(raised.ref)
    return found


def entries(_: Archive, source: RecommendationSource) -> Said:
    """What cannot be read has no text, and nothing is due before it was raised."""
    for where, found in _each(source):
        if found.text and not found.legible:
            yield (*where, "legible"), "there is a text here, so it can be read. Take one of the two out."
        if found.due and source.date and found.due < source.date:
            yield (*where, "due"), f"{found.due} is before the date of the source, {source.date}."


def answers(_: Archive, source: RecommendationSource) -> Said:
    """An inspectorate's report has its day, and an answer comes after it."""
    if source.form == "inspectorate report" and source.date is None:
        yield ("date",), "the field is missing. The 56 days for an answer are counted from the day of publication."
    if source.answered and source.date and source.answered < source.date:
        yield ("answered",), f"{source.answered} is before the date of the source, {source.date}."


def letters(archive: Archive) -> Iterator[Finding]:
    """A letter comes after what it is about, and a reply after the letter."""
    raised_on = {raised.ref: raised.raised_on for raised in sections.raised(archive)}
    for letter in archive.all(Letter):
        start = (raised_on.get(letter.ref), "it was raised")
        for column, day, (before, what) in (
            ("sent", letter.sent, start),
            ("replied", letter.replied, (letter.sent, "the letter was sent") if letter.sent else start),
        ):
            if day and before and day < before:
                message = f"{day} is before {before}, the day on which {what}."
                yield Finding(letter.path, (column,), message, letter.line)


def _each(source: RecommendationSource) -> Iterator[tuple[Where, Recommendation]]:
    for number, strand in enumerate(source.strands):
        for at, found in enumerate(strand.recommendations):
            yield ("strands", number, "recommendations", at), found


def _path(archive: Archive, raised: Raised) -> str:
    """The file in which something was raised."""
    return archive.records[raised.noun][raised.id].path


def _where(archive: Archive, raised: Raised) -> Where:
    """Where in its file the ref stands, the last place if there are several; nowhere, if it is not typed there."""
    places = tuple(_refs_in(archive.records[raised.noun][raised.id], raised.ref, ()))
    return places[-1] if places else ()


def _refs_in(group: Any, ref: str, where: Where) -> Iterator[Where]:
    """Every place in a record, whatever its kind, at which a group of fields says that this is its ref."""
    for field in fields(group):
        value = getattr(group, field.name)
        if field.name == "ref" and value == ref:
            yield (*where, "ref")
        for at, entry in enumerate(value) if isinstance(value, tuple) else ():
            if is_dataclass(entry):
                yield from _refs_in(entry, ref, (*where, field.name, at))
