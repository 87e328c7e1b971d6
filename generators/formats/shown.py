"""What of a record leaves as data: no number that its own page hides or rounds."""

from dataclasses import fields

from generators.archive import Archive
from generators.disclosure import is_guarded
from generators.formats.plan import APART
from generators.groups import once_per_type, referring
from generators.record import GIVEN_BY_PROGRAM, Kind, Record
from generators.register import Register

OF_EVERY_REGISTER = frozenset(
    {
        "title",
        "row",
        "columns",
        "licence",
        "why_empty",
        "publish_on",
        "published",
        "formerly",
        "source",
        "in_pack",
        "notes",
    }
)
"""The fields of a register that hold no number of its rows."""
OF_THE_RULE = frozenset({"rows_about", "disclosure", "disclosure_decided"})
LEFT_OUT = (
    "Some registers count people, and small numbers of them are hidden. Of these only the title, the columns and where "
    "they come from are here, without their rows: the page of each shows as much of its numbers as may be shown."
)
"""What a dataset says that such a register could be in."""


def guarded(archive: Archive) -> frozenset[str]:
    """The ids of all such registers, each after its noun and a colon."""
    return frozenset(
        f"{kind.noun}:{record.id}"
        for kind in archive.kinds
        if issubclass(kind.type, Register)
        for record in archive.records[kind.noun].values()
        if is_guarded(record)
    )


def records(archive: Archive, kind: Kind, guards: frozenset[str]) -> list[Record]:
    """The records of a kind that leave as data: no row of a register that is guarded."""
    found = archive.records[kind.noun].values()
    if not kind.within or not guards:
        return list(found)
    return [record for record in found if f"{kind.within}:{record.id.rpartition('/')[0]}" not in guards]


def fields_shown(kind: Kind, record: Record) -> frozenset[str]:
    """The names of the fields of a record that leave as data."""
    return _guarded_fields(kind.type) if is_guarded(record) else fields_possible(kind)


def fields_possible(kind: Kind) -> frozenset[str]:
    """The names of the fields that records of a kind can have as data."""
    return _all_fields(kind.type) - frozenset(kind.unshown)


def can_be_guarded(type_: type) -> bool:
    """Whether registers of this type say how their numbers are protected."""
    return issubclass(type_, Register) and "disclosure" in {each.name for each in fields(type_)}


@once_per_type
def _all_fields(type_: type) -> frozenset[str]:
    return frozenset(each.name for each in fields(type_)) - frozenset(GIVEN_BY_PROGRAM) - frozenset(APART)


@once_per_type
def _guarded_fields(type_: type) -> frozenset[str]:
    """Of a register that is guarded: what every register has, the rule itself, and the records that it names."""
    named = frozenset(member.name for member in referring(type_) if member.ref)
    return _all_fields(type_) & (OF_EVERY_REGISTER | OF_THE_RULE | named)
