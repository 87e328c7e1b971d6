"""A record with what a document adds, as a file that a person reads and puts in the record's place."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from hashlib import sha256
from typing import Any

from generators.minutes.drafted import Drafted
from generators.minutes.mending import file_of
from generators.minutes.merging import Added, Merge, merged
from generators.minutes.refusal import CannotRead
from generators.problem import Where
from generators.read import yaml_text
from generators.read.encoding import plain_text
from generators.read.yaml_spans import remarks_in
from generators.yaml_additions import with_entry, with_field, with_remark
from generators.yaml_writer import Remarks

HEAD = "#: "
"""With what the lines begin that only a proposal has."""
SURE = re.compile(r"(?P<place>.*?), (?P<doubt>(?:sure|likely|guess)\b.*)", re.DOTALL)
"""The parts of a remark: where a value stands, and how sure it is."""
WHY = {True: "The draft minutes were added.", False: "What the agenda says was added."}
"""The reason of a change that is proposed for a public record: by whether the document is minutes."""


def proposal(path: str, raw: bytes, drafted: Drafted, name: str, today: date) -> tuple[bytes, Merge]:
    """What a record could become, and what of it is new. Raises CannotRead where the record cannot be added to.

    `raw`: the record. `name`: that of the document. The proposal is empty where nothing is added.
    """
    try:
        text = plain_text(raw)
        old, new = yaml_text.parse(text), yaml_text.parse(file_of(drafted).decode())
    except yaml_text.NotUnderstood as wrong:
        raise CannotRead(f"{path}:{wrong.line}:{wrong.column}: {wrong.message} Mend this first.") from None
    merge = merged(old, new)
    if not merge.added and not merge.settled:
        return b"", merge
    text = made = text if text.endswith("\n") else f"{text}\n"
    try:
        for one in merge.settled:
            place: Remarks = {(): f"{said_in(name, drafted, one.of)}; before: {shown(one.record)}"}
            made = with_field(made, one.way[:-1], str(one.way[-1]), one.document, place)
        for one in merge.differs:
            field = next(step for step in reversed(one.way) if isinstance(step, str))
            words = f"{field}: otherwise in {said_in(name, drafted, one.of)}: {shown(one.document)}"
            made = with_remark(made, one.way, words)
        for added in merge.added:
            made = _with(made, added, drafted)
        made = _with_reason(made, old, today, is_minutes="minutes" in new)
        is_whole = holds(yaml_text.parse(made), _settled(old, merge)) and _keeps(remarks_in(made), remarks_in(text))
    except (LookupError, StopIteration, ValueError, yaml_text.NotUnderstood):
        is_whole = False
    if not is_whole:
        raise CannotRead(
            f"{path} is written in a way that the program cannot add to without losing something. "
            "Draft it elsewhere with --into FOLDER, and copy what is missing."
        )
    whole = f"{_head(path, raw, name)}{made}"
    return (whole.replace("\n", "\r\n") if b"\r\n" in raw else whole).encode(), merge


def where(drafted: Drafted, of: Where) -> str:
    """The page and line of the document on which a value of its draft stands; empty where no one line gives it."""
    said = SURE.match(_remark(drafted, of)[0])
    return said["place"] if said else ""


def said_in(name: str, drafted: Drafted, of: Where) -> str:
    """The document by its name, with the place in it, and that a value is a guess where it is one."""
    place = where(drafted, of)
    return (
        f"{name}, {place}{', guess' if _doubt(drafted, of).startswith('guess') else ''}"
        if place
        else f"{name} as a whole"
    )


def _remark(drafted: Drafted, of: Where) -> tuple[str, Where]:
    """The nearest remark above a value of a draft, and of what it is."""
    ends = (end for end in range(len(of), 0, -1) if of[:end] in drafted.remarks)
    return next(((drafted.remarks[of[:end]], of[:end]) for end in ends), ("", ()))


def _doubt(drafted: Drafted, of: Where) -> str:
    """How unsure a value is, with what is to be known of it; what is said of an item is said of its title alone."""
    said, way = _remark(drafted, of)
    found = SURE.match(said)
    is_of_title = len(way) == 2 and way[0] == "items" and way != of
    return found["doubt"] if found and not is_of_title and not found["doubt"].startswith("sure") else ""


def shown(value: Any) -> str:
    """A value of any kind in words."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {shown(one)}" for name, one in value.items())
    return ", ".join(map(shown, value)) if isinstance(value, list) else str(value)


def holds(new: Any, old: Any) -> bool:
    """Whether every value of the old is in the new: fields by name, entries in their order."""
    if isinstance(old, Mapping):
        return isinstance(new, Mapping) and all(
            holds(new.get(name), value) for name, value in old.items() if value not in ("", [], {})
        )
    if isinstance(old, list):
        rest: Iterator[Any] = iter(new if isinstance(new, list) else ())
        return all(any(holds(theirs, mine) for theirs in rest) for mine in old)
    return bool(new == old)


def digest_of(raw: bytes) -> str:
    """By what a record is known again as the one that a proposal was made from."""
    return sha256(raw).hexdigest()[:16]


def _head(path: str, raw: bytes, name: str) -> str:
    id = path.removeprefix("content/meetings/").removesuffix("/meeting.yml")
    return (
        f"{HEAD}Proposed: meeting.yml with what {name} adds. No page shows it.\n"
        f"{HEAD}Read it beside the document, and mend it. Then: scrutiny import meeting --take {id}\n"
        f"{HEAD}Made from meeting.yml {digest_of(raw)}\n"
    )


def _with(text: str, one: Added, drafted: Drafted) -> str:
    remarks = {way[len(one.of) :]: words for way, words in drafted.remarks.items() if way[: len(one.of)] == one.of}
    if isinstance(one.step, int):
        return with_entry(text, one.way, one.step, one.value, remarks)
    if () not in remarks and (place := where(drafted, one.of)):
        remarks = {(): ", ".join(filter(None, (place, _doubt(drafted, one.of)))), **remarks}
    return with_field(text, one.way, one.step, one.value, remarks, one.behind)


def _with_reason(text: str, old: Mapping[str, Any], today: date, *, is_minutes: bool) -> str:
    """The text with the reason that a public record needs for a change."""
    if old.get("publication") != "published":
        return text
    entry = {"date": today.isoformat(), "kind": "revised", "reason": WHY[is_minutes]}
    remarks: dict[Where, str] = {(): "Proposed: say why the public record changes."}
    if old.get("changes"):
        return with_entry(text, ("changes",), len(old["changes"]), entry, remarks)
    return with_field(text, (), "changes", [entry], remarks, ("publication", "published"))


def _settled(old: Mapping[str, Any], merge: Merge) -> Mapping[str, Any]:
    """The record with what came of all that it announced."""
    found = deepcopy(dict(old))
    for one in merge.settled:
        group: Any = found
        for step in one.way[:-1]:
            group = group[step]
        group[one.way[-1]] = one.document
    return found


def _keeps(new: list[str], old: list[str]) -> bool:
    """Whether every remark is there still, in order."""
    rest = iter(new)
    return all(mine in rest for mine in old)
