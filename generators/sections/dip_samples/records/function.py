"""A kind of file that members read, and the words in which they give their view of one."""

from dataclasses import field
from typing import Literal

from generators.fields import RichText, Text
from generators.record import Record, fields
from generators.sections.dip_samples.records.ids import PaperPart

Outcome = Literal[
    "appropriate", "appropriate with observations", "inappropriate", "panel could not agree", "no view"
]  # fmt: skip
"""The standard outcomes. That members did not agree is an outcome of its own, and so is that none gave a view."""
OUTCOMES: tuple[Outcome, ...] = (
    "appropriate", "appropriate with observations", "inappropriate", "panel could not agree", "no view",
)  # fmt: skip


@fields
class Function(Record):
    """A kind of file that members read some of, like custody records; an office adds its own by adding a record."""

    title: Text
    """What these files are called, like `Custody records`."""
    about: RichText | None = None
    """What these files are, and what members look for in them."""
    quarter: Text | None = None
    """The quarter of the year in which it is looked at, as printed: `Q2`."""
    picked_how: Text | None = None
    """How the files are to be picked, where a paper lays that down."""
    paper: PaperPart | None = None
    """The paper that sets this out, by id, with `#` and the paragraph."""
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    """The office's own words for a view, each with the standard outcome it counts as."""
