"""Names with their titles, letters, roles and initials, as a list of those present prints them."""

import re
from dataclasses import dataclass, replace

from generators.minutes import offices
from generators.minutes.name_orders import holders_first, in_a_sentence, initials_apart, title_shared
from generators.minutes.name_patterns import (
    ALSO,
    BEGINS_ROLE,
    BEHIND_ROLE,
    BUSINESS,
    CHAIR,
    COLLECTIVE,
    DASH,
    GLUED,
    HONORIFIC,
    IN_BRACKETS,
    INITIALS,
    LAST_BRACKETS,
    LETTERS,
    NAME,
    NEXT_TITLE,
    OF_COUNCIL,
    PUBLIC,
    ROLE_THEN,
    ROLE_WORD,
    SHORT_AND_ROLE,
    SIDE,
    SINGULAR,
)


@dataclass(frozen=True)
class Printed:
    """Somebody as printed."""

    text: str
    honorific: str = ""
    name: str = ""
    letters: str = ""
    role: str = ""
    initials: str = ""
    in_chair: bool = False
    aside: str = ""
    """That somebody came late, or stood in for another."""


def people(text: str) -> list[Printed]:
    """Everybody a line names, in order; what follows a name is the role until the next name."""
    text = GLUED.sub(r"\1. ", ALSO.sub("; ", in_a_sentence(" ".join(text.split()).strip(" .;*"))))
    text = BEHIND_ROLE.sub("; ", text) if HONORIFIC.match(text) else text
    sign = ", " if COLLECTIVE.match(text) else "; "
    text = offices.named_each(title_shared(holders_first(NEXT_TITLE.sub(sign, PUBLIC.sub("", text)).strip(" ,"))))
    if ";" in text:
        return [one for part in text.split(";") for one in people(part)]
    collective = COLLECTIVE.match(text)
    title = ""
    if collective:
        plural = collective["title"].lower().replace("’", "'")
        of = OF_COUNCIL.match(collective["title"])
        title = f"{of[0]}Cllr" if of else SINGULAR.get(plural, "Cllr" if "c" in plural[:8] else "")
        text = text[collective.end() :]
    segments = _segments(text, is_list=bool(collective))
    if (holder := _role_before(segments)) is not None:
        return [holder]
    found: list[Printed] = []
    for segment in map(initials_apart, segments):
        one = _person(segment, may_be_short=bool(collective))
        if one is not None and (
            not found or one.honorific or collective or one.initials or one.role or not _has_role(found[-1])
        ):
            found.append(replace(one, honorific=one.honorific or title))
        elif (
            found
            and (turned := _role_first(segment)) is not None
            and len(segment.split()) < 9
            and (not _has_role(found[-1]) or found[-1].text.startswith(found[-1].role))
        ):
            found.append(turned)
        elif found:
            said = "" if segment.startswith("who ") else segment.strip(" .")
            role = ", ".join(part for part in (found[-1].role, said) if part)
            chairs = CHAIR.match(segment.strip(" .")) is not None
            found[-1] = replace(
                found[-1], role=role, text=f"{found[-1].text}, {segment}", in_chair=found[-1].in_chair or chairs
            )
        elif (turned := _role_first(segment)) is not None:
            found.append(turned)
    return found


def _role_before(segments: list[str]) -> Printed | None:
    """`Town Clerk, A. Able`: a role, a comma and one name."""
    if len(segments) != 2 or not ROLE_WORD.search(segments[0]) or _person(segments[0], may_be_short=False):
        return None
    one = _person(segments[1], may_be_short=False)
    role = segments[0].strip()
    if one is None or one.role or not role[:1].isupper() or _role_first(role) or ROLE_WORD.search(one.name):
        return None
    return replace(one, text=", ".join(segments), role=role, in_chair=one.in_chair or CHAIR.match(role) is not None)


def _has_role(one: Printed) -> bool:
    """Whether the role of somebody stands behind the name, so that what follows can go on with it."""
    is_before = bool(one.role) and one.text.startswith(one.role)
    return bool(one.role) and not is_before and not one.text.rstrip().endswith((")", "]"))


def _segments(text: str, *, is_list: bool) -> list[str]:
    """The text cut at commas and `and` outside brackets, where a name can begin behind them."""
    parts = [
        part for part in re.split(r"[;,](?![^(\[]*[)\]])\s*|\s+&\s+(?=(?:Mr|Ms|Dr|Cllr|Prof))", text) if part.strip()
    ]
    found: list[str] = []
    for part in parts:
        pieces = re.split(r"\s+(?:and|&)\s+(?![^(\[]*[)\]])", part)
        if len(pieces) > 1 and (
            is_list
            or all(_is_name(piece) for piece in pieces)
            or any(HONORIFIC.match(piece) or offices.held(piece) for piece in pieces[1:])
        ):
            found += pieces
        else:
            found.append(part)
    return [re.sub(r"^and\s+", "", part).strip() for part in found if part.strip()]


def _is_name(text: str) -> bool:
    bare = IN_BRACKETS.sub("", text).strip()
    without = HONORIFIC.sub("", bare)
    return offices.held(bare) is not None or (
        bool(NAME.match(without)) and (without != bare or (" " in without and not ROLE_WORD.search(without)))
    )


