"""What the checks of every record say of a register before it is written, told by the places of the spreadsheet."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generators.check import load, problems_of
from generators.problem import Problem, Problems
from generators.read import LARGEST_RECORD
from generators.spreadsheets.columns_named import Taken
from generators.spreadsheets.grid import Line, NotRead, letters
from generators.spreadsheets.plan import Refused


@dataclass(frozen=True)
class Verdict:
    """What the checks found: rows that are refused for it, what else is wrong, and what was wrong before."""

    refused: tuple[Refused, ...] = ()
    others: tuple[Problem, ...] = ()
    before: int = 0
    """Mistakes elsewhere that have nothing to do with the import."""
    warnings: tuple[str, ...] = ()


def checked(
    root: Path,
    files: Mapping[str, bytes],
    table: str,
    came_from: Mapping[int, int],
    lines: Mapping[int, Line],
    columns: Sequence[Taken],
    now: datetime,
) -> Verdict:
    """The verdict on these files.

    `came_from`: by the line on which a row of the table begins, its row in the sheet; nought where it is as before.
    """
    _refuse_large(table, len(files[table]))
    try:
        found: Iterable[Problem] = load(root, now, files).warnings
    except Problems as problems:
        found = problems.problems
    at_of = {one.ours: one.at for one in columns if one.ours}
    starts = sorted(came_from)
    refused, others, warnings = [], [], []
    for problem in found:
        row = came_from.get(_row_at(starts, problem.line), 0) if problem.path == table else 0
        at = at_of.get(problem.field.split(",")[0].partition(" ")[0], 0)
        words = f"{problem.field}: {problem.message}" if problem.field else problem.message
        if problem.is_warning:
            if problem.path in files:
                warnings.append(f"{_place(row, at)}{words}" if row else str(problem))
        elif row:
            refused.append(Refused(lines[row], at, words))
        else:
            others.append(problem)
    known = {(problem.path, problem.message) for problem in (problems_of(root, now) if others else ())}
    new = tuple(problem for problem in others if (problem.path, problem.message) not in known)
    return Verdict(tuple(refused), new, len(others) - len(new), tuple(warnings))


def _refuse_large(table: str, size: int) -> None:
    if size > LARGEST_RECORD:
        raise NotRead(
            f"{table} would have {size / 1e6:.1f} MB, and a register's file has at most {LARGEST_RECORD / 1e6:.0f} MB. "
            "Import it year by year, each into a register of its own (--rows, --to)."
        )


def _row_at(starts: Sequence[int], line: int) -> int:
    """The line on which the row begins that a line belongs to."""
    at = bisect_right(starts, line)
    return starts[at - 1] if at else 0


def _place(row: int, at: int) -> str:
    return f"{letters(at)}{row}: " if at else f"row {row}: "
