"""Actions in a table of their own: a row of headings such as Action, Owner, Due, and a row for each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generators.minutes.paragraphs import Para

HEADINGS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"^(?:{pattern})$", re.I)
    for name, pattern in (
        ("text", r"(?:agreed\s+|outstanding\s+|summary\s+of\s+)?actions?"
r"(?:\s+(?:points?|required|agreed|to\s+be\s+taken|items?|descriptions?))?|tasks?|what|"
r"details?(?:\s+of\s+action)?"),
        ("owner", r"(?:action\s+)?(?:owners?|lead|by|by\s+whom|who|responsib(?:le|ility)|"
r"officers?|assigned\s+to|name|person(?:\s+responsible)?)|lead\s+officer|action(?:ed)?\s+by|"
r"responsible\s+(?:officer|person|member)"),
        ("due", r"(?:due|target|completion)(?:\s+(?:date|by))?|deadline|by\s+when|when|timescales?|"
r"timing|date(?:\s+due)?|for\s+completion"),
    )
}  # fmt: skip
NO_ACTION = re.compile(r"^(?:none|nil|n/?a|no\s+actions?.*|[-–]*)$", re.I)


@dataclass(frozen=True)
class Row:
    """One row of such a table."""

    text: str
    owner: str
    due: str
    para: Para


def table(paras: Sequence[Para], start: int) -> tuple[list[Row], int]:
    """The rows of the table that begins here, and how many paragraphs it takes; none where no such table does.

    A number in front of a row is part of its first cell: under a heading of its own, the other cells stand one further.
    """
    columns = _columns(paras[start])
    if not {"text", "owner"} <= columns.keys():
        return [], 0
    rows: list[Row] = []
    many = 1
    for para in paras[start + 1 :]:
        shift = 1 if para.label and len(para.cells) < len(paras[start].cells) else 0
        if not para.cells or min(columns.values()) < shift:
            break
        own = dict(enumerate(para.cells, shift))
        text = _unlabelled(own.get(columns["text"], ""))
        many += 1
        if not NO_ACTION.match(text):
            due = own.get(columns["due"], "") if "due" in columns else ""
            rows.append(Row(text, own.get(columns["owner"], ""), due, para))
    return rows, many if rows else 0


def _columns(para: Para) -> dict[str, int]:
    """Which cell holds what, by its heading."""
    found: dict[str, int] = {}
    for at, cell in enumerate(para.cells):
        name = next((name for name, pattern in HEADINGS.items() if pattern.match(cell.strip(" :."))), None)
        if name and name not in found:
            found[name] = at
    return found


def _unlabelled(cell: str) -> str:
    return re.sub(r"^\(?\d{1,3}[.)]?\s+(?=\S)", "", cell.strip())
