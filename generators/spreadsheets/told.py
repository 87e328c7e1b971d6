"""An import in plain lines, for the person who decides about it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generators.problem import count
from generators.spreadsheets.columns_named import bare
from generators.spreadsheets.grid import letters
from generators.spreadsheets.importing import Outcome
from generators.spreadsheets.registers import Target

MOST = 20
"""Of more lines of one sort, so many are shown."""
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
    yield from _first(
        [f"+ row {one.row.line.number}: {_short(one.cells)}" for one in plan.added], "Added", len(plan.added)
    )
    changed = []
    for one in plan.changed:
        cells = "; ".join(f"{letters(at_of[name])} {name}: “{old}” → “{new}”" for name, (old, new) in one.cells.items())
        changed.append(f"~ row {one.row.line.number} ({one.id or 'the same row'}): {cells}")
    yield from _first(changed, "Changed", len(changed), most=10 * MOST)
    if plan.new_columns and (plan.added or plan.changed):
        yield f"New columns of the register's file: {', '.join(plan.new_columns)}."
    yield from _alike(outcome.others)
    if outcome.blank:
        yield f"Blank rows: {_ranges(outcome.blank)}."
    refused: dict[int, list[str]] = defaultdict(list)
    for one_ in plan.refused:
        place = letters(one_.at) if one_.at else ""
        refused[one_.line.number].append(f"{place} {one_.why}".strip())
    if refused:
        yield f"Refused ({len(refused):,}):"
        yield from (f"! row {number}: {' '.join(why)}" for number, why in sorted(refused.items()))
    yield from outcome.verdict.warnings[:MOST]
    yield counted(outcome)
    if plan.left_alone:
        yield f"{count(plan.left_alone, 'row')} of {target.path} not in the sheet, left alone."


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
        return f"{target.path} says {the_others} already. "
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


def _understood(outcome: Outcome) -> Iterator[str]:
    """How cells were understood that say it otherwise, each way once."""
    rows: dict[tuple[int, str], list[int]] = defaultdict(list)
    for one in outcome.understood:
        rows[one.at, one.words].append(one.row)
    lines = [f"{letters(at)}: {words} ({_ranges(found)})" for (at, words), found in sorted(rows.items())]
    yield from _first([f"  {line}" for line in lines], "Understood", len(lines), most=3 * MOST)


def _alike(others: Iterable[tuple[int, str, str]]) -> Iterator[str]:
    """Rows that are no records, by what they are."""
    for number, what, words in others:
        hint = ""
        if what == "nil return":
            hint = " It is no row; a nil return is signed, in the side file under `nil_returns`."
        if what == "total":
            hint = " It adds up others."
        yield f"· row {number}, {what}: “{words}”.{hint}"


def _first(lines: Sequence[str], title: str, number: int, most: int = MOST) -> Iterator[str]:
    if number:
        yield f"{title} ({number:,}):"
        yield from lines[:most]
        if number > most:
            yield f"  … and {number - most:,} more."


def _short(cells: object) -> str:
    values = [" ".join(cell.split()) for cell in getattr(cells, "values", list)() if cell]
    words = " | ".join(values)
    return words if len(words) <= 120 else f"{words[:119]}…"


def _ranges(numbers: Iterable[int]) -> str:
    """`3, 5-8`; of very many the first, and how many more."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    words = [f"{first}" if first == last else f"{first}-{last}" for first, last in spans]
    more = f" and {len(words) - 8} more places" if len(words) > 8 else ""
    return f"row{'s' if len(words) > 1 or spans[0][0] != spans[0][1] else ''} {', '.join(words[:8])}{more}"
