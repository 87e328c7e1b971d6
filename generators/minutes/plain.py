"""Signs of layout that are no words: the marks of emphasis and headings that a converter leaves in a text."""

import re
from dataclasses import dataclass

from generators.minutes.document import Style

TAG = re.compile(r"</?(?:u|b|i|em|strong|sup|sub|br|span|p|mark|small)\s*/?>", re.IGNORECASE)
LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\(([^()\s]+)\)")
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!~-])")
HEADING = re.compile(r"^#{1,6}\s+")
STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__")
EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)
WRITTEN = str.maketrans(
    {
        "\u00a0": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2009": " ",
        "\uf0b7": "•",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\u2011": "-",
    }
)
ICON = re.compile(r"\s+(?:pdf\s+icon\s+)?PDF\s+\d+\s*[KM]B(?:/\d+\s*[KM]B)?\s*$", re.IGNORECASE)
"""The mark of a file that hangs on a title, as committee systems print it on their pages."""
RULE = re.compile(r"^[\s*_=~.·—–-]{3,}$")
TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")


@dataclass(frozen=True)
class Plain:
    """A line without its signs of layout."""

    text: str
    style: Style


def plain(line: str) -> Plain:
    """The words of a line, and how they were set."""
    text = CONTROL.sub("", line.translate(WRITTEN)).rstrip()
    if RULE.match(text) or TABLE_RULE.match(text):
        return Plain("", "")
    text = TAG.sub(lambda found: " " if "br" in found[0].lower() else "", PICTURE.sub("", text))
    is_heading = bool(HEADING.match(text.lstrip()))
    text = HEADING.sub("", text.lstrip()) if is_heading else text
    is_bold = bool(re.fullmatch(r"\s*(?:[\w./()]+\s+)?\*\*.+\*\*[:.]?\s*", text)) and text.count("**") == 2
    text = EMPHASIS.sub(r"\1", STRONG.sub(lambda found: found[1] or found[2], text)).replace("**", "")
    text = ICON.sub("", LINK.sub(_link, text))
    return Plain(ESCAPED.sub(r"\1", text), "heading" if is_heading else "bold" if is_bold else "")


def _link(found: re.Match[str]) -> str:
    words, address = found[1].strip(), found[2].strip()
    shown = address.removeprefix("mailto:").rstrip("/")
    return words if shown in words or address.startswith(("mailto:", "#")) else f"{words} ({address})"
