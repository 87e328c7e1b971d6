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
from generators.raised import address_of
from generators.register import Register
from generators.sections.recommendations.pages.listing import LIMIT, TRACKER, TRAIL
from generators.sections.recommendations.records import Letter, LettersRegister, Update, UpdatesRegister
from generators.sections.recommendations.rows import words_of
from generators.sections.recommendations.tracker import tracker, without_hidden
from generators.table import Column, Table


@dataclass(frozen=True)
class Line:
    """A row of a register, and the recommendation it is about."""

    record: Update | Letter
    about: Link


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every register of updates and of letters, and one for each year of a long one."""
    about = {found.raised.ref: Link(words_of(found), address_of(found.raised.ref)) for found in tracker(archive)}
    updates = sorted(archive.all(Update), key=lambda update: (update.date, update.line), reverse=True)
    lines_of = _lines_of(updates, about)
    for register in archive.all(UpdatesRegister):
        description = f"{register.title}: what happened, the latest first."
        yield from _pages(archive, register, lines_of[register.id], description)
    lines_of = _lines_of(sorted(archive.all(Letter), key=lambda letter: letter.line), about)
    for found in archive.all(LettersRegister):
        description = f"{found.title}: to whom, when, and the replies."
        yield from _pages(archive, found, lines_of[found.id], description)


def _lines_of(rows: Iterable[Update | Letter], about: Mapping[str, Link]) -> Mapping[str, Sequence[Line]]:
    """By the id of their register, the rows that are about something the public may see."""
    found: dict[str, list[Line]] = defaultdict(list)
    for row in rows:
        if row.ref in about:
            shown = without_hidden(row, about) if isinstance(row, Update) else row
            found[outer(row.id)].append(Line(shown, about[row.ref]))
    return found


def _pages(archive: Archive, register: Register, lines: Sequence[Line], description: str) -> Iterator[Page]:
    """The page of the register with its first lines, and as many more pages as the others need."""
    first = to_record(archive, register)
    parts = [tuple(lines[at : at + LIMIT]) for at in range(0, len(lines), LIMIT)] or [()]
    more = [
        Link(f"{first.text}, page {at} of {len(parts)}", f"{first.address}{at}/") for at in range(2, len(parts) + 1)
    ]
    links = (first, *more, None)
    yield record_page(
        archive, register, register.title, (TRACKER,), {"lines": parts[0], "total": len(lines)},
        section="recommendations/", also=[line.record for line in parts[0]], next=links[1],
        tables=(_table(register, lines),), description=description, view=_view,
    )  # fmt: skip
    for at, link in enumerate(more, 1):
        yield list_page(
            archive, link.address, link.text, f"recommendations/more_{archive.noun(type(register)).replace('-', '_')}",
            {"lines": parts[at]}, section="recommendations/", trail=(*TRAIL, first), previous=links[at - 1],
            next=links[at + 1], description=description, linking=[line.record for line in parts[at]],
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
