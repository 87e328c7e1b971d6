"""The rows of a sheet as they were understood, and those that were not."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generators.side_file import compared
from generators.spreadsheets.columns_named import Taken
from generators.spreadsheets.grid import Cell, Line
from generators.spreadsheets.layout import NIL, Layout, Other, adds_up, is_note, start_of
from generators.spreadsheets.plan import Incoming, RefusedRow
from generators.spreadsheets.readings import Legend, Reading, reading
from generators.spreadsheets.synonyms import EMPTY

HIDDEN = "the row is hidden in the spreadsheet. Show it, or give --with-hidden."


class ReadAs(NamedTuple):
    """How a cell was understood."""

    at: int
    row: int
    words: str


@dataclass
class Understood:
    """The rows of a sheet in their order, by what became of them."""

    rows: list[Incoming] = field(default_factory=list)
    notes: list[Other] = field(default_factory=list)
    """Headings between rows, notes beneath them, sums of them, and rows that say that there was nothing."""
    refused: list[RefusedRow] = field(default_factory=list)
    read_as: list[ReadAs] = field(default_factory=list)
    """Of the rows that were understood, the cells that say it otherwise."""
    learnt: dict[str, dict[str, str]] = field(default_factory=dict)
    """By our name of a column, the office's words that were taken for ours."""


def understood(
    layout: Layout, columns: Sequence[Taken], legends: Mapping[str, Legend], hidden: Collection[int]
) -> Understood:
    """What the rows say. `hidden`: the numbers of those that nobody sees, which are refused."""
    made = Understood(refused=[RefusedRow(line, 0, why) for line, why in layout.unclear])
    mapped = [(one.at, one.ours) for one in columns if one.ours]
    needed = [name for name, legend in legends.items() if legend.column.is_needed and name != "id"]
    known: dict[tuple[str, Cell], Reading] = {}
    for line in layout.rows:
        if line.number in hidden:
            made.refused.append(RefusedRow(line, 0, HIDDEN))
            continue
        found: dict[str, tuple[int, Reading]] = {}
        for at, ours in mapped:
            key = (ours, line.at(at))
            if key not in known:
                known[key] = reading(line.at(at), legends[ours])
            found[ours] = (at, known[key])
        wrong = _wrong(line, found, needed, legends)
        if what := _what(line, found, wrong, legends):
            made.notes.append(Other(line.number, what, start_of(line)))
        elif wrong:
            made.refused += wrong
        else:
            _take(made, line, found)
    return made


def _take(made: Understood, line: Line, found: Mapping[str, tuple[int, Reading]]) -> None:
    """Add a row with which nothing is wrong."""
    for ours, (at, one) in found.items():
        if one.told:
            made.read_as.append(ReadAs(at, line.number, one.told))
        if one.word:
            made.learnt.setdefault(ours, {})[one.text] = one.word
    numbers = frozenset(ours for ours, (at, _) in found.items() if line.at(at).form == "number")
    made.rows.append(Incoming(line, {ours: one.text for ours, (_, one) in found.items()}, numbers))


def _what(
    line: Line, found: Mapping[str, tuple[int, Reading]], wrong: Sequence[RefusedRow], legends: Mapping[str, Legend]
) -> str:
    """What a row is that is no record, as its cells show; empty where it is one, right or wrong."""
    if _is_nil(line, found, legends):
        return "nil return"
    if wrong and adds_up(line):
        return "total"
    return "heading or note" if wrong and is_note(line) else ""


def _is_nil(line: Line, found: Mapping[str, tuple[int, Reading]], legends: Mapping[str, Legend]) -> bool:
    """Whether a row says that there was nothing: in words where every record needs some, and without a number."""
    said = {ours: line.at(at).text for ours, (at, _) in found.items() if line.at(at).text}
    if any(legends[ours].column.form in ("number", "whole number") for ours in said):
        return False
    words = [
        text for ours, text in said.items() if legends[ours].column.is_needed and legends[ours].column.form == "text"
    ]
    nothing = [text for text in words if NIL.fullmatch(text)]
    return bool(nothing) and all(NIL.fullmatch(text) or compared(text) in EMPTY for text in words)


def _wrong(
    line: Line, found: Mapping[str, tuple[int, Reading]], needed: Iterable[str], legends: Mapping[str, Legend]
) -> list[RefusedRow]:
    """What is wrong with a row: of every cell that was not understood, why; and what is missing."""
    wrong = [RefusedRow(line, at, f"{ours}: {one.refused}") for ours, (at, one) in found.items() if one.refused]
    for name in needed:
        at, one = found.get(name, (0, Reading()))
        if not one.text and not one.refused and not legends[name].words.get("blank"):
            what = "the cell is empty" if at else "no column of the sheet is this"
            wrong.append(RefusedRow(line, at, f"{name}: {what}, and every row needs it."))
    return wrong
