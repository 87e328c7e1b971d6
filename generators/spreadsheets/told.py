"""An import in plain lines, for the person who decides about it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generators.problem import count
from generators.shortened import shortened
from generators.spreadsheets.beneath import table_beneath
from generators.spreadsheets.beneath import told as beneath_told
from generators.spreadsheets.columns_named import bare
from generators.spreadsheets.grid import letters
from generators.spreadsheets.importing import Outcome
from generators.spreadsheets.missing import missing
from generators.spreadsheets.places import rows_told
from generators.spreadsheets.plan import AddedRow, ChangedRow, Plan, RefusedRow
from generators.spreadsheets.registers import Target

MOST = 20
"""Of more lines of one sort, so many are shown."""
FEW = 5
"""So many rows that the sheet does not have are named one by one."""
LONGEST = 120
"""Characters of a row that is shown."""
SURE = {"named": "", "known": "", "likely": "  (is that right?)", "asked": ""}


def columns(outcome: Outcome) -> Iterator[str]:
    """What every column of the sheet is taken for."""
    where = f"row {outcome.layout.header_at}" if outcome.layout.header_at else "the fields"
    yield f'Sheet "{outcome.sheet.name}", columns named in {where}:'
    taken = {bare(one.theirs) for one in outcome.columns if one.ours}
    for one in outcome.columns:
        if one.hint == "hidden":
            yield f"  {one.where}: hidden, so not taken over. Show it, or give --with-hidden."
        elif one.ours:
            again = (
                f", which the register's file calls so from now on: {one.theirs}" if one.ours in outcome.renamed else ""
            )
            yield f"  {one.where} is {one.ours}{again}{SURE[one.sure]}"
        else:
            twice = bare(one.theirs) in taken
            unknown = (
                "  (the name stands here twice)" if twice else "  (nobody knows it)" if one.sure == "asked" else ""
            )
            yield f"  {one.where} is not taken over{unknown}"
    yield from outcome.layout.told


def unsure(outcome: Outcome) -> list[str]:
    """What a person has to confirm, each with the option that settles it."""
    found = [f'--map "{one.theirs}={one.ours}"' for one in outcome.columns if one.sure in ("likely", "asked")]
    return [
        *found,
        *(f'--word "{name}:{theirs}={ours}"' for name, said in outcome.learnt.items() for theirs, ours in said.items()),
    ]


def changes(target: Target, outcome: Outcome) -> Iterator[str]:
    """What will be added, changed and left alone, and what is refused."""
    yield from _understood(outcome)
    at_of = {one.ours: one.at for one in outcome.columns if one.ours}
    plan = outcome.plan
    yield from _first("Added", [_added(one) for one in plan.added])
    yield from _first("Changed", [_changed(one, at_of) for one in plan.changed], most=10 * MOST)
    if plan.new_columns and (plan.added or plan.changed):
        yield f"New columns of the register's file: {', '.join(plan.new_columns)}."
    yield from _alike(outcome.others)
    if outcome.blank:
        yield f"Blank rows: {rows_told(outcome.blank)}."
    if plan.refused:
        yield from _refused(outcome)
    yield from outcome.verdict.warnings[:MOST]
    yield counted(outcome)
    yield from missing(target, outcome.columns, plan)
    yield from _twice(plan.added)
    yield from _left_alone(target, plan)


def _left_alone(target: Target, plan: Plan) -> Iterator[str]:
    """How many rows of the register are not in the sheet; of few, which."""
    left = plan.left_alone
    if left:
        is_named = len(left) <= FEW and all(left) and not plan.refused
        named = f": {', '.join(f'“{one}”' for one in left)}" if is_named else ""
        yield f"{count(len(left), 'row')} of {target.path} not in the sheet, left alone{named}."


def _refused(outcome: Outcome) -> Iterator[str]:
    """Every row that is refused and why; a table of something else beneath them all, only once."""
    refused = why_refused(outcome.plan.refused)
    others = {one.number for one in outcome.others}
    rows = [line for line in outcome.layout.rows if line.number not in others]
    apart = table_beneath(rows, refused.keys(), set(outcome.blank))
    of_table = {line.number for line in apart}
    yield f"Refused ({len(refused):,}):"
    yield from (f"! row {number}: {why}" for number, why in refused.items() if number not in of_table)
    if apart:
        above = rows[len(rows) - len(apart) - 1].number
        yield beneath_told(apart, outcome.layout.header_at + 1, above)
        yield f"  {refused[apart[0].number]}"


def why_refused(refused: Iterable[RefusedRow]) -> dict[int, str]:
    """By the number of every row that is refused, in order, all that is wrong with it."""
    found: dict[int, list[str]] = defaultdict(list)
    for one in refused:
        place = letters(one.at) if one.at else ""
        found[one.line.number].append(f"{place} {one.why}".strip())
    return {number: " ".join(found[number]) for number in sorted(found)}


def seen(outcome: Outcome) -> str:
    """How many rows change that the public sees."""
    rows = len(outcome.public.rows)
    return f"{count(rows, 'row')} that the public sees {'changes' if rows == 1 else 'change'}."


def noted(target: Target, outcome: Outcome, given: str) -> Iterator[str]:
    """What is noted under `changes`, where every reader finds it. `given`: the reason that a person gave."""
    if given and outcome.files and not outcome.entry:
        yield "The reason is not noted: nothing changes that the public sees already."
    if made := outcome.entry:
        code = f", {made['code']}" if "code" in made else ""
        yield f"Noted in {target.side.path} under `changes`: {made['kind']}{code}, {made['date']}, “{made['reason']}”"


def why_nothing(target: Target, outcome: Outcome) -> str:
    """Why there is nothing to write."""
    if outcome.plan.unchanged:
        the_others = "the others" if outcome.plan.refused else "all of it"
        taken_over = "" if all(one.ours for one in outcome.columns) else " that is taken over"
        return f"{target.path} says {the_others}{taken_over} already. "
    if outcome.plan.refused:
        return "Every row was refused, so no row could be taken over. "
    return "There is no row in it to take over. "


def counted(outcome: Outcome) -> str:
    """Every row of the sheet, by what becomes of it; the numbers add up or nothing is written."""
    plan = outcome.plan
    refused = len({one.line.number for one in plan.refused})
    header = int(bool(outcome.layout.header_at))
    parts = (
        (len(plan.added), "added"), (len(plan.changed), "changed"), (plan.unchanged, "unchanged"), (refused, "refused"),
        (len(outcome.blank), "blank"), (len(outcome.others), "no records"), (header, "names of columns"),
    )  # fmt: skip
    total = sum(number for number, _ in parts)
    if total != outcome.sheet.last:
        raise AssertionError(f"{outcome.sheet.last} rows came in, and {total} are accounted for")
    said = " + ".join(f"{number:,} {words}" for number, words in parts if number or words in ("added", "changed"))
    return f"{count(outcome.sheet.last, 'row')} in the sheet = {said}."


def _added(one: AddedRow) -> str:
    cells = " | ".join(cell for cell in one.cells.values() if cell)
    return f"+ row {one.row.line.number}: {shortened(cells, LONGEST)}"


def _changed(one: ChangedRow, at_of: Mapping[str, int]) -> str:
    cells = "; ".join(f"{letters(at_of[name])} {name}: “{old}” → “{new}”" for name, (old, new) in one.cells.items())
    return f"~ row {one.row.line.number} ({one.id or 'the same row'}): {cells}"


def _twice(added: Iterable[AddedRow]) -> Iterator[str]:
    """New rows between which nothing differs: two of a thing, or one that was entered twice."""
    rows: dict[frozenset[tuple[str, str]], list[int]] = defaultdict(list)
    for one in added:
        rows[frozenset((name, cell) for name, cell in one.cells.items() if name != "id")].append(one.row.line.number)
    lines = [f"  {rows_told(numbers)}" for numbers in rows.values() if len(numbers) > 1]
    yield from _first("The same in every cell, and each taken for a row of its own", lines)


def _understood(outcome: Outcome) -> Iterator[str]:
    """How cells were understood that say it otherwise, each way once."""
    rows: dict[tuple[int, str], list[int]] = defaultdict(list)
    for one in outcome.understood:
        rows[one.at, one.words].append(one.row)
    ways: dict[int, list[str]] = defaultdict(list)
    for (at, words), found in sorted(rows.items()):
        ways[at].append(f"  {letters(at)}: {words} ({rows_told(found)})")
    if ways:
        yield f"Understood ({sum(map(len, ways.values())):,}):"
    for at, lines in ways.items():  # of each some: the ids of a long list would else hide how its days were read
        yield from lines[:MOST]
        if len(lines) > MOST:
            yield f"  {letters(at)}: … and {len(lines) - MOST:,} more."


def _alike(others: Iterable[tuple[int, str, str]]) -> Iterator[str]:
    """Rows that are no records, by what they are."""
    for number, what, words in others:
        hint = ""
        if what == "nil return":
            hint = " It is no row; a nil return is signed, in the side file under `nil_returns`."
        if what == "total":
            hint = " It adds up others."
        yield f"· row {number}, {what}: “{words}”.{hint}"


def _first(title: str, lines: Sequence[str], most: int = MOST) -> Iterator[str]:
    if lines:
        yield f"{title} ({len(lines):,}):"
        yield from lines[:most]
        if len(lines) > most:
            yield f"  … and {len(lines) - most:,} more."
