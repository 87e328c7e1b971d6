"""What was given of a new record on the command line: `field=value`, each checked."""

import re
from collections.abc import Iterable
from typing import Any

from generators.archive import Archive
from generators.fields import SLUG
from generators.new.complete import faults, typed_of, within_field
from generators.new.values import type_at, with_value
from generators.problem import Where, did_you_mean, field_name
from generators.proposed import ID, WITHIN
from generators.record import GIVEN_BY_PROGRAM, Kind


class Refused(Exception):  # noqa: N818 - says what is refused
    """What was given that cannot be."""


def given(archive: Archive, kind: Kind, said: Iterable[str]) -> dict[str, Any]:
    """The fields that were given, nested. Raises Refused with everything that is wrong."""
    known: dict[str, Any] = {}
    ways: list[Where] = []
    for words in said:
        name, sign, value = words.partition("=")
        if not sign:
            raise Refused(f'"{words}" is not a field and its value. Write it like title=Use of force.')
        way = _way(kind, name.strip())
        try:
            known = with_value(known, way, typed_of(kind, way, value.strip()))
        except ValueError as error:
            raise Refused(f"{name}: {error}") from None
        ways += [way]
    known = _placed(kind, known)
    wrong = [
        f"{field_name(way)}: {words}"
        for way in ways
        if _is_said(known, way)
        for words in faults(archive, kind, known, way)
    ]
    if wrong:
        raise Refused("\n".join(dict.fromkeys(wrong)))
    return known


def _is_said(known: dict[str, Any], way: Where) -> bool:
    return known.get(str(way[0])) not in ("", [])


def _way(kind: Kind, name: str) -> Where:
    """The way to a field: `items.1.title` leads to the title of the first item."""
    steps = tuple(int(step) - 1 if re.fullmatch("[1-9][0-9]{0,2}", step) else step for step in name.split("."))
    if steps in ((WITHIN,), (ID,)):
        return steps
    if kind.within and steps == (kind.within,) and within_field(kind) == WITHIN:
        return (WITHIN,)
    try:
        if not isinstance(steps[0], str) or steps[0] in (*GIVEN_BY_PROGRAM, "publication"):
            raise KeyError(steps[0])
        type_at(kind.type, steps)
    except KeyError as error:
        if steps[0] == "publication":
            raise Refused("publication: a new record is a draft. Publish it when it has been looked over.") from None
        known = [field for field in kind.type.__dataclass_fields__ if field not in GIVEN_BY_PROGRAM]
        raise Refused(
            f'there is no field "{error.args[0]}" in a {kind.noun}.{did_you_mean(str(error.args[0]), known)}'
        ) from None
    return steps


def _placed(kind: Kind, known: dict[str, Any]) -> dict[str, Any]:
    """The same with a whole id parted into that of the record around it and its own."""
    id = known.get(ID)
    if id is None:
        return known
    outer, _, own = str(id).rpartition("/")
    for part in str(id).split("/"):
        if not SLUG.fullmatch(part):
            raise Refused(f'id: "{part}" cannot be part of an id. Use lower-case letters, digits and single hyphens.')
    return {**known, ID: own, **({within_field(kind) or WITHIN: outer} if outer else {})}
