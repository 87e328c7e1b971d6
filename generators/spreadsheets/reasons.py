"""What an import changes for the public, and the entry under `changes` that says why: nothing is changed quietly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from generators.problem import count
from generators.read.encoding import plain_text
from generators.record import Record
from generators.spreadsheets.plan import ChangedRow, Plan
from generators.spreadsheets.registers import Target
from generators.spreadsheets.side_edit import with_item
from generators.unseen import unseen

DESCRIBED = "The columns and words of the register are described as in the office's own spreadsheet."


@dataclass(frozen=True)
class Why:
    """What a person said of the reason."""

    reason: str = ""
    kind: Literal["corrected", "revised", ""] = ""
    code: str = ""
    is_unneeded: bool = False
    """Nothing is noted: what changes was never public, as the person says."""


@dataclass(frozen=True)
class InPublic:
    """What the public sees that an import changes."""

    rows: tuple[ChangedRow, ...] = ()
    """Rows in which cells change. Only a person can say why."""
    added: int = 0
    """New rows of a record that is public as a whole, like a measure with its months."""
    is_described_anew: bool = False
    """Whether the register says something else of its columns or words."""

    @property
    def kind(self) -> str:
        """What is done, as far as the cells say it: what is only filled in was not wrong before."""
        was = [old for row in self.rows for old, _ in row.cells.values()]
        return "corrected" if any(was) else "revised"

    @property
    def reason(self) -> str:
        """What follows from the import itself; empty where rows change."""
        added = f"{count(self.added, 'row')} {'was' if self.added == 1 else 'were'} added." if self.added else ""
        words = f"{added} {DESCRIBED if self.is_described_anew else ''}".strip()
        return "" if self.rows else words


def in_public(target: Target, plan: Plan, side: bytes, now: datetime) -> InPublic:
    """What of it the public sees already. `side`: the side file with what is remembered of columns and words."""
    public = _seen(target, now)
    if not any(one.path == target.side.path for one in public):
        return InPublic()
    is_within = bool(target.kind.rows.rows_field)
    lines = {row.line for row in public if row.path == target.path}
    rows = (row for row in plan.changed if is_within or target.table.rows[row.at].line in lines)
    return InPublic(tuple(rows), len(plan.added) if is_within else 0, side != target.side_raw)


def entry(found: InPublic, why: Why, now: datetime) -> dict[str, str]:
    """The entry under `changes`; nothing where there is none to be made, or a person has to say why."""
    reason = why.reason or found.reason
    if why.is_unneeded or not reason or found == InPublic():
        return {}
    code = {"code": why.code} if why.code else {}
    return {"date": now.date().isoformat(), "kind": why.kind or found.kind, "reason": reason, **code}


def side_with_entry(target: Target, side: bytes, made: Mapping[str, str]) -> bytes:
    """The side file with one more entry under `changes`. Raises NotRead where that is not safe."""
    return with_item(plain_text(side), "changes", dict(made), target.side.path).encode()


def _seen(target: Target, now: datetime) -> list[Record]:
    """The register and its rows, as far as the public sees them."""
    archive, hidden = target.archive, unseen(target.archive, now)
    return [
        one
        for kind in archive.kinds
        for one in archive.records[kind.noun].values()
        if one.path in (target.side.path, target.path) and (kind.noun, one.id) not in hidden
    ]
