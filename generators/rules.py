"""Rules that hold for records of every kind, and the form in which a section states its own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from functools import partial
from typing import TypeVar

from generators.archive import Archive
from generators.half_read import by_id, half_read, until_unread
from generators.ids import outer
from generators.problem import Finding, Where, did_you_mean
from generators.record import Kind, Record
from generators.references import references_to_parts
from generators.references_typed import parts_typed

R = TypeVar("R", bound=Record)
Said = Iterator[tuple[Where, str]]
"""What a rule says of a record: where in it something is wrong, and what."""


def every(archive: Archive, type_: type[R], rules: Iterable[Callable[[Archive, R], Said]]) -> Iterator[Finding]:
    """What these rules find in every record of a type; of one with a mistake, what they can say without that field."""
    asked = tuple(rules)
    for record in archive.all(type_):
        for rule in asked:
            for where, message in rule(archive, record):
                yield Finding(record.path, where, message, record.line)
    apart = by_id(archive)
    for record in half_read(archive, type_):
        for rule in asked:
            for where, message in until_unread(partial(rule, apart, record)):
                yield Finding(record.path, where, message, record.line)


def warnings(archive: Archive, type_: type[R], rules: Iterable[Callable[[Archive, R], Said]]) -> Iterator[Finding]:
    """The same of rules that only ask to look again: nothing is refused for them."""
    return (replace(finding, is_warning=True) for finding in every(archive, type_, rules))


def part_of(archive: Archive, noun: str, reference: str | None) -> str | None:
    """What is wrong with the part that a reference names after `#`, in a record that is there; None if nothing is."""
    id, sign, part = (reference or "").partition("#")
    record = archive.records[noun].get(id) if sign else None
    parts = archive.kind(record).parts if record else None
    if record is None or parts is None:
        return None
    if not part:
        return "write the part after `#`, or take `#` away."
    known = set(parts(record))
    return None if part in known else f'the {noun} {id} has no part "{part}".{did_you_mean(part, known)}'


def of_every_kind(archive: Archive) -> Iterator[Finding]:
    """What is wrong with the publication of any record, with what it says of itself, and with the parts it names."""
    apart = by_id(archive)
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            for where, message in (
                *withdrawal(archive, kind, record),
                *publication(record),
                *parts_named(archive, record),
            ):
                yield Finding(record.path, where, message, record.line)
        for record in half_read(archive, kind.type):
            asked = (partial(withdrawal, apart, kind, record), partial(publication, record))
            for where, message in (said for rule in asked for said in until_unread(rule)):
                yield Finding(record.path, where, message, record.line)
    for found in archive.broken:
        for where, message in _parts_named(archive, parts_typed(found)):
            yield Finding(found.path, where, message, found.line)


def unannounced(archive: Archive) -> Iterator[Finding]:
    """A warning for every record with a page of its own that the public sees and no feed tells of."""
    message = "it does not say since when it is here, so no feed tells of it. Add `published` with the day of today."
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            is_new = record.publication == "published" and record.published is None and not record.changes
            if is_new and not record.line and kind.address(record.id):
                yield Finding(record.path, ("publication",), message, is_warning=True)


def withdrawal(archive: Archive, kind: Kind, record: Record) -> Said:
    """A withdrawal has its reason: its own, or that of the withdrawn record in which it lies."""
    if record.publication != "withdrawn" or any(change.kind == "withdrawn" for change in record.changes):
        return
    around = archive.records[kind.within].get(outer(record.id)) if kind.within else None
    if kind.within and (around is None or around.publication == "withdrawn"):
        return
    if record.line:
        yield (
            ("publication",),
            "a withdrawn row says since when and why: in the columns `withdrawn_on` and `withdrawn_because`.",
        )
    else:
        yield (
            ("publication",),
            "a withdrawn record needs an entry under `changes` with `kind: withdrawn`, its date and its reason.",
        )


def parts_named(archive: Archive, record: Record) -> Said:
    """The parts of records that it names after `#` are there."""
    yield from _parts_named(archive, references_to_parts(record))


def _parts_named(archive: Archive, named: Iterable[tuple[Where, str, str]]) -> Said:
    for where, noun, reference in named:
        if wrong := part_of(archive, noun, reference):
            yield where, wrong


def publication(record: Record) -> Said:
    """Changes follow publication and each other; what a record says of itself is so."""
    last = record.published
    for number, change in enumerate(record.changes):
        if last and change.date < last:
            yield ("changes", number, "date"), f"{change.date} is before {last}. List changes from first to last."
        last = max(last, change.date) if last else change.date
    for number, id in enumerate(record.formerly):
        if id == record.id:
            yield ("formerly", number), "this is the id that the record has now. Take it out."
        elif id.count("/") != record.id.count("/"):
            yield ("formerly", number), f'"{id}" cannot be an id this record had before. Write it like {record.id}.'
    names = [field.name for field in fields(record)] if record.also_printed else []
    for number, other in enumerate(record.also_printed):
        if other.field not in names:
            message = f'there is no field "{other.field}" in this record.{did_you_mean(other.field, names)}'
            yield ("also_printed", number, "field"), message
