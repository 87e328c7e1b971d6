"""What a document adds to a record that is there: what is missing is added, what differs told, nothing replaced."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generators.minutes import matching
from generators.minutes.matching import Entry, is_same
from generators.problem import Where

BY_PROGRAM = frozenset({"body", "date", "source", "publication", "minutes"})
"""What a draft says that the document does not: it is added where it is missing, and is never a difference."""
OF_AGENDA = frozenset({"state", "reason"})
"""What an agenda alone cannot know better than a record."""
ANNOUNCED: Mapping[str, Sequence[Any]] = {"state": ("scheduled",), "status": (["invited"],)}
"""What an agenda can only announce: minutes say what came of it, and their word takes its place."""
FIRST: tuple[str, ...] = ("body", "date", "id", "number", "person", "role")
"""With what records, items and people begin; a field without another place comes behind these."""
KEYED: Mapping[str, Callable[[Sequence[Entry], Sequence[Entry]], dict[int, int]]] = {
    "items": matching.items,
    "attendance": matching.people,
    "declarations": matching.people,
    "unplaced": matching.texts,
}
"""Lists whose entries are found again, so that each can be added to."""


@dataclass(frozen=True)
class Added:
    """A value that the record does not have: a field of a group, or an entry of a list."""

    way: Where
    """To the group or list in the record."""
    step: str | int
    """The field's name; of an entry, behind how many of those that are there it comes."""
    value: Any
    of: Where
    """The way to it in the draft."""
    behind: tuple[str, ...] = ()
    """The fields that stand before it in a draft."""


@dataclass(frozen=True)
class Differs:
    """A value of the record that the document gives otherwise."""

    way: Where
    record: Any
    document: Any
    of: Where
    """The way to it in the draft."""


@dataclass
class Merge:
    """What a document does to a record."""

    added: list[Added] = field(default_factory=list)
    """In an order in which they can be made one by one: none moves the place of one that follows."""
    differs: list[Differs] = field(default_factory=list)
    settled: list[Differs] = field(default_factory=list)
    """What the record only announced, and the document says as it came."""
    same: int = 0
    """How many values were there already."""
    papers: dict[str, str] = field(default_factory=dict)
    """The papers of items that the record has under other names: by the name of the draft, the record's."""
    unnamed: list[int] = field(default_factory=list)
    """The items of the record of which the document says nothing."""
    unheard: list[Entry] = field(default_factory=list)
    """Who was invited, and is not in the document."""


def merged(record: Mapping[str, Any], drafted: Mapping[str, Any]) -> Merge:
    """What the draft of a document would do to the fields of a record."""
    found = Merge()
    left = {name for name in BY_PROGRAM if record.get(name)} | (OF_AGENDA if "minutes" not in drafted else set())
    _group(found, record, {name: value for name, value in drafted.items() if name not in left}, (), ())
    is_read_again = bool(drafted.get("source")) and is_same(record.get("source"), drafted["source"])
    if is_read_again or (not found.settled and all(map(_is_aside, found.added))):
        # What a person had no use for before.
        found.added = [one for one in found.added if not _is_aside(one)]
    if drafted.get("items"):
        named = matching.items(record.get("items", []), drafted["items"]).values()
        found.unnamed = [at for at in range(len(record.get("items", []))) if at not in named]
    if "minutes" in drafted and drafted.get("attendance"):
        there = matching.people(record.get("attendance", []), drafted["attendance"]).values()
        found.unheard = [
            one
            for at, one in enumerate(record.get("attendance", []))
            if at not in there and one.get("status") in ANNOUNCED["status"]
        ]
    return found


def _is_aside(one: Added) -> bool:
    """Whether it is what could not be placed, or a link that only the program found."""
    return (
        "unplaced" in (*one.way, one.step)
        or one.step == "follows"
        or (*one.way, one.step) == ("next_meeting", "meeting")
    )


def _group(found: Merge, old: Entry, new: Entry, way: Where, of: Where) -> None:
    behind, missing = FIRST, list[Added]()
    for name, value in new.items():
        mine = old.get(name)
        if not mine:
            missing.append(Added(way, name, value, (*of, name), behind))
        else:
            _value(found, name, mine, value, (*way, name), (*of, name))
        behind = (*behind, name)
    found.added += missing


def _value(found: Merge, name: str, old: Any, new: Any, way: Where, of: Where) -> None:
    """A value that is there."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        _group(found, old, new, way, of)
    elif name in KEYED and _are_groups(old) and _are_groups(new):
        _list(found, name, old, new, way, of)
    elif _are_groups(old) and _are_groups(new):
        for at, entry in enumerate(new):
            if any(is_same(mine, entry) for mine in old):
                found.same += 1
            else:
                found.differs.append(Differs(way, old, entry, (*of, at)))
    elif is_same(old, new) or new == ["invited"]:
        found.same += 1
    elif old in ANNOUNCED.get(name, ()):
        found.settled.append(Differs(way, old, new, of))
    elif name == "papers" and len(old) == len(new):
        found.papers |= dict(zip(new, old, strict=True))
    else:
        found.differs.append(Differs(way, old, new, of))


def _list(found: Merge, name: str, old: Sequence[Entry], new: Sequence[Entry], way: Where, of: Where) -> None:
    """Entries that are found again are added to; a new one comes behind the one before it in the document."""
    places = KEYED[name](old, new)
    for theirs, mine in places.items():
        entry = {key: value for key, value in new[theirs].items() if key != "id"}
        _group(found, old[mine], entry, (*way, mine), (*of, theirs))
    after = 0 if places else len(old)
    fresh: list[tuple[int, int]] = []
    for theirs in range(len(new)):
        after = max(after, places.get(theirs, -1) + 1)
        fresh += [] if theirs in places else [(after, theirs)]
    found.added += [Added(way, after, new[theirs], (*of, theirs)) for after, theirs in sorted(fresh, reverse=True)]


def _are_groups(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, Mapping) for one in value)
