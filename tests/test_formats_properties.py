"""Whatever a record can hold comes back from every file as it was."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from generators.follow.publisher import Publisher
from generators.formats.as_csv import csv_of
from generators.formats.as_json import json_of, text_of
from generators.formats.database import database_of
from generators.formats.dataset import Column, Dataset
from generators.formats.workbook import CUT, LONGEST, workbook_of
from tests.conftest import TEXTS

OFFICE = Publisher("The office", "", "", None, "A licence", "")
HARD = st.sampled_from(
    ["=1+1", " =1+1", "＝1", "-5", "'", "''=", '"', 'a "b", c', "a\r\nb", "مرحبا", "_x0041_", "NULL", "0"]
)
WORDS = TEXTS | HARD
COLUMNS = {
    "text": Column("text", "A text."),
    "whole": Column("whole", "A whole number.", "integer"),
    "number": Column("number", "A number.", "number"),
    "so": Column("so", "Whether it is so.", "yes or no"),
    "day": Column("day", "A day.", "date"),
    "at": Column("at", "A time.", "time"),
    "several": Column("several", "Several texts.", "list"),
}
ROWS = st.lists(
    st.tuples(
        st.none() | WORDS.filter(bool),
        st.none() | st.integers(-(10**9), 10**9),
        st.none() | st.floats(-1e15, 1e15, allow_subnormal=False),
        st.none() | st.booleans(),
        st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)),
        st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
        st.none() | st.lists(WORDS, min_size=1).map(tuple),
    ),
    max_size=6,
)


def dataset(rows: list[tuple[Any, ...]]) -> Dataset:
    columns = (Column("id", "The id.", required=True), *COLUMNS.values())
    return Dataset("hard", "A row.", columns, "", lambda: [(f"row-{at}", *row) for at, row in enumerate(rows)])


def in_json(rows: list[tuple[Any, ...]]) -> Any:
    return json.loads(text_of([list(row) for row in rows]))


def as_kept(name: str, cell: str) -> Any:
    """A cell of a CSV file as the notes say that it is read."""
    if not cell:
        return None
    match COLUMNS[name].type:
        case "integer":
            return int(cell)
        case "number":
            return float(cell)
        case "yes or no":
            return {"true": True, "false": False}[cell]
        case "list":
            return json.loads(cell)
    return cell.removeprefix("'")


@given(ROWS)
def test_csv_gives_back_every_value(rows: list[tuple[Any, ...]]) -> None:
    _, *found = csv.reader(io.StringIO(csv_of(dataset(rows)).decode(), newline=""))
    assert [[as_kept(name, cell) for name, cell in zip(COLUMNS, row[1:], strict=True)] for row in found] == in_json(
        rows
    )


@given(ROWS)
def test_json_gives_back_every_value(rows: list[tuple[Any, ...]]) -> None:
    assert [list(row.values())[1:] for row in json.loads(json_of(dataset(rows)))] == in_json(rows)


@given(ROWS)
def test_the_database_gives_back_every_value(rows: list[tuple[Any, ...]]) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(database_of([dataset(rows)]))
        found = database.execute("SELECT * FROM hard ORDER BY rowid").fetchall()
    plain = [[json.loads(row[-1]) if row[-1] else None, *row[1:-1]] for row in found]
    assert [[*row[1:], row[0]] for row in plain] == in_json(rows)


@given(ROWS)
def test_the_workbook_gives_back_every_value(rows: list[tuple[Any, ...]]) -> None:
    if not rows:
        return
    found = sheet(rows)
    assert len(found) == len(rows)
    for cells, row in zip(found, rows, strict=True):
        for cell, value in zip(cells[1:], row, strict=True):
            assert same(cell, value), (cell, value)


def sheet(rows: list[tuple[Any, ...]]) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook_of([dataset(rows)], OFFICE)))
    return book.get_sheet_by_name("hard").to_python()[1:]


def same(cell: Any, value: Any) -> bool:
    if value is None:
        return bool(cell == "")
    if isinstance(value, str):
        return bool(str(cell).replace("\r\n", "\n") == value.replace("\r\n", "\n"))
    if isinstance(value, date) and value < date(1900, 3, 1):
        return bool(cell == value.isoformat())
    if isinstance(value, float):
        return bool(cell == pytest.approx(value, rel=1e-14))
    return bool(json.loads(cell) == list(value)) if isinstance(value, tuple) else bool(cell == value)


@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, LONGEST + 1, 200_000])
def test_a_long_text_is_cut_in_the_workbook_and_nowhere_else(length: int) -> None:
    text = "a" * length
    rows: list[tuple[Any, ...]] = [(text, *[None] * 6)]
    assert text.encode() in csv_of(dataset(rows))
    (row,) = sheet(rows)
    assert row[1] == (text if length <= LONGEST else text[: LONGEST - len(CUT)] + CUT)


@pytest.mark.parametrize(("sign", "most"), [("\N{GRINNING FACE}", LONGEST // 2), ("é", LONGEST)])
def test_a_cell_holds_as_many_signs_as_a_spreadsheet_counts(sign: str, most: int) -> None:
    """It counts in UTF-16: an emoji is two. None is cut in half."""
    whole, longer = (sheet([(sign * length, *[None] * 6)])[0][1] for length in (most, most + 1))
    assert whole == sign * most
    assert longer.endswith(CUT)
    assert set(longer.removesuffix(CUT)) == {sign}
    assert LONGEST - 1 <= len(longer.encode("utf-16-le")) // 2 <= LONGEST


def test_the_same_rows_give_the_same_workbook_and_database() -> None:
    rows: list[tuple[Any, ...]] = [("a", 1, 2.5, True, date(2024, 1, 1), time(9), ("a", "b"))]
    assert workbook_of([dataset(rows)], OFFICE) == workbook_of([dataset(rows)], OFFICE)
    assert database_of([dataset(rows)]) == database_of([dataset(rows)])
