"""From the rows of a sheet to the plan of an import: each held against the rows that the register has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar

from generators.new.row_ids import row_ids
from generators.new.row_keys import DATED, KEYS
from generators.side_file import id_from, in_file, words
from generators.slugs import slug_of
from generators.spreadsheets.column import Column
from generators.spreadsheets.matching import matched
from generators.spreadsheets.plan import AddedRow, ChangedRow, Incoming, Plan, RefusedRow
from generators.spreadsheets.present import Present, present
from generators.spreadsheets.registers import Target
from generators.spreadsheets.same import canon, same

T = TypeVar("T")


def planned(target: Target, rows: Sequence[Incoming], said: Mapping[int, str]) -> Plan:
    """What the rows would do to the register. `said`: by row of the sheet, the id that it has, or `new`."""
    there = tuple(present(target))
    columns, said_words = target.columns, words(target.side)
    kept, known, refused = _known_by_id(rows, there, said)
    key = KEYS.get(target.kind.name) or tuple(name for name, column in columns.items() if column.is_needed)
    names = [name for name in {name: None for row in kept for name in row.cells} if name != "id"]
    incoming, existing = (_canonical(listed, names, columns, said_words) for listed in (kept, there))
    apart = {
        at: to
        for at, to in known.items()
        if to is not None and kept[at].line.number not in said and _is_another(incoming[at], existing[to], key)
    }
    refused += [_of_another(kept[at], there[to]) for at, to in apart.items()]
    found = matched(incoming, existing, key, DATED.get(target.kind.name, ""), {**known, **dict.fromkeys(apart)})
    not_new = {*found.same, *found.unclear, *apart}
    new = _with_ids(target, [row for at, row in enumerate(kept) if at not in not_new], there)
    refused += [_unclear(kept[at], [there[to] for to in several], columns) for at, several in _by_row(found.unclear)]
    compared = [_changed(kept[at], there[to], target, said_words) for at, to in _by_row(found.same)]
    changed = tuple(row for row in compared if row.cells)
    left = set(range(len(there))) - set(found.same.values())
    return Plan(
        new, changed, len(compared) - len(changed), tuple(refused),
        tuple(_called(there[at], key) for at in sorted(left)), _new_columns(target, new, changed),
    )  # fmt: skip


def _by_row(found: Mapping[int, T]) -> list[tuple[int, T]]:
    """What was found of rows, in the order in which they stand in the sheet."""
    return sorted(found.items(), key=itemgetter(0))


def _changed(row: Incoming, old: Present, target: Target, said_words: Mapping[str, Mapping[str, str]]) -> ChangedRow:
    """A row of the register and what changes in it; no cells where the sheet says the same."""
    return ChangedRow(row, old.at, old.cells.get("id", ""), dict(_differing(row, old, target, said_words)))


def _called(row: Present, key: Iterable[str]) -> str:
    """How a row of the register is told: by its id, or else by the first of the words that tell it from others."""
    return row.cells.get("id") or next((row.cells[name] for name in key if row.cells.get(name)), "")


def _canonical(
    rows: Iterable[Incoming | Present], names: Sequence[str], columns: Mapping[str, Column],
    said_words: Mapping[str, Mapping[str, str]],
) -> list[dict[str, str]]:  # fmt: skip
    """What is compared of each row, by our names of its columns."""
    return [
        {name: canon(row.cells.get(name, ""), columns[name], said_words.get(name)) for name in names} for row in rows
    ]


def _new_columns(target: Target, added: Iterable[AddedRow], changed: Iterable[ChangedRow]) -> tuple[str, ...]:
    """The columns in which something is to stand, and that the register's file does not have."""
    used = {name: None for row in added for name, cell in row.cells.items() if cell}
    used |= {name: None for row in changed for name in row.cells}
    header = target.header
    return tuple(name for name in used if in_file(target.side, name) not in header)


