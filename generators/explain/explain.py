"""What words mean: those of a kind of record, a field, a group of fields, a closed list, or a problem."""

from collections.abc import Iterator
from difflib import get_close_matches

from generators import sections
from generators.explain.classes import meaning_of
from generators.explain.fields import FieldPlace, closed_words, of_field, of_group, of_kind, places
from generators.explain.problem import message_told, printed, told
from generators.meanings import every_group, name_of
from generators.new.kinds import Unclear, kind_named
from generators.record import Kind

SHOWN = 6
"""So many fields of one name are told in full; of more, only their names."""


class Unknown(Exception):  # noqa: N818 - says what is unknown
    """Nothing is known by these words."""


def explain(words: str) -> list[str]:
    """What the words mean, in lines. Raises Unknown."""
    typed = " ".join(words.split())
    problem = printed(typed)
    if problem:
        return [*told(problem)]
    lines = [*_named(typed.lower())]
    if lines:
        return lines
    field, colon, message = typed.partition(": ")
    if colon and meaning_of(message) and (fields := _fields(field.lower())):
        return [*message_told(message), "", *_of_fields(fields)]
    if meaning_of(typed):
        return [*message_told(typed)]
    raise Unknown(_not_found(typed))


def _named(name: str) -> Iterator[str]:
    """What has this name: a kind, a field, a group, or a word of a closed list."""
    kind = _kind(name)
    fields = _fields(name)
    groups = _groups(name)
    if kind and (kind.noun == name.replace(" ", "-") or not (fields or groups)):
        yield from of_kind(kind)
        if fields:
            yield f"Fields are called so too: {', '.join(place.name for place in fields)}"
        groups, fields = [], []
    for type_ in groups:
        yield from of_group(type_)
        yield ""
    yield from _of_fields(fields)
    listed = [] if "." in name else _once(places())
    taking = [place for place in listed if name in (word.lower() for word in closed_words(place))]
    if taking:
        yield f"{name} is one of the words for {', '.join(place.name for place in taking)}"
        if not (kind or fields or groups):
            yield from of_field(taking[0])


def _of_fields(fields: list[FieldPlace]) -> Iterator[str]:
    if len(fields) > SHOWN:
        yield f"{len(fields)} fields are called so. Say which:"
        yield from (f"  {place.name}" for place in fields)
        return
    for place in fields:
        yield from of_field(place)
        yield ""


def _fields(name: str) -> list[FieldPlace]:
    """The fields of this name: `title`, `meeting.title`, `meeting.items.title` or `item.title`."""
    *before, last = (part.strip().replace(" ", "_") for part in name.split("."))
    found = [place for place in places() if place.entry.name == last]
    if before and (whole := [place for place in found if _is_way(place, before)]):
        return whole
    return [place for place in _once(tuple(found)) if not before or before == [name_of(place.group).replace(" ", "_")]]


def _is_way(place: FieldPlace, before: list[str]) -> bool:
    """Whether these are the steps to a field, with its kind or without; numbers of entries do not count."""
    steps = [step for step in before if not step.isdigit()]
    noun = place.kind.noun.replace("-", "_")
    return [step.replace("-", "_") for step in steps] in ([noun, *place.way[:-1]], [*place.way[:-1]])


def _groups(name: str) -> list[type]:
    found = [type_ for kind in sections.kinds() for type_ in every_group(kind.type) if type_ is not kind.type]
    return [type_ for type_ in dict.fromkeys(found) if name_of(type_) == name.replace("-", " ")]


def _once(listed: tuple[FieldPlace, ...]) -> list[FieldPlace]:
    """Each field once, though several kinds of record have the group, or all of them the field."""
    return list({(place.declared, place.entry.name): place for place in reversed(listed)}.values())[::-1]


def _kind(name: str) -> Kind | None:
    try:
        return kind_named(name)
    except Unclear:
        return None


def _not_found(typed: str) -> str:
    nouns = [kind.noun for kind in sections.kinds()]
    fields = [place.entry.name for place in places()]
    known = dict.fromkeys((*nouns, *fields, *(place.name for place in places() if len(place.way) == 1)))
    near = get_close_matches(typed.lower(), known, n=3, cutoff=0.6)
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    hint = f"Give a kind of record ({', '.join(nouns[:4])} …), a field, or a problem as it was printed."
    return f'nothing is known by "{typed[:80]}".{meant} {hint}'