def _person(text: str, *, may_be_short: bool) -> Printed | None:
    """Somebody with the role behind a dash or in brackets, or None where no name stands first."""
    whole, *behind = DASH.split(text, maxsplit=1)
    inner = _brackets(whole)
    role, initials, in_chair = inner.role, inner.initials, inner.in_chair
    head, tail = IN_BRACKETS.sub(" ", whole).strip(), behind
    office = offices.held(head) if not tail else None
    if office:
        return _in_office(text, *office, inner)
    honorific = HONORIFIC.match(head)
    name = head[honorific.end() :] if honorific else head
    name, tail = _before_role(name, tail) if honorific else (name, tail)
    letters = LETTERS.search(name)
    name = name[: letters.start()] if letters else name
    name = " ".join(name.split()).strip(" ,")
    shaped = NAME.match(name) and (honorific or not (ROLE_WORD.search(name) or BUSINESS.search(name)))
    if not shaped or name.startswith("The ") or (" " not in name and not honorific and not may_be_short):
        return None
    if tail:
        last = _tail(tail[0])
        initials, in_chair = last.initials or initials, in_chair or last.in_chair
        role = ", ".join(part for part in (last.role, role) if part)
    if len(role) > 70 and re.search(r"\b(?:was|were|is|are|had|has|will)\b", role):
        role = ""
    printed = " ".join(honorific[0].split()) if honorific else ""
    return Printed(
        text.strip(),
        printed,
        name,
        letters[0].strip(" ,") if letters else "",
        role.strip(" ,"),
        initials,
        in_chair,
        inner.aside,
    )


def _in_office(text: str, office: str, name: str, inner: Printed) -> Printed:
    """`Vice Mayor Able (by video)`: the office is the role, unless it is only a seat."""
    own = "" if offices.is_seat(office) or HONORIFIC.match(f"{office} X") else office
    role = ", ".join(part for part in (own, inner.role) if part)
    return replace(
        inner,
        text=text.strip(),
        honorific=office,
        name=name,
        role=role,
        in_chair=inner.in_chair or offices.is_chair(office),
    )


def _brackets(text: str) -> Printed:
    """What brackets behind a name say: the chair, a role, initials, or that somebody came late."""
    found = Printed(text)
    for inner in IN_BRACKETS.findall(text):
        words = inner.strip()
        if CHAIR.match(words):
            found = replace(found, in_chair=True, role="" if words.lower().startswith("in the") else words)
        elif INITIALS.match(words) and not ROLE_WORD.search(words):
            found = replace(found, initials=words)
        elif (two := SHORT_AND_ROLE.fullmatch(words)) is not None:
            role = ", ".join(part for part in (found.role, two["role"]) if part)
            chairs = CHAIR.match(two["role"]) is not None
            found = replace(found, initials=two["initials"], role=role, in_chair=found.in_chair or chairs)
        elif SIDE.match(words) or (words and not words[:1].isupper() and not ROLE_WORD.search(words)):
            found = replace(found, aside=words)
        elif words:
            found = replace(found, role=", ".join(part for part in (found.role, words) if part))
    return found


def _tail(text: str) -> Printed:
    """What stands behind a dash: a role with initials or the chair in brackets, or initials alone."""
    last = LAST_BRACKETS.search(text)
    inner = last[1].strip() if last else ""
    is_chair = bool(CHAIR.match(inner) or CHAIR.match(text.strip()))
    is_short = bool(INITIALS.match(inner)) and not ROLE_WORD.search(inner) and len(inner) < 4
    role = (text[: last.start()] if last and (is_short or CHAIR.match(inner)) else text).strip()
    if INITIALS.match(role):
        return Printed(text, initials=role, in_chair=is_chair)
    return Printed(text, role=role, initials=inner if is_short else "", in_chair=is_chair)


def _before_role(name: str, tail: list[str]) -> tuple[str, list[str]]:
    """`D Nicholson Deputy Clerk`: a role that nothing parts from the name."""
    words = name.split()
    for at in range(1, len(words)):
        if (ROLE_WORD.fullmatch(words[at]) or words[at].partition("/")[0] in BEGINS_ROLE) and any(
            len(word.strip(".")) > 2 for word in words[:at]
        ):
            if ROLE_WORD.search(" ".join(words[at:])):
                return " ".join(words[:at]), [", ".join([" ".join(words[at:]), *tail])]
            break
    return name, tail


def _role_first(text: str) -> Printed | None:
    """A role, or initials, and then a name: `Chair: Jane Doe`."""
    head, *tail = DASH.split(text, maxsplit=1)
    one = _person(tail[0], may_be_short=False) if tail else None
    if one is None:
        found = ROLE_THEN.match(IN_BRACKETS.sub("", text).strip())
        one = (
            _person(found["name"], may_be_short=False)
            if found and ROLE_WORD.search(found["role"]) and not ROLE_WORD.search(found["name"])
            else None
        )
        return replace(one, text=text, role=found["role"]) if found and one else None
    if INITIALS.match(head.strip()) and len(head.strip()) < 5:
        return replace(one, text=text, initials=head.strip())
    chairs = CHAIR.match(head.strip()) is not None
    role = ", ".join(part for part in (head.strip(), one.role) if part)
    return replace(one, text=text, role=role, in_chair=one.in_chair or chairs)
