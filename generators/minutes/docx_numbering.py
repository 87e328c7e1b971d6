"""The numbers that Word prints before paragraphs and does not keep in them."""

from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    form: str
    pattern: str
    start: int


@dataclass
class Numbering:
    """Every list of a document, and how far each has been counted."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> "Numbering":
        """The lists that a document declares."""
        found = cls()
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return found
        for number in root.iter(f"{W}num"):
            reference = number.find(f"{W}abstractNumId")
            if reference is not None:
                found.abstract[_val(number, "numId")] = _val(reference, "val")
        for abstract in root.iter(f"{W}abstractNum"):
            for level in abstract.iter(f"{W}lvl"):
                start = level.find(f"{W}start")
                found.levels[_val(abstract, "abstractNumId"), int(_val(level, "ilvl") or 0)] = Level(
                    _child(level, "numFmt"),
                    _child(level, "lvlText"),
                    int(_val(start, "val") or 1) if start is not None else 1,
                )
        for style in document.styles.element.iter(f"{W}style"):
            place = _place(style)
            if place:
                found.styles[_val(style, "styleId")] = place
        return found

    def label(self, paragraph: Any) -> tuple[str, int]:
        """What Word prints before a paragraph, and how deep it stands; the paragraph counts as printed by this."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        place = _place(paragraph) or (self.styles.get(_val(style, "val")) if style is not None else None)
        if place is None or place[0] == "0":
            return "", 0
        number, depth = place
        list_ = self.abstract.get(number, "")
        level = self.levels.get((list_, depth))
        if level is None:
            return "", depth
        counts = self.counted.setdefault(list_, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.form in ("bullet", "none"):
            return "•" if level.form == "bullet" else "", depth
        text = level.pattern
        for at in range(depth + 1):
            outer = self.levels.get((list_, at), level)
            text = text.replace(f"%{at + 1}", _printed(counts.get(at, outer.start), outer.form))
        return text.strip(), depth


def _place(element: Any) -> tuple[str, int] | None:
    """The list and the level that a paragraph or a style names."""
    list_ = element.find(f"{W}pPr/{W}numPr/{W}numId")
    level = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return (_val(list_, "val"), int(_val(level, "val") or 0) if level is not None else 0) if list_ is not None else None


def _printed(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        text, rest = "", number
        for value, sign in ROMAN:
            text, rest = text + sign * (rest // value), rest % value
        return text.upper() if form == "upperRoman" else text
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _child(element: Any, name: str) -> str:
    found = element.find(f"{W}{name}")
    return _val(found, "val") if found is not None else ""


def _val(element: Any, name: str) -> str:
    return str(element.get(f"{W}{name}") or "")
