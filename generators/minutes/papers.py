"""A paper as the fields of its record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generators.minutes import sections_of_papers as sections
from generators.minutes.authors import authors, by_line
from generators.minutes.casing import Vocabulary
from generators.minutes.names import people
from generators.minutes.paragraphs import Para
from generators.minutes.parts import entry
from generators.minutes.people import People
from generators.minutes.printed import days
from generators.minutes.text import markdown
from generators.minutes.value import Value

HEAD = 22
"""Paragraphs among which the head of a paper is looked for."""
APPENDIX = re.compile(r"^appendix\s+[a-z\d]{1,3}$", re.I)
FRAME = re.compile(
    r"^(?:.*police\W*(?:and|&|AND)?\s*crime\W*.*|commissioner|for\s+leicester\S*.*|leicester\S*.*|paper\s+marked|report|public|open|your\s+communities.*)$",
    re.I,
)
PURPOSE = re.compile(
    r"\b(?:is|are)\s+(?:asked|recommended|requested|invited)\s+to\s+(?:(?:also|further)\s+)?(?P<verb>note|approve|comment|discuss|consider|agree|endorse|receive|decide|confirm)\b|^(?P<first>note|approve|comment|discuss|consider|agree|endorse|receive|confirm)s?\b|\b(?P<third>notes|discuss|consider|approves|comments)\b",
    re.I,
)


@dataclass
class Written:
    """What is known of a paper."""

    fields: dict[str, Any]
    text: str = ""
    used: list[Para] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its title, plain."""
        held = self.fields.get("title")
        return str(held.holds if isinstance(held, Value) else held)


def written(paras: Sequence[Para], known: People, words: Vocabulary) -> Written:
    """Head, sections and text of a paper."""
    fields: dict[str, Any] = {"title": None}
    used, body = _head(paras, fields, known, words)
    text: list[Para] = []
    at = 0
    while at < len(body):
        name = sections.section_of(body[at])
        if name in ("", "other"):
            text.append(body[at])
            at += 1
            continue
        end = at + 1
        while end < len(body) and not sections.section_of(body[end]) and end - at < 40:
            end += 1
        inside = list(body[at + 1 : end])
        if name == "recommendations":
            said = sections.recommendations(inside)
            fields.setdefault("recommendations", [])
            if not fields["recommendations"]:
                fields["recommendations"] = said
            text += [body[at], *inside]
        else:
            at += _section(name, body[at], list(body[at + 1 : at + 60]), inside, fields, text, used, words)
            continue
        at = end
    _purpose(fields)
    if fields["title"] is None:
        first = next((para for para in paras if para.style == "heading" and not FRAME.match(para.text)), paras[0])
        fields["title"] = Value(words.sentence(first.text)[:180].rstrip(" .:") or "Untitled", first.first, "guess")
    kept = markdown([(para, "") for para in text])
    return Written(fields, kept, [*used, *text])


def _section(
    name: str, head: Para, beneath: list[Para], inside: list[Para], fields: dict[str, Any], text: list[Para],
    used: list[Para], words: Vocabulary,
) -> int:  # fmt: skip
    """One section that has a field; how many paragraphs it took. What has no place in the field stays in the text."""
    if name == "implications":
        said, took = sections.implications(beneath)
        if said:
            fields["implications"] = [*fields.get("implications", []), *said]
            used += [head, *took]
            return 1 + len(took)
        text.append(head)
        return 1
    took = inside[:12]
    if name in ("appendices", "background_papers"):
        took = [para for para in took if len(para.text) < 250]
        found = sections.enclosures(took, labelled=name == "appendices")
        fields[name] = [*fields.get(name, []), *found]
        used += [head, *took]
        text += [para for para in inside if para not in took]
        return 1 + len(inside)
    inline = head.text.partition(":")[2].strip()
    lines = [*([inline] if inline else []), *(para.text for para in took[:6])]
    roles = [role for line in lines for one in people(_without_contacts(line)) if (role := words.named(one.role))]
    if roles and "contact" not in fields:
        fields["contact"] = Value("; ".join(dict.fromkeys(roles)), head.first, "likely")
    used.append(head)
    text += took
    text += [para for para in inside if para not in took]
    return 1 + len(inside)


def _without_contacts(line: str) -> str:
    return re.sub(
        r"[,;]?\s*(?:tel\w*|phone|e-?mail|mobile|ext)\b.*$|\[[^\]]*\]|[,;]?\s*\(?0\d{3,4}.*$", "", line, flags=re.I
    ).strip(" ,;–-")


