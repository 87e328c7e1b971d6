"""What is wrong with the words of records that tell of cases, in words that the office chooses."""

from collections.abc import Iterable, Iterator

from generators import proceedings
from generators.archive import Archive
from generators.names_policy import last_names, names, names_of_givers, private_facts
from generators.problem import Finding, Where
from generators.record import Record
from generators.texts import texts
from generators.wordings_to_avoid import blame

ABOUT_CASES = frozenset({"dip_samples", "dilemmas", "visits", "recommendations"})
"""The sections whose records tell of cases."""
ABOUT_GIFTS = "gifts"
"""The section whose rows an office keeps as it always did: there a name is warned of, and the row is still read."""
GIVERS = frozenset({"offered_by", "donor", "donors"})
"""The fields of these rows that say who gives."""


def findings(archive: Archive) -> Iterator[Finding]:
    """A name or an alleged crime is refused; blame, age, family and health are warned of."""
    known = _people(archive)
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            if kind.section in ABOUT_CASES:
                yield from _of_a_case(record, known)
            elif kind.section == ABOUT_GIFTS:
                yield from _of_a_gift(record, known)


def _of_a_case(record: Record, known: frozenset[str] | None) -> Iterator[Finding]:
    said = tuple(texts(record))
    for where, text in said:
        for told in () if known is None else names(text, known):
            yield Finding(record.path, where, told.message, record.line, words=told.words)
        for told in private_facts(text):
            yield Finding(record.path, where, told.message, record.line, is_warning=True, words=told.words)
        for message in blame(text):
            yield Finding(record.path, where, message, record.line, is_warning=True)
    yield from _crime(record, said)


def _of_a_gift(record: Record, known: frozenset[str] | None) -> Iterator[Finding]:
    for where, text in texts(record):
        look = names_of_givers if where[0] in GIVERS else names
        for told in (*(() if known is None else look(text, known)), *private_facts(text)):
            yield Finding(record.path, where, told.message, record.line, is_warning=True, words=told.words)


def _crime(record: Record, said: Iterable[tuple[Where, str]]) -> Iterator[Finding]:
    """The first words that speak of an alleged crime, in a record that does not say how things stand in court."""
    if isinstance(record, proceedings.SaysProceedings) and record.proceedings is None:
        for where, text in said:
            if words := proceedings.crime_in(text):
                yield Finding(record.path, where, proceedings.unsaid(words), record.line)
                return


def _people(archive: Archive) -> frozenset[str] | None:
    """The last names that may stand; None while a person's record cannot be read, and nobody can tell."""
    kind = archive.kind_called("person")
    if archive.unsound_beside(kind.files):
        return None
    return last_names(
        text
        for person in archive.records[kind.noun].values()
        for where, text in texts(person)
        if where[0] in ("name", "also_printed_as")
    )
