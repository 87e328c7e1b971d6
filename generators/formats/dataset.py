"""A dataset: rows of one sort, with what every column means. Every format is made from these."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal, NamedTuple

from generators.references import noun_in_words

Value = str | int | float | bool | date | datetime | time | Sequence[Any] | Mapping[str, Any] | None
Row = Sequence[Value]
Type = Literal["text", "integer", "number", "yes or no", "date", "time", "moment", "list", "group"]
"""What stands in a column; a list and a group are written as JSON where a cell holds text."""
FOLDER = "data/"
"""Where the files lie, and the page that leads to them."""


class File(NamedTuple):
    """One file of the site, made only when somebody asks for its bytes."""

    path: str
    key: str
    """The same key, the same bytes."""
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Column:
    """One column of a dataset."""

    name: str
    meaning: str
    type: Type = "text"
    required: bool = False
    refers_to: str = ""
    """The dataset whose `id` stands here."""
    choices: tuple[str, ...] = ()
    """The only words it can hold."""

    @property
    def title(self) -> str:
        """Its name as a reader sees it."""
        return self.name.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Dataset:
    """Rows of one sort. The first column is `id`, and no two rows have the same."""

    name: str
    row: str
    """What one row is."""
    columns: tuple[Column, ...]
    key: str
    """A hash of the records it is made from."""
    make: Callable[[], Sequence[Row]]
    left_out: str = ""
    """What is not in it, and why; empty where it is whole."""

    @property
    def title(self) -> str:
        """Its name as a reader sees it."""
        return noun_in_words(self.name).capitalize()

    @property
    def table(self) -> str:
        """Its name in a database."""
        return column_of(self.name)

    @property
    def rows(self) -> Sequence[Row]:
        """Its rows, in the order of their records."""
        return self.make()

    def written(self, types: Container[Type], write: Callable[[Value], Any]) -> Iterable[Sequence[Any]]:
        """Its rows with the values of these types as a format writes them; all others as they are."""
        places = [at for at, column in enumerate(self.columns) if column.type in types]
        return (_written(row, places, write) for row in self.rows) if places else self.rows


@dataclass(frozen=True)
class Derived:
    """A dataset whose rows are worked out from records of several kinds. A section can offer some: see its `derived`.

    They are worked out at every build, and what is written from them only once one of them is another.
    """

    name: str
    row: str
    """What one row is."""
    columns: tuple[Column, ...]
    """The first is `id`."""
    rows: tuple[Row, ...]


def column_of(name: str) -> str:
    """The name of a dataset as that of a table or column, where a hyphen would need quotes."""
    return name.replace("-", "_")


def _written(row: Row, places: Sequence[int], write: Callable[[Value], Any]) -> Sequence[Any]:
    found = list(row)
    for at in places:
        if found[at] is not None:
            found[at] = write(found[at])
    return found
