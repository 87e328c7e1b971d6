"""A word or abbreviation of the reports, and what it means."""

from generators.fields import Text
from generators.record import Record, fields
from generators.sections.performance.records.ids import PaperPart


@fields
class GlossaryTerm(Record):
    """A word or abbreviation that a reader may not know. It is explained wherever a report uses it."""

    term: Text
    """The word or abbreviation."""
    meaning: Text
    """What it means, in one sentence of your own."""
    also_written: tuple[Text, ...] = ()
    """Other forms of it, like the plural. Capitals count in an abbreviation, and in no other word."""
    paper: PaperPart | None = None
    """The paper that explains it."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way in which it is written."""
        return (self.term, *self.also_written)
