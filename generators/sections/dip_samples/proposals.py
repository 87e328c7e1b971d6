"""What is proposed for a new dip sample and its cases."""

from collections.abc import Mapping
from datetime import date

from generators.archive import Archive
from generators.dates import long_date
from generators.proposed import ID, Known, Proposals, Proposed
from generators.sections.dip_samples.records import Function
from generators.slugs import slug_of


def dip_sample(archive: Archive, known: Known, today: date) -> dict[str, Proposed]:
    """A session at which files are read, which is named after its day and the kind of file."""
    found = {"date": Proposed(today.isoformat(), "today"), "row": Proposed("One file that a member read")}
    function, day = archive.get(Function, known.get("function")), str(known.get("date", today))
    if function:
        found[ID] = Proposed(f"{day}-{function.id}")
        found["title"] = Proposed(f"{function.title} read on {long_date(date.fromisoformat(day))}")
    return found


def case(_: Archive, known: Known, __: date) -> dict[str, Proposed]:
    """A file that was read, whose id is its number."""
    return {ID: Proposed(slug_of(str(known["file"])))} if known.get("file") else {}


PROPOSALS: Mapping[str, Proposals] = {"dip-sample": dip_sample, "dip-sample-case": case}
"""By kind of record."""
