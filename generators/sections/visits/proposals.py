"""What is proposed for a new visit: its place in the list of its programme."""

from collections.abc import Mapping
from datetime import date

from generators.archive import Archive
from generators.proposed import WITHIN, Known, Proposals, Proposed
from generators.sections.visits.records import Visit


def visit(archive: Archive, known: Known, _: date) -> dict[str, Proposed]:
    """A visit to one department."""
    programme = known.get(WITHIN)
    listed = [one.listed or 0 for one in archive.all(Visit) if programme and one.id.startswith(f"{programme}/")]
    return {"listed": Proposed(str(max(listed) + 1), "the next in the list")} if any(listed) else {}


PROPOSALS: Mapping[str, Proposals] = {"visit": visit}
"""By kind of record."""
