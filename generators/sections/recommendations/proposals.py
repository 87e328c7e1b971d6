"""What is proposed for a new row about a recommendation: it stands so from the day on which it is typed."""

from collections.abc import Mapping
from datetime import date

from generators.archive import Archive
from generators.proposed import ID, Known, Proposals, Proposed
from generators.slugs import slug_of

OF_REF = 40
"""Characters of the ref that stand in the id of an update."""


def update(_: Archive, known: Known, today: date) -> dict[str, Proposed]:
    """An update, whose id is its day and what it is about."""
    found = {"date": Proposed(today.isoformat(), "today")}
    if known.get("ref") and known.get("date"):
        found[ID] = Proposed(slug_of(f"{known['date']} {known['ref']}"[: 10 + OF_REF]))
    return found


PROPOSALS: Mapping[str, Proposals] = {"recommendation-update": update}
"""By kind of record."""
