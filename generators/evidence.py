"""What a section has published of the kinds that a duty of publication can ask for."""

from datetime import date
from typing import Literal, NamedTuple, get_args

from generators.link import Link

Met = Literal[
    "public meetings", "agendas and papers", "minutes", "decisions", "gifts and hospitality",
    "answers to inspectorate reports", "performance reports", "dip samples", "accessibility statement",
]  # fmt: skip
"""What records of this site can meet a duty, in the words of `met_by`."""
KINDS: tuple[str, ...] = get_args(Met)


class Evidence(NamedTuple):
    """One record that meets a duty, or that is to meet it once what it still lacks is published."""

    met: Met
    link: Link
    path: str
    """The file of the record."""
    day: date | None
    """The day that it tells of, or on which what it answers was published: a deadline counts from it."""
    published: date | None
    """The day from which it could be read; None where nobody knows."""
    is_there: bool = True
    """Whether it can be read at all; no where it is awaited."""
