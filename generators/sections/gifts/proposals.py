"""What is proposed for a new row of a register of gifts: it is entered on the day on which it is typed."""

from collections.abc import Mapping
from datetime import date

from generators.archive import Archive
from generators.proposed import Known, Proposals, Proposed


def offer(_: Archive, __: Known, today: date) -> dict[str, Proposed]:
    """An offer."""
    return {"registered": Proposed(today.isoformat(), "today")}


PROPOSALS: Mapping[str, Proposals] = {"gift-offer": offer}
"""By kind of record."""
