"""The list of attendance as a record has it."""

import re
from collections.abc import Sequence
from typing import Any

from generators.minutes import substitutes, wards
from generators.minutes.capacities import Attendee
from generators.minutes.document import Line
from generators.minutes.people import People
from generators.minutes.value import Sure, Value

RANKED = re.compile(
    r"(?:County|District|Borough|Town|City|Parish)\s|Cllr|Councillor|Supt|Insp|Sgt|PCSO|\bPC\b|ACC|DCC|Superintendent|Sergeant|MP\b",
    re.I,
)
"""A title that says what somebody is there as."""


def entries(listed_: Sequence[Attendee], known: People) -> list[Value]:
    """The list of attendance as a record has it: everybody once, by id where there is a record."""
    found: dict[str, dict[str, Any]] = {}
    where: dict[str, tuple[Line, Sure, str]] = {}
    for one in listed_:
        match = known.match(one.printed)
        printed = substitutes.without(one.printed) if one.capacity == "member" else one.printed
        key = match.id if match else f"{printed.name.casefold()} {printed.role.casefold()}"
        if key in found:
            statuses = found[key]["status"]
            found[key]["status"] = statuses if one.status in statuses else [*statuses, one.status]
            continue
        in_ward = wards.is_ward(printed)
        role = "" if in_ward else printed.role
        entry: dict[str, Any] = {"person": match.id} if match else {}
        titled = one.printed.honorific if RANKED.search(one.printed.honorific) and one.capacity != "member" else ""
        role = role or titled
        shown = "" if re.fullmatch(r"member", role, re.I) and match else role
        entry |= {"role": shown or (None if match else "Member" if one.capacity == "member" else "Role not printed")}
        entry |= {"capacity": one.capacity, "status": [one.status]}
        if one.printed.in_chair and one.status == "present":
            entry["in_chair"] = "yes"
        member = substitutes.stood_for(one.printed, known) if printed is not one.printed else None
        entry |= {"substitute_for": member.id} if member else {}
        if printed.aside and one.status == "present":
            entry["joined_or_left"] = printed.aside
        if (not match and one.capacity == "member") or in_ward or (printed is not one.printed and not member):
            entry["as_printed"] = one.printed.text
        found[key] = entry
        unknown = match.note if match else f"“{one.printed.text}” is nobody on record" if one.printed.name else ""
        where[key] = (one.line, match.sure if match else "likely", unknown)
    return [Value(entry, *where[key]) for key, entry in found.items()]
