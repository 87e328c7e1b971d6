"""The registers behind the tracker: updates as they came in, and letters with their replies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generators.archive import Archive
from generators.frame import list_page, record_page
from generators.ids import outer, own
from generators.link import Link, to_record
from generators.page import Page
from generators.paged import parts
from generators.register import Register
from generators.sections.recommendations.pages.listing import TRACKER, TRAIL
from generators.sections.recommendations.records import Letter, LettersRegister, Update, UpdatesRegister, place_of
from generators.sections.recommendations.rows import words_of
from generators.sections.recommendations.tracker import tracker, without_hidden
from generators.table import Column, Table


@dataclass(frozen=True)
class Line:
    """A row of a register, and its place on the page of the recommendation it is about."""

    record: Update | Letter
    about: Link


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every register of updates and of letters, and as many more as a long one needs."""
    about = {found.raised.ref: words_of(found) for found in tracker(archive)}
    updates = sorted(archive.all(Update), key=lambda update: (update.date, update.line), reverse=True)
    lines_of = _lines_of(updates, about)
    for register in archive.all(UpdatesRegister):
        description = f"{register.title}: what happened, the latest first."
        yield from _pages(archive, register, lines_of[register.id], description)
    lines_of = _lines_of(sorted(archive.all(Letter), key=lambda letter: letter.line), about)
    for found in archive.all(LettersRegister):
        description = f"{found.title}: to whom, when, and the replies."
        yield from _pages(archive, found, lines_of[found.id], description)


def _lines_of(rows: Iterable[Update | Letter], about: Mapping[str, str]) -> Mapping[str, Sequence[Line]]:
    """By the id of their register, the rows that are about something the public may see."""
    found: dict[str, list[Line]] = defaultdict(list)
    for row in rows:
        if row.ref in about:
            shown = without_hidden(row, about) if isinstance(row, Update) else row
            found[outer(row.id)].append(Line(shown, Link(about[row.ref], place_of(row))))
    return found


def _pages(archive: Archive, register: Register, lines: Sequence[Line], description: str) -> Iterator[Page]:
    """The page of the register with its first lines, and as many more pages as the others need."""
    first, *more = parts(to_record(archive, register), lines)
    rows = _table(register, lines)
    yield record_page(
        archive, register, register.title, (TRACKER,), {"lines": first.rows, "total": len(lines)},
        section="recommendations/", also=[line.record for line in first.rows], next=first.after,
        tables=(rows,), description=description, view=_view,
    )  # fmt: skip
    for part in more:
        yield list_page(
            archive, part.link.address, part.link.text,
            f"recommendations/more_{archive.noun(type(register)).replace('-', '_')}", {
                "lines": part.rows,
                "first": part.first,
                "total": len(lines),
                "rows_file": f"{first.link.address}{rows.name}.csv",
            },
            section="recommendations/", trail=(*TRAIL, first.link), previous=part.before, next=part.after,
            description=description, linking=[line.record for line in part.rows], edited=(register,),
        )  # fmt: skip


def _view(page: Page) -> dict[str, Any]:
    return {"rows_file": f"{page.address}{page.tables[0].name}.csv"}


def _table(register: Register, lines: Sequence[Line]) -> Table:
    columns = tuple(Column(name, meaning) for name, meaning in register.columns.items())
    rows = tuple(tuple(_cell(line.record, column.name) for column in columns) for line in lines)
    return Table("rows", columns, rows)


def _cell(record: Update | Letter, column: str) -> str:
    value = own(record.id) if column == "id" else getattr(record, column)
    return "" if value is None else str(value)
