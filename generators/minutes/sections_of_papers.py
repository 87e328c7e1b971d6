"""The parts of a paper that have a field of their own: recommendations, implications, appendices, contacts."""

import re
from collections.abc import Sequence
from typing import Any

from generators.minutes.paragraphs import ENDED, Para, bare
from generators.minutes.value import Value

SECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"^(?:\d{{1,2}}(?:\.\d)?[.)]?\s+)?(?:{pattern})\s*[:.]?$", re.I))
    for name, pattern in (
        ("recommendations", r"(?:report\s+)?recommendations?|recommended\s+actions?|request\s+of\s+the\s+\w+|"
r"decisions?\s+(?:required|requested|sought)|(?:the\s+)?(?:committee|board|"
r"panel|forum|authority|council)\s+is\s+(?:asked|recommended|requested|invited)\s+to"),
        ("implications", r"implications?|other\s+implications|summary\s+of\s+implications|resource\s+implications"),
        ("appendices", r"(?:list\s+of\s+)?appendi(?:x|ces)|attachments?|list\s+of\s+attachments"),
        ("background_papers", r"background\s+(?:papers?|documents?|information\s+papers?)|"
         r"list\s+of\s+background\s+papers"),
        ("contact", r"(?:person|officer|officers?|name)\s+to\s+contact|contact(?:\s+(?:officers?|"
r"details|person|for\s+further\s+information))?|report\s+author\s+contact"),
    )
)  # fmt: skip
IMPLICATION = re.compile(
    r"^(?P<head>(?:financ\w+|legal|equalit\w+|human\s+(?:resources?|rights)|risks?|"
    r"links?|communications?|environment\w*|sustainab\w+|crime\s+and\s+disorder|"
    r"data\s+protection|privacy|consultation|resourc\w+|workforce|health|diversity|"
    r"climate\w*|property|procurement|staffing|personnel|policy|partnership|safeguarding|"
    r"social\s+value|strategic|impact|people|estates?|ict|technolog\w+|value)[\w ,&/’'()-]{0,60}?)\s*(?::|"
    r"\t)\s*(?P<text>.*)$",
    re.I | re.DOTALL,
)
BETWEEN = re.compile(
    r"\s+(?=(?:Financial|Legal|Equality Impact Assessment|Equality|Risks? and Impact|"
    r"Risks?|Link to Police and Crime Plan|Communications)\s*:)"
)
NONE = re.compile(r"^(?:none|nil|n/a|not\s+applicable)\.?$", re.I)
LABELLED = re.compile(
    r"^(?P<label>(?:Appendix|Annex|Enclosure|Attachment)\s*[‘'\"]?[A-Z\d]{1,3}[’'\"]?)\s*[.:–—-]*\s*(?P<title>.*)$",
    re.I,
)
STEM = re.compile(r"(?::|:-|;|\bto|\bthat|members|-)\s*$", re.I)


def section_of(para: Para) -> str:
    """Which of these sections a heading begins; `other` for another heading, nothing for text."""
    text = para.text.strip()
    for name, pattern in SECTIONS:
        if pattern.match(text) and not para.cells:
            return name
    if re.match(r"^(?:person to contact|background papers?|list of appendices|implications)\s*:", text, re.I):
        return next((name for name, pattern in SECTIONS if pattern.match(text.partition(":")[0])), "other")
    numbered = re.fullmatch(r"\d{1,2}\.?", para.label) and len(para.rest.split()) < 7 and para.rest[:1].isupper()
    if (
        numbered
        and not ENDED.search(text.rstrip("-"))
        and not para.cells
        and not re.match(r"(?:to|that)\b", para.rest, re.I)
    ):
        return next((name for name, pattern in SECTIONS if pattern.match(para.rest)), "other")
    is_short = (
        len(text) < 90 and not text.endswith((".", ";", ",")) and not para.label and not para.cells and not para.bullet
    )
    set_apart = para.style in ("heading", "bold") or (para.first.gap and text[:1].isupper() and len(text.split()) < 9)
    return "other" if is_short and set_apart and not IMPLICATION.match(text) else ""


def recommendations(paras: Sequence[Para]) -> list[Value]:
    """What the paper asks, each with its paragraph: `2(a)`."""
    found: list[Value] = []
    stem = ""
    has_letters = any(_is_letter(para) for para in paras)
    for at, para in enumerate(paras):
        text = " ".join((para.rest or para.text).split())
        label = bare(para.label)
        if para.cells or not text:
            continue
        if _is_letter(para) or (para.bullet and not label):
            mark = f"({label})" if label else ""
            found.append(Value({"paragraph": f"{stem}{mark}" or None, "text": text}, para.first))
            continue
        stem = label if label[:1].isdigit() else stem
        following = paras[at + 1] if at + 1 < len(paras) else None
        if (
            following is not None
            and (_is_letter(following) or (following.bullet and not following.label))
            and (STEM.search(text) or has_letters)
        ):
            continue
        found.append(Value({"paragraph": label or None, "text": text}, para.first, "sure" if label else "likely"))
    return found


def _is_letter(para: Para) -> bool:
    label = bare(para.label)
    return bool(label) and not label[:1].isdigit()


def implications(paras: Sequence[Para]) -> tuple[list[Value], list[Para]]:
    """The lines of the table of implications, whether it kept its cells or not."""
    found: list[Value] = []
    used: list[Para] = []
    entries: list[tuple[dict[str, Any], Para]] = []
    for para in paras:
        if len(para.cells) > 1:
            head = para.cells[0].strip(" :")
            if head and not IMPLICATION.match(f"{head}:"):
                break
            if head:
                entries.append(({"heading": head, "text": " ".join(cell for cell in para.cells[1:] if cell)}, para))
            elif entries:
                entries[-1][0]["text"] = " ".join([entries[-1][0]["text"], *para.cells[1:]]).strip()
            used.append(para)
            continue
        pieces = BETWEEN.split(para.text)
        matched = [IMPLICATION.match(piece) for piece in pieces]
        if matched[0] and not para.label:
            entries += [
                ({"heading": one["head"].strip(), "text": " ".join(one["text"].split())}, para)
                for one in matched
                if one
            ]
            used.append(para)
        elif entries and not para.label and len(entries[-1][1].cells) < 2 and not para.style:
            entries[-1][0]["text"] = " ".join([entries[-1][0]["text"], para.text]).strip()
            used.append(para)
        else:
            break
    found += [Value(fields, para.first) for fields, para in entries]
    return found, used


def enclosures(paras: Sequence[Para], *, labelled: bool) -> list[Value]:
    """Appendices with their labels, or background papers by their titles."""
    found = []
    for para in paras:
        text = " ".join((para.rest if para.label else para.text).split()).strip()
        if NONE.match(text) or not text:
            continue
        label = LABELLED.match(text)
        if label and labelled:
            title = label["title"].strip(" –-:") or "Title not printed"
            found.append(
                Value(
                    {"label": " ".join(label["label"].split()), "title": title, "held": "not in the pack"},
                    para.first,
                    "guess",
                    "say whether it is held",
                )
            )
        elif len(text) < 250:
            found.append(
                Value(
                    {"title": text} if not labelled else {"title": text, "held": "not in the pack"},
                    para.first,
                    "likely",
                )
            )
    return found
