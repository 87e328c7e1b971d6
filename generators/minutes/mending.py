"""A draft that checks: what the checks refuse is taken out of its field and kept as unplaced."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from generators.check import load
from generators.minutes.document import count_words
from generators.minutes.drafted import Draft, Drafted
from generators.minutes.private import Allowed, without
from generators.minutes.refusal import CannotRead
from generators.problem import Problem, Problems
from generators.slugs import slug_of
from generators.yaml_writer import to_yaml

ROUNDS = 6
LARGEST = 1_900_000
"""Bytes of one record; the reader of records takes little more."""
LONGEST_PART = 50_000
"""Signs of one paragraph that is kept as unplaced."""
STEP = re.compile(r"^(?P<name>\w+?)(?: (?P<number>\d+))?$")


def mended(
    draft: Draft, root: Path, now: datetime, allowed: Allowed, rules: Counter[str]
) -> tuple[dict[str, bytes], int]:
    """The files of a draft that checks, and how many words had to be left out of it on the way."""
    words = 0
    for record in draft.records:
        record.fields, took = without(_typed(record.fields), allowed, rules)
        record.text, more = without(record.text, allowed, rules)
        words += took + more
    for _ in range(ROUNDS):
        files = {record.path: file_of(record) for record in draft.records}
        for path, content in files.items():
            if len(content) > LARGEST:
                raise CannotRead(
                    f"{path} would have {len(content) / 1e6:.1f} MB, more than one record can. Give the pack in parts."
                )
        wrong = _wrong(root, now, files)
        if not wrong:
            return files, words
        for record in draft.records:
            for problem in (one for one in wrong if one.path == record.path):
                _without(record, problem)
    raise CannotRead("The draft does not check, and the program cannot mend it:\n" + "\n".join(map(str, wrong[:5])))


def file_of(record: Drafted) -> bytes:
    """The bytes of its file."""
    fields = {name: value for name, value in record.fields.items() if value not in (None, [], {}, "") or name == "text"}
    written = to_yaml(fields, record.remarks)
    return (f"---\n{written}---\n\n{record.text}\n" if record.is_paper else written).encode()


def _typed(value: Any) -> Any:
    """Days and times as they are typed in a record."""
    if isinstance(value, dict):
        return {name: _typed(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_typed(one) for one in value]
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return (
        value.isoformat()
        if isinstance(value, date)
        else str(value)
        if isinstance(value, int) and not isinstance(value, bool)
        else value
    )


def _wrong(root: Path, now: datetime, files: Mapping[str, bytes]) -> Sequence[Problem]:
    """What the checks find in these files, and not what was wrong before."""
    try:
        load(root, now, files)
    except Problems as problems:
        return [problem for problem in problems.problems if problem.path in files]
    return []


def _without(record: Drafted, problem: Problem) -> None:
    """Take what a problem is about out of its field; its words stay, as unplaced."""
    steps: list[str | int] = []
    for part in problem.field.split(", "):
        found = STEP.match(part)
        if found:
            steps += [found["name"], *([int(found["number"]) - 1] if found["number"] else [])]
    if not steps or steps[0] == "text":
        kept, record.text = record.text, ""
        _keep(record, kept)
        return
    holder: Any = record.fields
    for step in steps[:-1]:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            return
    _taken_out(record, holder, steps)


def _taken_out(record: Drafted, holder: Any, steps: list[str | int]) -> None:
    """Take one value out of what holds it; a number that is printed twice gets an id beside it."""
    last = steps[-1]
    if isinstance(holder, list) and isinstance(last, int):
        entry = holder[last] if last < len(holder) else None
        if isinstance(entry, dict) and steps[0] == "items" and len(steps) == 2:
            entry["id"] = _free_id(record, last)
        elif entry is not None:
            _keep(record, " ".join(map(str, entry.values())) if isinstance(entry, dict) else str(entry))
            holder.pop(last)
    elif isinstance(holder, dict) and last in holder:
        if steps[0] == "items" and last in ("number", "minute") and len(steps) == 3:
            holder["id"] = _free_id(record, int(steps[1]))
        else:
            _keep(record, str(holder.pop(last)))


def _free_id(record: Drafted, at: int) -> str:
    """The id of an item whose number is that of another: the number, and which of them it is."""
    links = [item.get("id") or _number(item) for item in record.fields["items"]]
    start, first = (_number(record.fields["items"][at]), 2) if links[at] else ("item", at + 1)
    return next(id for which in range(first, 10_000) if (id := f"{start}-{which}") not in links)


def _number(item: Mapping[str, Any]) -> str:
    return slug_of(str(item.get("minute") or item.get("number") or ""))


def _keep(record: Drafted, text: str) -> None:
    part = ""
    for paragraph in [*text.split("\n\n"), ""]:
        if part and (not paragraph or len(part) + len(paragraph) > LONGEST_PART):
            record.fields.setdefault("unplaced", []).append({"text": part})
            part = ""
        if count_words(paragraph):
            part = f"{part}\n\n{paragraph.strip()}".strip()
