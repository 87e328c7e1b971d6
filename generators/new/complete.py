"""From what was given to all that a new record needs: the rest is proposed or asked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, NamedTuple

from generators.archive import Archive
from generators.field_guide.examples import example
from generators.groups import closed_list
from generators.meanings import meanings
from generators.new.ids import id_of_file, id_of_row
from generators.new.place import is_row, not_within
from generators.new.proposals import proposed
from generators.new.values import at, needed, type_at, typed_at, with_value, wrong
from generators.problem import Where, field_name, last_name
from generators.proposed import ID, WITHIN, Known, Proposed
from generators.record import Kind, shared_fields
from generators.yaml_writer import Remarks

NOTHING = Proposed(None)
OF_ITS_OWN = "Its id, which is never changed: lower-case letters, digits and hyphens."


class Prompt(NamedTuple):
    """What is asked: a field, what it means, how it is written, and what is proposed."""

    name: str
    meaning: str
    like: str
    """How it is written, by an example or the words that it can be."""
    needed: bool
    proposed: Proposed
    wrong: Callable[[str], tuple[str, ...]]
    """What is wrong with an answer."""


Ask = Callable[[Prompt], str]


class Filled(NamedTuple):
    """A new record: what is known of it, and what was proposed without being asked."""

    values: dict[str, Any]
    within: str
    own: str
    remarks: Remarks


class Incomplete(Exception):  # noqa: N818 - says what is missing
    """What cannot be proposed and was not given, by field."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def complete(archive: Archive, kind: Kind, given: Known, today: date, ask: Ask | None) -> Filled:
    """All that the record needs. `ask`: None where nobody can be asked. Raises Incomplete."""
    known: dict[str, Any] = dict(given)
    missing: list[str] = []
    remarks: dict[tuple[str | int, ...], str] = {}
    for ways in (_within, _asked):
        for way, is_needed in ways(archive, kind, known):
            if at(known, way) is not None:
                continue
            offered = proposed(archive, kind, known, today).get(str(way[0]), NOTHING) if len(way) == 1 else NOTHING
            if ask:
                answer = ask(prompt_for(archive, kind, known, way, offered, is_needed=is_needed))
                known = with_value(known, way, typed_of(kind, way, answer))
            elif offered.value:
                known = with_value(known, way, offered.value)
                remarks |= _proposal(offered, way)
            elif is_needed:
                missing.append(field_name(way))
    if missing:
        raise Incomplete(tuple(missing))
    rest = proposed(archive, kind, known, today)
    for name in _unasked(kind, known, rest):
        known = with_value(known, (name,), rest[name].value)
        remarks |= _proposal(rest[name], (name,))
    return _identified(archive, kind, known, rest, remarks, today, ask)


def _unasked(kind: Kind, known: Known, rest: Mapping[str, Proposed]) -> list[str]:
    """The fields of a file that nobody was asked about, and for which something is proposed; a row has none."""
    fits = {field.name for field in fields(kind.type)} if not is_row(kind) else set()
    return [name for name, found in rest.items() if name in fits - known.keys() - {ID} and found.value]


def _proposal(found: Proposed, way: Where) -> Remarks:
    """The remark on what nobody was asked about."""
    return {way: f"Proposed: {found.because}. Look it over."} if found.because else {}


def within_field(kind: Kind) -> str:
    """The field that says in which record the new one lies: one of its own, or `in`; empty where it lies in none."""
    own = {field.name for field in fields(kind.type)}
    return (kind.within if kind.within in own else WITHIN) if kind.within else ""


def typed_of(kind: Kind, way: Where, said: str) -> Any:
    """What was typed, as the record has it."""
    return said if way[0] in (WITHIN, ID) else typed_at(kind.type, way, said)


def faults(archive: Archive, kind: Kind, known: Known, way: Where) -> tuple[str, ...]:
    """What is wrong with one of the things that are known."""
    if kind.within and way == (within_field(kind),) and (why := not_within(archive, kind.within, str(known[way[0]]))):
        return (why,)
    if way == (WITHIN,):
        return ()
    if way == (ID,):
        return ()
    outer = known.get(within_field(kind), "")
    return wrong(kind, archive, _fields_said(known), way, f"{outer}/new" if outer else "new")


def _fields_said(known: Known) -> dict[str, Any]:
    """What is known of the record's own fields, without those that were left out."""
    return {name: value for name, value in known.items() if name not in (WITHIN, ID) and value not in ("", [])}


def _within(_: Archive, kind: Kind, __: Known) -> Iterator[tuple[Where, bool]]:
    """What is asked first: in which record the new one lies."""
    if kind.within:
        yield (within_field(kind),), True


def _asked(archive: Archive, kind: Kind, known: Known) -> Iterator[tuple[Where, bool]]:
    """The way to everything that is asked for, and whether it is needed: of a row, every column of its register."""
    ways = [*needed(kind.type)]
    if is_row(kind) and kind.within:
        columns: Mapping[str, str] = getattr(archive.records[kind.within].get(known.get(WITHIN, "")), "columns", {})
        own = {field.name for field in fields(kind.type)} - shared_fields(kind.type)
        yield from (((name,), (name,) in ways) for name in columns if name in own)
    yield from ((way, True) for way in ways)


def prompt_for(archive: Archive, kind: Kind, known: Known, way: Where, offered: Proposed, *, is_needed: bool) -> Prompt:
    """What is asked of a field."""

    def faults_of(said: str) -> tuple[str, ...]:
        return faults(archive, kind, with_value(dict(known), way, typed_of(kind, way, said)), way) if said else ()

    if way == (WITHIN,):
        meaning = f"The {kind.within} to which it belongs, by id."
        return Prompt(f"{kind.within}", meaning, "", is_needed, offered, faults_of)
    group, hint = type_at(kind.type, way)
    name = last_name(way)
    shown = example(group, name)
    words = "; ".join(map(str, shown)) if isinstance(shown, list) else "" if isinstance(shown, dict) else str(shown)
    listed = ", ".join(closed_list(hint))
    like = f"One of: {listed}" if listed else f"Like: {words}" if words else ""
    return Prompt(field_name(way), meanings(group)[name], like, is_needed, offered, faults_of)


def _identified(
    archive: Archive,
    kind: Kind,
    known: dict[str, Any],
    rest: Mapping[str, Proposed],
    remarks: Remarks,
    today: date,
    ask: Ask | None,
) -> Filled:
    """The same with an id: as given, as proposed, or made from what is known."""
    within, values = str(known.get(within_field(kind), "")), _fields_said(known)
    made = id_of_row(archive, kind, within, values, today) if is_row(kind) else id_of_file(kind, values)
    own = known.get(ID) or rest.get(ID, NOTHING).value or made
    if not own and "*" in kind.files:
        if not ask:
            raise Incomplete((ID,))
        own = ask(Prompt(ID, OF_ITS_OWN, "", needed=True, proposed=NOTHING, wrong=lambda _: ()))
    return Filled(values, within, own, remarks)
