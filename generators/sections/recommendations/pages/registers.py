"""The registers behind the tracker: updates as they came in, and letters with their replies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generators.archive import Archive
from generators.frame import record_page
from generators.link import Link
from generators.page import Page
from generators.register import Register
from generators.sections.recommendations.pages.lists import TRACKER
from generators.sections.recommendations.records import Letter, LettersRegister, Update, UpdatesRegister
from generators.sections.recommendations.rows import address_of, words_of
from generators.sections.recommendations.tracker import tracker
from generators.table import Column, Table


@dataclass(frozen=True)
class Line:
    """A row of a register, and the recommendation it is about."""

    record: Update | Letter
    about: Link


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every register of updates and of letters."""
    about = {found.raised.ref: Link(words_of(found), address_of(found.raised.ref)) for found in tracker(archive)}
    updates = sorted(archive.all(Update), key=lambda update: (update.date, update.line), reverse=True)
    for register in archive.all(UpdatesRegister):
        lines = tuple(_lines(register, updates, about))
        yield _page(archive, register, lines, f"{register.title}: what happened, the latest first.")
    letters = sorted(archive.all(Letter), key=lambda letter: letter.line)
    for found in archive.all(LettersRegister):
        lines = tuple(_lines(found, letters, about))
        yield _page(archive, found, lines, f"{found.title}: to whom, when, and the replies.")


def _lines(register: Register, rows: Sequence[Update | Letter], about: Mapping[str, Link]) -> Iterator[Line]:
    """The rows of a register that are about something the public may see."""
    for row in rows:
        if row.id.startswith(f"{register.id}/") and row.ref in about:
            yield Line(_without_hidden(row, about), about[row.ref])


def _without_hidden(row: Update | Letter, about: Mapping[str, Link]) -> Update | Letter:
    """The row without the ref of something that may not be seen."""
    if isinstance(row, Update) and row.superseded_by and row.superseded_by not in about:
        return replace(row, superseded_by=None)
    return row


def _page(archive: Archive, register: Register, lines: tuple[Line, ...], description: str) -> Page:
    return record_page(
        archive, register, register.title, (TRACKER,), {"lines": lines}, section="recommendations/",
        also=[line.record for line in lines], tables=(_table(register, lines),), description=description, view=_view,
    )  # fmt: skip


def _view(page: Page) -> dict[str, Any]:
    return {"rows_file": f"{page.address}{page.tables[0].name}.csv"}


def _table(register: Register, lines: Sequence[Line]) -> Table:
    columns = tuple(Column(name, meaning) for name, meaning in register.columns.items())
    rows = tuple(tuple(_cell(line.record, column.name) for column in columns) for line in lines)
    return Table("rows", columns, rows)


def _cell(record: Update | Letter, column: str) -> str:
    value = record.id.rpartition("/")[2] if column == "id" else getattr(record, column)
    return "" if value is None else str(value)
