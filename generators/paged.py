"""A long list as pages of a bounded length, each of which leads on to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generators.link import Link

LIMIT = 200
"""Rows on one page: more are slow to load and tiring to read."""

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Part(Generic[T_co]):
    """The rows on one of the pages, and the pages before and after it."""

    link: Link
    rows: tuple[T_co, ...]
    first: int
    """The place of its first row in the whole list, counted from 1."""
    before: Link | None
    after: Link | None

    @property
    def last(self) -> int:
        """The place of its last row."""
        return self.first + len(self.rows) - 1


def parts(
    link: Link, rows: Sequence[T_co], before: Link | None = None, after: Link | None = None
) -> tuple[Part[T_co], ...]:
    """Rows in as many pages as they need, one at least. `before`, `after`: of the first and of the last of them."""
    number = max(1, -(-len(rows) // LIMIT))
    own = [link, *(_page_of(link, at, number) for at in range(2, number + 1))]
    around = (before, *own, after)
    return tuple(
        Part(one, tuple(rows[at * LIMIT : (at + 1) * LIMIT]), at * LIMIT + 1, around[at], around[at + 2])
        for at, one in enumerate(own)
    )


def _page_of(link: Link, at: int, number: int) -> Link:
    return Link(f"{link.text}, page {at} of {number}", f"{link.address}{at}/")
