"""What a programme recommended, with the ways to its pages: in the tracker, and in the paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from generators.raised import address_of
from generators.sections.visits.records import Programme, Recommendation
from generators.slugs import slug_of


@dataclass(frozen=True)
class Recommended:
    """A recommendation as a page shows it."""

    one: Recommendation
    tracked: str
    """Its page in the tracker."""
    paragraph: str
    """Its paragraph of the programme's paper, as a reference; empty where there is none to go to."""


def recommended(programme: Programme) -> Sequence[Recommended]:
    """Every recommendation of a programme, in the order of its paper."""
    return tuple(
        Recommended(one, address_of(one.ref), to_paragraph(programme.paper, one.paragraph))
        for one in programme.recommendations
    )


def to_paragraph(paper: str | None, printed: str | None) -> str:
    """A paragraph of a paper, as a reference; empty where there is none to go to."""
    return f"{paper}#{paragraph_anchor(printed)}" if paper and printed else ""


def paragraph_anchor(printed: str) -> str:
    """The end of a paragraph's permanent link on the page of its paper: `para-27-a` for `27 a`."""
    return f"para-{slug_of(printed)}"
