"""An import worked out from beginning to end, before anything is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from generators.side_file import rows_left_out
from generators.spreadsheets.asked import Asked, refuse_absent, refuse_across, refuse_unknown
from generators.spreadsheets.book import opened
from generators.spreadsheets.checked import Origin, Verdict, checked
from generators.spreadsheets.chosen import chosen, hidden_sheets
from generators.spreadsheets.columns_named import Names, Taken, bare, taken
from generators.spreadsheets.compose import composed
from generators.spreadsheets.days import order_of
from generators.spreadsheets.grid import NotRead, Sheet
from generators.spreadsheets.layout import Layout, Other, laid_out
from generators.spreadsheets.legends import legends_of
from generators.spreadsheets.plan import Plan, without
from generators.spreadsheets.planning import planned
from generators.spreadsheets.readings import Legend
from generators.spreadsheets.reasons import InPublic, Why, entry, in_public, side_with_entry
from generators.spreadsheets.registers import Target
from generators.spreadsheets.remembered import every_word, renamed_columns, side_with
from generators.spreadsheets.synonyms import TURNED
from generators.spreadsheets.understood import ReadAs, understood

Say = Callable[[str], None]
ROUNDS = 5
"""A refused row can make another one wrong; this often the checks are asked again."""


@dataclass(frozen=True)
class Settled:
    """A plan of which the checks refuse no row any more, and what follows from it."""

    plan: Plan
    files: Mapping[str, bytes]
    verdict: Verdict
    public: InPublic
    """What the public sees already that changes."""
    entry: Mapping[str, str]
    """What is noted of that under `changes`; nothing where it is not, or nobody said why."""


@dataclass(frozen=True)
class Outcome(Settled):
    """The same, with all else that is to be said of what an import would do."""

    sheet: Sheet
    layout: Layout
    columns: tuple[Taken, ...]
    others: tuple[Other, ...]
    understood: tuple[ReadAs, ...]
    learnt: Mapping[str, Mapping[str, str]]
    """By our name of a column, the office's words that were taken for ours."""
    renamed: Mapping[str, str]
    blank: tuple[int, ...]


def worked_out(root: Path, target: Target, name: str, content: bytes, asked: Asked, now: datetime, say: Say) -> Outcome:
    """What importing a file would do. Raises NotRead where nothing can be done with it."""
    refuse_unknown(target, asked)
    say("Opening the spreadsheet")
    book = opened(name, content)
    names = Names(target, asked.columns)
    sheet = chosen(book, asked.sheet, names)
    totals = rows_left_out(target.side)
    layout = laid_out(sheet, names, totals, header_row=asked.header_row, rows=asked.rows, columns=asked.read)
    if not asked.sheet:
        layout = replace(layout, told=(*hidden_sheets(book), *layout.told))
    refuse_absent(layout, asked)
    columns, legends = _columns(sheet, layout, names, asked)
    refuse_across(target, sheet, columns)
    say(f"Reading {len(layout.rows):,} rows")
    found = understood(layout, columns, legends, frozenset() if asked.with_hidden else sheet.unseen.rows)
    say("Comparing them with the register")
    plan = planned(target, found.rows, asked.rows_said)
    plan = replace(plan, refused=(*found.refused, *plan.refused))
    kept = {*target.side.fields["columns"], *plan.new_columns}
    renamed = {ours: theirs for ours, theirs in renamed_columns(target, columns) if ours in kept}
    side = side_with(target, columns, plan, renamed, every_word(asked.words, found.learnt))
    say("Checking every record with them")
    done = _settled(root, target, plan, renamed, side, columns, asked.why, now)
    return Outcome(
        done.plan, done.files, done.verdict, done.public, done.entry, sheet, layout, columns,
        tuple(sorted((*layout.others, *found.notes))), tuple(found.read_as), found.learnt, renamed,
        tuple(_blank(sheet, layout)),
    )  # fmt: skip


def _blank(sheet: Sheet, layout: Layout) -> Iterator[int]:
    """The numbers of the rows in which nothing stands."""
    filled = {line.number for line in layout.rows} | {other.number for other in layout.others}
    filled |= {layout.header_at} | {line.number for line, _ in layout.unclear}
    return (number for number in range(1, sheet.last + 1) if number not in filled)


def _columns(sheet: Sheet, layout: Layout, names: Names, asked: Asked) -> tuple[tuple[Taken, ...], dict[str, Legend]]:
    """What every column is, and how its cells are read."""
    legends = legends_of(names.target, asked.words)
    found = []
    for one in taken(layout.header, layout.rows, names, legends):
        is_hidden = one.at in sheet.unseen.columns and not asked.with_hidden and bool(one.ours)
        found.append(one._replace(ours="", sure="named", hint="hidden") if is_hidden else one)
    for one in found:
        if one.ours:
            order = asked.dates or order_of(line.at(one.at) for line in layout.rows)
            turned = TURNED.get(names.target.kind.name, {}).get(bare(one.theirs), {})
            legends[one.ours] = replace(legends[one.ours], order=order, turned=turned)
    return tuple(found), legends


def _settled(
    root: Path, target: Target, plan: Plan, renamed: Mapping[str, str], side: bytes, columns: Iterable[Taken],
    why: Why, now: datetime,
) -> Settled:  # fmt: skip
    """The plan without the rows that the checks refuse. Raises NotRead where these do not come to an end."""
    verdict = Verdict()
    at_of = {one.ours: one.at for one in columns if one.ours}
    for _ in range(ROUNDS):
        if not plan.added and not plan.changed:
            return Settled(plan, {}, verdict, InPublic(), {})
        table, came_from = composed(target, plan, renamed)
        public = in_public(target, plan, side, now)
        made = entry(public, why, now)
        noted = side_with_entry(target, side, made) if made else side
        files = {target.path: table, target.side.path: noted}
        verdict = checked(root, files, Origin(target.path, came_from, at_of), now)
        if not verdict.refused:
            return Settled(plan, files, verdict, public, made)
        plan = without(plan, verdict.refused)
    raise NotRead("its rows make each other wrong, one after the other. Import it in parts, with --rows.")
