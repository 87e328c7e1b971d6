"""Which meetings and papers tell what became of a recommendation: the way back from the evidence to it."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.ids import whole
from generators.link import Link
from generators.references import key_of
from generators.sections.recommendations.records import Letter, Update, place_of
from generators.sections.recommendations.rows import words_of
from generators.sections.recommendations.tracker import letters_of, tracker

NOUNS = ("recommendation-update", "letter")
"""The kinds of record that it tells of, by what they are about."""


def followed_up(archive: Archive) -> Iterator[tuple[str, Link]]:
    """The key of every record that an update or a letter names, with what the update or letter is about.

    The link leads to that update or letter, to the last of them where several of one recommendation name the record.
    """
    letters = letters_of(archive)
    for found in tracker(archive):
        rows: tuple[Update | Letter, ...] = (*found.updates, *letters.get(found.raised.ref, ()))
        last = {key: row for row in rows for key in _named(row)}
        yield from ((key, Link(words_of(found), place_of(row))) for key, row in last.items())


def _named(row: Update | Letter) -> Iterator[str]:
    """The keys of the records that it names."""
    named = (
        (("meeting", row.evidence_meeting), ("paper", row.evidence_paper))
        if isinstance(row, Update)
        else (("paper", row.paper),)
    )
    yield from (key_of(noun, whole(id)) for noun, id in named if id)
