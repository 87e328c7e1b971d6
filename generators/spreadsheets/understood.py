"""The rows of a sheet as they were understood, and those that were not."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generators.spreadsheets.columns_named import Taken
from generators.spreadsheets.grid import Cell, Line
from generators.spreadsheets.layout import Layout, Other, is_note, start_of
from generators.spreadsheets.plan import Incoming, Refused
from generators.spreadsheets.readings import Reading, Ways, reading

HIDDEN = "the row is hidden in the spreadsheet. Show it, or give --with-hidden."


class Told(NamedTuple):
    """How a cell was understood."""

    at: int
    row: int
    words: str


@dataclass
class Understood:
    """The rows of a sheet in their order, by what became of them."""

    rows: list[Incoming] = field(default_factory=list)
    notes: list[Other] = field(default_factory=list)
    """Headings between rows, and notes beneath them."""
    refused: list[Refused] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    """Of the rows that were understood, the cells that say it otherwise."""
    learnt: dict[str, dict[str, str]] = field(default_factory=dict)
    """By our name of a column, the office's words that were taken for ours."""


def understood(
    layout: Layout, columns: Sequence[Taken], ways: Mapping[str, Ways], hidden: Collection[int]
) -> Understood:
    """What the rows say. `hidden`: the numbers of those that nobody sees, which are refused."""
    made = Understood(refused=[Refused(line, 0, why) for line, why in layout.unclear])
    mapped = [(one.at, one.ours) for one in columns if one.ours]
    needed = [name for name, way in ways.items() if way.column.is_needed and name != "id"]
    known: dict[tuple[str, Cell], Reading] = {}
    for line in layout.rows:
        if line.number in hidden:
            made.refused.append(Refused(line, 0, HIDDEN))
            continue
        found: dict[str, tuple[int, Reading]] = {}
        for at, ours in mapped:
            key = (ours, line.at(at))
            if key not in known:
                known[key] = reading(line.at(at), ways[ours])
            found[ours] = (at, known[key])
        wrong = _wrong(line, found, needed, ways)
        if wrong and is_note(line):
            made.notes.append(Other(line.number, "heading or note", start_of(line)))
        elif wrong:
            made.refused += wrong
        else:
            _take(made, line, found)
    return made


def _take(made: Understood, line: Line, found: Mapping[str, tuple[int, Reading]]) -> None:
    """Add a row with which nothing is wrong."""
    for ours, (at, one) in found.items():
        if one.told:
            made.told.append(Told(at, line.number, one.told))
        if one.word:
            made.learnt.setdefault(ours, {})[one.text] = one.word
    numbers = frozenset(ours for ours, (at, _) in found.items() if line.at(at).form == "number")
    made.rows.append(Incoming(line, {ours: one.text for ours, (_, one) in found.items()}, numbers))


def _wrong(
    line: Line, found: Mapping[str, tuple[int, Reading]], needed: Iterable[str], ways: Mapping[str, Ways]
) -> list[Refused]:
    """What is wrong with a row: of every cell that was not understood, why; and what is missing."""
    wrong = [Refused(line, at, f"{ours}: {one.refused}") for ours, (at, one) in found.items() if one.refused]
    for name in needed:
        at, one = found.get(name, (0, Reading()))
        if not one.text and not one.refused and not ways[name].words.get("blank"):
            what = "the cell is empty" if at else "no column of the sheet is this"
            wrong.append(Refused(line, at, f"{name}: {what}, and every row needs it."))
    return wrong