def _known_by_id(
    rows: Iterable[Incoming], there: Sequence[Present], said: Mapping[int, str]
) -> tuple[list[Incoming], dict[int, int | None], list[RefusedRow]]:
    """The rows that are looked at; which rows of the register they are, of those with an id; and those with a wrong id.

    Which is said by places, counted from nought: of a row that is new it is None.
    """
    id_of = {slug_of(row.cells.get("id", "")): at for at, row in enumerate(there) if row.cells.get("id")}
    kept: list[Incoming] = []
    known: dict[int, int | None] = {}
    refused: list[RefusedRow] = []
    seen: dict[int, int] = {}
    for row in rows:
        number = row.line.number
        wanted = slug_of(said.get(number, "") or row.cells.get("id", ""))
        to = id_of.get(wanted)
        if said.get(number, "new") != "new" and to is None:
            refused.append(RefusedRow(row.line, 0, f'no row of the register has the id "{said[number]}".'))
        elif to is not None and to in seen:
            refused.append(RefusedRow(row.line, 0, f'row {seen[to]} of the sheet has the id "{wanted}" already.'))
        else:
            if wanted:
                known[len(kept)] = to
            if to is not None:
                seen[to] = number
            kept.append(row)
    return kept, known, refused


def _of_another(row: Incoming, other: Present) -> RefusedRow:
    number, id = row.line.number, other.cells.get("id", "")
    why = f'the register has another row with the id "{id}", which shares nothing with this one.'
    hint = f'If it is that one, corrected: --row "{number}={id}"; a new one: --row "{number}=new".'
    return RefusedRow(row.line, 0, f"{why} {hint}")


def _is_another(row: Mapping[str, str], other: Mapping[str, str], key: Sequence[str]) -> bool:
    """Whether nothing that says which row it is agrees: a list that is numbered anew each year has the same ids."""
    filled = [name for name in key if row.get(name) and other.get(name)]
    return len(filled) > 1 and not any(row[name] == other[name] for name in filled)


def _differing(
    row: Incoming, old: Present, target: Target, said_words: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, tuple[str, str]]]:
    for name, cell in row.cells.items():
        was = old.cells.get(name, "")
        if name != "id" and not same(
            cell, was, target.columns[name], said_words.get(name), is_number=name in row.numbers
        ):
            yield name, (was, cell)


def _unclear(row: Incoming, others: Sequence[Present], columns: Mapping[str, Column]) -> RefusedRow:
    """A row that could be one of several, or a new one: a person is to say which."""
    ids = [other.cells.get("id", "") or f"the row in place {other.at}" for other in others]
    named = " or ".join(f'"{id}"' for id in ids[:4])
    first = others[0].cells
    differs = [
        n for n, cell in row.cells.items() if canon(cell, columns[n], None) != canon(first.get(n, ""), columns[n], None)
    ]
    number = row.line.number
    why = (
        f"it may be {named}, corrected (they differ in {', '.join(differs) or 'nothing'}), or a new row. "
        f'Say which: --row "{number}={ids[0]}" or --row "{number}=new".'
    )
    return RefusedRow(row.line, 0, why)


def _with_ids(target: Target, rows: Sequence[Incoming], there: Sequence[Present]) -> tuple[AddedRow, ...]:
    """The new rows with ids, where the register's file has a column for them."""
    columns = target.columns
    if "id" not in columns or id_from(target.side):
        return tuple(AddedRow(row, {n: cell for n, cell in row.cells.items() if n != "id"}) for row in rows)
    needed = next((name for name, column in columns.items() if column.is_needed and name != "id"), "id")
    typed = [(row.cells["id"], row.cells) for row in rows if row.cells.get("id")]
    present_ = [(slug_of(row.cells.get("id", "")), row.cells) for row in there] + typed
    ids = row_ids(target.kind.name, (r.cells for r in rows if not r.cells.get("id")), present_, needed)
    return tuple(AddedRow(row, row.cells if row.cells.get("id") else {**row.cells, "id": next(ids)}) for row in rows)
