"""Where the papers print a field of a record a second way."""

from generators.markdown import Markdown, escape
from generators.record import Record


def also_printed(record: Record) -> tuple[Markdown, ...]:
    """A note for every second reading, in neutral words."""
    return tuple(
        Markdown(
            f"Also printed for {escape(other.field.replace('_', ' '))}: "
            f"“{escape(other.value)}” ({escape(other.where)})."
        )
        for other in record.also_printed
    )
