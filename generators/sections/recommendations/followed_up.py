"""Which meetings and papers tell what became of a recommendation: the way back from the evidence to it."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.ids import whole
from generators.link import Link
from generators.raised import address_of
from generators.references import key_of
from generators.sections.recommendations.rows import words_of
from generators.sections.recommendations.tracker import letters_of, tracker


def followed_up(archive: Archive) -> Iterator[tuple[str, Link]]:
    """The key of every record that an update or a letter names, with what the update or letter is about."""
    letters = letters_of(archive)
    for found in tracker(archive):
        ref = found.raised.ref
        link = Link(words_of(found), address_of(ref))
        for update in found.updates:
            named = (("meeting", update.evidence_meeting), ("paper", update.evidence_paper))
            yield from ((key_of(noun, whole(id)), link) for noun, id in named if id)
        for letter in letters.get(ref, ()):
            if letter.paper:
                yield key_of("paper", whole(letter.paper)), link