def _head(
    paras: Sequence[Para], fields: dict[str, Any], known: People, words: Vocabulary
) -> tuple[list[Para], list[Para]]:
    """The fields of the head; which paragraphs gave them, and all others."""
    used: list[Para] = []
    nowhere: list[Para] = []  # authors whom no record may name: neither in a field nor in the text
    last, open_key = -1, ""
    for at, para in enumerate(paras[:HEAD]):
        key, value = entry(para)
        text = para.text.strip()
        if key and (value or key == "marked"):
            if key == "purpose" and len(value) > 60:
                continue
            _entry(fields, key, value, para, known, words)
            is_said = key != "authors" or bool(fields["authors"])
            (used if is_said else nowhere).append(para)
            last, open_key = at, key
        elif APPENDIX.match(text) and "marked" not in fields:
            fields["marked"] = Value(text.title(), para.first, "sure")
            used.append(para)
        elif (
            last >= 0
            and at == last + 1
            and open_key in ("title", "authors")
            and not para.label
            and sections.section_of(para) != "recommendations"
            and len(text) < 140
            and (para.is_capitals or para.style == "bold" or not para.first.gap)
        ):
            _entry(fields, open_key, text, para, known, words, more=True)
            used.append(para)
            last = at
        elif last < 0 and len(text) < 120 and not para.label:
            _above(fields, para, words)
            used.append(para)
        elif open_key == "marked" and re.fullmatch(r"[A-Z]{1,2}\d?", text):
            fields["marked"] = Value(text, para.first, "sure")
            used.append(para)
        elif last >= 0 and at - last > 6:
            break
    taken = set(map(id, [*used, *nowhere]))
    return used, [para for para in paras if id(para) not in taken]


def _above(fields: dict[str, Any], para: Para, words: Vocabulary) -> None:
    """What stands above the head: the last line that names no office and no body can be the title."""
    text = para.text.strip()
    if (
        FRAME.match(text)
        or days(text)
        or (re.search(r"\b(?:committee|panel|board)\b", text, re.I) and not re.search("update|report", text, re.I))
    ):
        return
    if re.fullmatch(r"[A-Z]", text):
        fields["marked"] = Value(text, para.first, "likely")
    elif len(text) > 5:
        fields["title"] = Value(words.sentence(text), para.first, "likely")


def _entry(
    fields: dict[str, Any], key: str, value: str, para: Para, known: People, words: Vocabulary, *, more: bool = False
) -> None:  # fmt: skip
    value = " ".join(value.split())
    if key == "title":
        before = str(fields["title"].holds) + " " if more and fields.get("title") else ""
        fields["title"] = Value((before + words.sentence(value)).strip(" ."), para.first)
    elif key == "report_of" and "report_of" not in fields:
        fields["report_of"] = Value([re.sub(r"^The (?=Office)", "The ", words.named(value))], para.first)
    elif key == "date":
        said = days(value)
        if said and "date" not in fields:
            fields["date"] = Value(said[0].day, para.first)
        fields.setdefault("date_as_printed", Value(words.named(value), para.first))
    elif key == "authors":
        lines = [value] if more or para.cells else by_line(para, value, words)
        fields["authors"] = [
            *fields.get("authors", []),
            *(one for part in lines for one in authors(part, para, known, words)),
        ]
    elif key == "marked":
        fields.setdefault("marked", Value(value, para.first))
    elif key == "protective_marking":
        fields[key] = Value(value, para.first)
    elif key == "purpose":
        fields.setdefault("asked", value)


def _purpose(fields: dict[str, Any]) -> None:
    """What the paper asks of the meeting, by the verb of its first recommendation."""
    asked = fields.pop("asked", "")
    for value in fields.get("recommendations", []):
        found = PURPOSE.search(value.holds["text"])
        if found and "purpose" not in fields:
            verb = (found["verb"] or found["first"] or found["third"]).lower()
            verb = verb.removesuffix("s") if verb.endswith(("notes", "approves", "comments")) else verb
            fields["purpose"] = Value(f"to {verb}", value.line, "likely")
    if asked and "purpose" not in fields:
        found = PURPOSE.search(f"are asked to {asked}")
        if found:
            fields["purpose"] = f"to {(found['verb'] or found['first'] or found['third']).lower()}"
