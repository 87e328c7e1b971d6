"""A whole document as drafts of records, with every word accounted for."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from generators.minutes import bodies, meetings, papers
from generators.minutes.casing import Vocabulary
from generators.minutes.document import Document
from generators.minutes.drafted import Draft, Drafted, Setting
from generators.minutes.heading import headed
from generators.minutes.linked import link, slug_of
from generators.minutes.paragraphs import Para, paragraphs
from generators.minutes.parts import Part, parts
from generators.minutes.people import People
from generators.minutes.refusal import CannotRead
from generators.minutes.value import Value, parted

LONGEST_TEXT = 190_000
"""Signs of the text of one paper; what is more is kept as unplaced."""


def draft(document: Document, setting: Setting) -> Draft:
    """The drafts that a document gives. Raises CannotRead where it names no body or no day."""
    paged = document.pages > 1
    vocabulary = Vocabulary.of(document.lines)
    found = parts(paragraphs(document.lines))
    result = Draft()
    meeting = _first_meeting(found, setting)
    made: dict[str, tuple[Drafted, list[Para]]] = {}
    for part in found:
        if part.what == "paper":
            continue
        body, day = _identity(part, setting, meeting)
        people = People(setting.people, body)
        one = (
            meetings.minutes_of(part.paras, people)
            if part.what == "minutes"
            else meetings.agenda_of(part.paras, people)
        )
        id = setting.id_of(body, day)
        used = set(map(id_of, one.used))
        rest = [para for para in part.paras if id_of(para) not in used]
        _count(result, part.paras, rest)
        if id in made:
            made[id][1].extend(part.paras)
            result.notes.append(f"a second {part.what} of {id} was found; all of it is unplaced.")
            result.unplaced, result.placed = (
                result.unplaced + _words(part.paras) - _words(rest),
                result.placed - _words(part.paras) + _words(rest),
            )
            continue
        tree = _meeting(one, part, body, day, setting, document, vocabulary)
        fields, remarks = parted(tree, paged=paged)
        made[id] = Drafted(id, fields, dict(remarks)), rest
    _papers(found, made, meeting, setting, document, vocabulary, result, paged=paged)
    for id, (record, rest) in made.items():
        record.fields["unplaced"] = _unplaced(rest)
        if not record.is_paper:
            own = {
                name.rpartition("/")[2]: one
                for name, (one, _) in made.items()
                if one.is_paper and name.startswith(f"{id}/")
            }
            link(record, own, setting.meetings)
        result.records.append(record)
    return result


def id_of(para: Para) -> tuple[object, ...]:
    """By what a paragraph is known again: its lines and its words."""
    return (para.lines[0].page, para.lines[0].number, para.lines[0].text)


def _words(paras: Sequence[Para]) -> int:
    return sum(para.words for para in paras)


def _count(result: Draft, paras: Sequence[Para], rest: Sequence[Para]) -> None:
    result.unplaced += _words(rest)
    result.placed += _words(paras) - _words(rest)


def _unplaced(rest: Sequence[Para]) -> list[dict[str, Any]]:
    return [{"page": para.first.page, "line": para.first.number, "text": " ".join(para.text.split())} for para in rest]


def _first_meeting(found: Sequence[Part], setting: Setting) -> tuple[str, date]:
    """The body and day of the meeting that a pack is for: of its agenda, or else of its first part."""
    first = next((part for part in found if part.what == "agenda"), found[0] if found else None)
    if first is None:
        raise CannotRead("There is no text in it.")
    return _identity(first, setting, None, is_first=True)


def _identity(
    part: Part, setting: Setting, meeting: tuple[str, date] | None, *, is_first: bool = False
) -> tuple[str, date]:
    """The body and the day of one part; what was given holds for the meeting the pack is for."""
    head = headed(part.paras, 30 if part.what != "paper" else 14)
    named = setting.body or bodies.body_in(part.paras, setting.bodies) or bodies.body_called(head.name, setting.bodies)
    body = named or (meeting[0] if meeting else "")
    day = (setting.day if is_first and setting.day else None) or _own_day(part, head.day)
    if meeting and part.what == "agenda":
        day = meeting[1]
    if not body:
        known = ", ".join(sorted(one.id for one in setting.bodies))
        called = f' It speaks of "{head.name}".' if head.name else ""
        raise CannotRead(
            f"No body on record is named at its beginning.{called} Give one with --body: {known}. "
            "For a body that is not among them, make its record in content/bodies first; or, only to try the document, "
            "give any of them with --into FOLDER: nothing is then written among the records."
        )
    if day is None:
        day = setting.day
    if day is None:
        raise CannotRead(
            f"The day of the meeting does not stand at the beginning of the {part.what}. "
            "Give it with --date, like --date 2017-09-22."
        )
    return body, day


def _own_day(part: Part, day: date | None) -> date | None:
    if part.what != "paper":
        return day
    without = [para for para in part.paras[:14] if not re.match(r"report\s+date", para.text, re.I)]
    return headed(without, 14).day


def _meeting(
    one: meetings.Made, part: Part, body: str, day: date, setting: Setting, document: Document, words: Vocabulary
) -> dict[str, Any]:  # fmt: skip
    """The fields in the order in which a person reads them."""
    fields = dict(one.fields)
    if "date" not in fields or fields["date"].holds != day:
        fields["date"] = day
    for item in fields.get("items", []):
        item.holds["title"] = words.sentence(item.holds["title"])
    is_minutes = part.what == "minutes"
    state = "held" if is_minutes else meetings.state_of(day, setting.today)
    reason = "The agenda is known; say whether the meeting was held." if state == "no record" else None
    place = fields.get("place")
    if isinstance(place, Value):
        fields["place"] = Value(words.named(place.holds), place.line, place.sure, place.note)
    ordered: dict[str, Any] = {
        "body": body,
        "date": fields.pop("date"),
        "date_as_printed": fields.pop("date_as_printed", None),
    }
    ordered |= {name: fields.pop(name, None) for name in ("start", "end", "place", "online")}
    ordered |= {"state": state, "reason": reason, "source": f"{document.name}, {part.what}", "publication": "draft"}
    ordered |= fields
    if is_minutes:
        ordered["minutes"] = {"state": "draft"}
    return ordered


def _papers(
    found: Sequence[Part], made: dict[str, tuple[Drafted, list[Para]]], meeting: tuple[str, date], setting: Setting,
    document: Document, words: Vocabulary, result: Draft, *, paged: bool,
) -> None:  # fmt: skip
    """Every paper of the meeting the pack is for; where no record of that meeting is there, the least one."""
    body, day = meeting
    folder = setting.id_of(body, day)
    everyone = People(setting.people, body)
    for part in found:
        if part.what != "paper":
            continue
        one = papers.written(part.paras, everyone, words)
        used = set(map(id_of, one.used))
        rest = [para for para in part.paras if id_of(para) not in used]
        text = one.text
        if len(text) > LONGEST_TEXT:
            rest, text = list(part.paras), ""
            result.notes.append(f"the text of “{one.title}” is too long for one record; it is kept as unplaced.")
        _count(result, part.paras, rest)
        fields, remarks = parted(one.fields | {"source": document.name, "publication": "draft"}, paged=paged)
        slug = slug_of(one.title)
        number = sum(1 for id in made if re.fullmatch(rf"{re.escape(folder)}/{slug}(?:-\d+)?", id))
        id = f"{folder}/{slug}" + (f"-{number + 1}" if number else "")
        made[id] = Drafted(id, fields, dict(remarks), text, is_paper=True), rest
    if folder not in made and any(record.is_paper for record, _ in made.values()) and folder not in setting.meetings:
        least = {
            "body": body,
            "date": day,
            "state": str(meetings.state_of(day, setting.today)),
            "source": document.name,
            "publication": "draft",
        }
        least["reason"] = "Only a paper of this meeting was read; say whether it was held."
        made[folder] = Drafted(folder, least, {}), []
