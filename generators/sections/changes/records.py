"""What an office says of a record that it had to erase."""

import re
from typing import Annotated, Literal

from pydantic import StringConstraints

from generators.dates import long_date
from generators.fields import Text
from generators.past import PastDate
from generators.record import Kind, Record, fields

KEY = re.compile(r"[a-z][a-z-]*:[a-z0-9/-]+")
RecordKey = Annotated[str, StringConstraints(pattern=KEY.pattern)]


@fields
class Erasure(Record):
    """That a record was erased: taken away with every trace of what it said. Its file's name is its id.

    It is only for what the law or somebody's safety requires; all else is withdrawn.
    """

    record: RecordKey
    """The record: its kind, a colon and its id, like `paper:etp/2023-06-28/visits`."""
    date: PastDate
    """The day on which it was erased."""
    code: Literal["legal", "safety"]
    """Why, in one word: the law required it, or somebody's safety was at risk. No other words are published."""
    decided_by: Text
    """Who decided it, by their role."""


KINDS = (
    Kind(
        "erasure",
        Erasure,
        "content/erasures/*.yml",
        lambda _: "",
        lambda erasure: f"An erasure on {long_date(erasure.date)}",
        place=lambda _: "changes/",
    ),
)
