"""What the checks of every record say of a register before it is written, told by the places of the spreadsheet."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from generators.check import load, problems_of
from generators.problem import Problem, Problems
from generators.read import LARGEST_RECORD
from generators.spreadsheets.grid import Line, NotRead, letters
from generators.spreadsheets.plan import RefusedRow


@dataclass(frozen=True)
class Verdict:
    """What the checks found: rows that are refused for it, what else is wrong, and what was wrong before."""

    refused: tuple[RefusedRow, ...] = ()
    others: tuple[Problem, ...] = ()
    before: int = 0
    """Mistakes elsewhere that have nothing to do with the import."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Origin:
    """Where what stands in a register's new file came from."""

    table: str
    """The path of the file."""
    rows: Mapping[int, Line | None]
    """By the line on which a row of it begins, the row of the sheet; None where it is as before."""
    columns: Mapping[str, int]
    """By our name of a column, the column of the sheet, counted from 1."""

    def row(self, problem: Problem) -> Line | None:
        """The row of the sheet that a problem is about; None where it is about something else."""
        return self.rows[self._starts[bisect_right(self._starts, problem.line) - 1]] if self._is_in(problem) else None

    def column(self, problem: Problem) -> int:
        """The column of the sheet that it is about; nought where it is about no single one."""
        return self.columns.get(problem.field.split(",")[0].partition(" ")[0], 0)

    def _is_in(self, problem: Problem) -> bool:
        return problem.path == self.table and bool(self._starts) and problem.line >= self._starts[0]

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(self.rows)


def checked(root: Path, files: Mapping[str, bytes], origin: Origin, now: datetime) -> Verdict:
    """The verdict on these files. `origin`: of the register's, where its rows came from."""
    _refuse_large(origin.table, len(files[origin.table]))
    refused, others, warnings = [], [], []
    for problem in _found(root, files, now):
        row, at = origin.row(problem), origin.column(problem)
        words = f"{problem.field}: {problem.message}" if problem.field else problem.message
        if problem.is_warning:
            if problem.path in files:
                warnings.append(f"{_place(row.number, at)}{words}" if row else str(problem))
        elif row:
            refused.append(RefusedRow(row, at, words))
        else:
            others.append(problem)
    known = {(problem.path, problem.message) for problem in (problems_of(root, now) if others else ())}
    new = tuple(problem for problem in others if (problem.path, problem.message) not in known)
    return Verdict(tuple(refused), new, len(others) - len(new), tuple(warnings))


def _found(root: Path, files: Mapping[str, bytes], now: datetime) -> Iterable[Problem]:
    """All that the checks say of the records with these files in place."""
    try:
        return load(root, now, files).warnings
    except Problems as problems:
        return problems.problems


def _refuse_large(table: str, size: int) -> None:
    if size > LARGEST_RECORD:
        raise NotRead(
            f"{table} would have {size / 1e6:.1f} MB, and a register's file has at most {LARGEST_RECORD / 1e6:.0f} MB. "
            "Import it year by year, each into a register of its own (--rows, --to)."
        )


def _place(row: int, at: int) -> str:
    return f"{letters(at)}{row}: " if at else f"row {row}: "
