"""What a section can propose for a field of a new record, from what is on record already."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from generators.archive import Archive

WITHIN = "in"
"""Asked like a field: the id of the record in which the new one lies."""
ID = "id"
"""Asked like a field: the last part of the new record's id."""


class Proposed(NamedTuple):
    """A value as it would be typed, and why it is proposed."""

    value: Any
    because: str = ""


Known = Mapping[str, Any]
"""What is known of a new record so far, by field, as typed; under `in` the record in which it lies."""
Proposals = Callable[[Archive, Known, date], Mapping[str, Proposed]]
"""By field, what is proposed for a record of which so much is known, on a day."""
