"""What can be said to `scrutiny import REGISTER` besides the file, and what was meant by it."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import get_args, get_type_hints

import click

from generators.commands.options import Command, office_options
from generators.record import Change
from generators.spreadsheets.asked import Asked
from generators.spreadsheets.columns_named import bare
from generators.spreadsheets.grid import NotRead, column_of
from generators.spreadsheets.reasons import Why

DATES = {"day-first": "day first", "month-first": "month first"}
LAST_COLUMN = column_of("XFD")
CODES = get_args(get_args(get_type_hints(Change)["code"])[0])
"""What sort of reason it can be, as every record says it."""


OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.argument("spreadsheet", type=click.Path(path_type=Path, exists=True, dir_okay=False)),
    click.option("--sheet", default="", help="The sheet that is meant."),
    click.option("--map", "maps", multiple=True,
                 help='What a column is: "Their name=our_name"; nothing behind = leaves it out.'),
    click.option("--word", "words", multiple=True, help='What a word means: "answer:Refused=declined".'),
    click.option("--row", "rows_said", multiple=True, help='Which row it is: "12=2023-05-a", or "12=new".'),
    click.option("--header-row", type=click.IntRange(1), default=None, help="The row that names the columns."),
    click.option("--rows", default=None, help="The rows that are read, like 5-40."),
    click.option("--columns", "letters", default=None, help="The columns that are read, like A-F."),
    click.option("--dates", type=click.Choice([*DATES]), default=None, help="In which order days are written."),
    click.option("--with-hidden", is_flag=True, help="Read hidden rows and columns too."),
    click.option("--reason", default="", help="Why rows change that the public sees, in words a reader understands."),
    click.option("--change", type=click.Choice(["corrected", "revised"]), default=None,
                 help="What that is; corrected where something else stood there, if not given."),
    click.option("--code", type=click.Choice(CODES), default=None, help="What sort of reason it is."),
    click.option("--no-reason", is_flag=True, help="Note no reason: what changes was never on the site."),
    click.option("--leave-out-refused", is_flag=True, help="Import the others, and write these to a file."),
    click.option("--dry-run", is_flag=True, help="Only say what would be done."),
    click.option("--yes", is_flag=True, help="Take what is proposed; ask nothing."),
    office_options,
)  # fmt: skip


def asked_of(
    *, sheet: str, maps: Iterable[str], words: Iterable[str], rows_said: Iterable[str], header_row: int | None,
    rows: str | None, letters: str | None, dates: str | None, with_hidden: bool, reason: str, change: str | None,
    code: str | None, no_reason: bool,
) -> Asked:  # fmt: skip
    """What was said in options. Raises NotRead where one is not understood."""
    said: dict[str, dict[str, str]] = {}
    for one in words:
        found = re.fullmatch(r"\s*(\w+)\s*:\s*(.+?)\s*=\s*(.+?)\s*", one)
        if not found:
            raise NotRead(f'--word "{one}" should look like "answer:Refused=declined".')
        said.setdefault(found[1], {})[found[2]] = found[3]
    if no_reason and reason:
        raise NotRead("--reason and --no-reason exclude each other.")
    return Asked(
        sheet,
        {bare(theirs): ours.strip() for theirs, ours in (_two("--map", one) for one in maps)},
        said,
        {_row_number(number): id for number, id in (_two("--row", one) for one in rows_said)},
        header_row or 0,
        _rows(rows) if rows is not None else None,
        _columns(letters) if letters is not None else None,
        DATES[dates] if dates else None,  # type: ignore[arg-type]
        with_hidden,
        Why(" ".join(reason.split()), change or "", code or "", is_unneeded=no_reason),  # type: ignore[arg-type]
    )


def _rows(text: str) -> range:
    span = re.fullmatch(r"\s*(\d{1,7})\s*-\s*(\d{1,7})\s*", text)
    if not span or int(span[1]) > int(span[2]):
        raise NotRead(f'--rows "{text}" should look like 5-40.')
    return range(int(span[1]), int(span[2]) + 1)


def _columns(text: str) -> range:
    span = re.fullmatch(r"\s*([A-Z]{1,3})(?:\s*[-:]\s*([A-Z]{1,3}))?\s*", text.upper())
    first, last = (column_of(span[1]), column_of(span[2] or span[1])) if span else (0, 0)
    if not 0 < first <= last <= LAST_COLUMN:
        raise NotRead(f'--columns "{text}" should look like A-F.')
    return range(first, last + 1)


def _two(option: str, text: str) -> tuple[str, str]:
    one, sign, two = text.rpartition("=")
    if not sign:
        raise NotRead(f'{option} "{text}" needs a = in it.')
    return one.strip(), two.strip()


def _row_number(number: str) -> int:
    if not re.fullmatch("[0-9]{1,7}", number):
        raise NotRead(f'--row: "{number}" is no number of a row. Write it like "12=2023-05-a", or "12=new".')
    return int(number)
