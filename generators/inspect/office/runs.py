"""The runs of text in a document that cannot be seen: hidden, tiny, or in the colour of what is behind them.

How a run looks is said by itself, by its style, and by that of its paragraph, which can be based on others.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generators.inspect.office.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = ("0", "false", "off", "none")
SMALLEST = 6
"""Half points."""
NARROWEST = 10
"""Per cent of the width of a letter."""
FAINT = 24
"""Of 255, between letters and what is behind them: less is not seen."""
WHITE, BLACK, UNKNOWN = "FFFFFF", "000000", ""
MARKERS = {"black": BLACK, "white": WHITE, "darkBlue": "000080", "darkRed": "800000", "darkGray": "808080"}
"""The colours of the marker with which text is blacked out by mistake; the others are light."""
THEME = {"background1": WHITE, "light1": WHITE, "text1": BLACK, "dark1": BLACK}
SHADES = ("themeTint", "themeShade")
DEEPEST = 12
"""Styles based on styles."""
Look = Mapping[str, Element]
"""What is said of text, by the name of each property."""


class Run(NamedTuple):
    """A run of text as it looks."""

    look: Look
    behind: str
    """The colour behind it; empty where it is not known."""


def hidden_runs(package: Package, root: Element) -> int:
    """How many runs of a part cannot be seen."""
    return sum(map(_is_hidden, _runs(root, _styles(package))))


def _styles(package: Package) -> Mapping[str, Look]:
    """What each style says of text, with what it is based on."""
    part = "word/styles.xml"
    every = package.xml(part).iter(f"{W}style") if part in package.parts else ()
    by_id = {style.get(f"{W}styleId", ""): style for style in every}
    return {id: _with_bases(style, by_id) for id, style in by_id.items()}


def _with_bases(style: Element, by_id: Mapping[str, Element]) -> Look:
    chain: list[Element] = []
    next_one: Element | None = style
    while next_one is not None and len(chain) < DEEPEST:
        chain.append(next_one)
        base = next_one.find(f"{W}basedOn")
        next_one = None if base is None else by_id.get(base.get(f"{W}val", ""))
    return {name: one for style in reversed(chain) for name, one in _look(style.find(f"{W}rPr")).items()}


def _look(properties: Element | None) -> Look:
    return {} if properties is None else {one.tag.removeprefix(W): one for one in properties}


def _runs(root: Element, styles: Mapping[str, Look]) -> Iterator[Run]:
    """Every run with text."""
    waiting: list[tuple[Element, Look, str]] = [(root, {}, WHITE)]
    while waiting:
        one, look, behind = waiting.pop()
        for name in ("pPr", "tcPr", "tblPr"):
            properties = one.find(f"{W}{name}")
            if properties is not None:
                behind = _behind(_look(properties), behind)
        if one.tag == f"{W}p":
            look = styles.get(_style(one.find(f"{W}pPr"), "pStyle"), {})
        if one.tag == f"{W}r" and _text(one):
            own = one.find(f"{W}rPr")
            every = {**look, **styles.get(_style(own, "rStyle"), {}), **_look(own)}
            yield Run(every, _behind(every, behind))
        waiting += [(child, look, behind) for child in one]


def _style(properties: Element | None, name: str) -> str:
    found = None if properties is None else properties.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _behind(look: Look, before: str) -> str:
    """The colour that something puts behind its text, or else the one that was there before."""
    marker = look.get("highlight")
    if marker is not None:
        return MARKERS.get(marker.get(f"{W}val", ""), UNKNOWN)
    if "tblStyle" in look:
        return UNKNOWN
    shade = look.get("shd")
    if shade is None or (fill := shade.get(f"{W}fill", "auto").upper()) == "AUTO":
        return before
    return fill if shade.get(f"{W}val", "clear") == "clear" and len(fill) == len(WHITE) else UNKNOWN


def _text(run: Element) -> str:
    return "".join(one.text or "" for one in run if one.tag in (f"{W}t", f"{W}delText", f"{W}instrText")).strip()


def _is_hidden(run: Run) -> bool:
    vanish, size, wide = (run.look.get(name) for name in ("vanish", "sz", "w"))
    if vanish is not None and vanish.get(f"{W}val", "1") not in OFF:
        return True
    if size is not None and float(size.get(f"{W}val", "22")) < SMALLEST:
        return True
    if wide is not None and float(wide.get(f"{W}val", "100").rstrip("%")) < NARROWEST:
        return True
    letters = _letters(run)
    return bool(letters and run.behind) and _difference(letters, run.behind) < FAINT


def _letters(run: Run) -> str:
    """The colour of the letters. Left to itself a program makes them white on what is dark, but not on a marker."""
    colour = run.look.get("color")
    value = "AUTO" if colour is None else colour.get(f"{W}val", "auto").upper()
    if colour is not None and not any(colour.get(f"{W}{shade}") for shade in SHADES):
        value = THEME.get(colour.get(f"{W}themeColor", ""), value)
    if value == "AUTO":
        return BLACK if "highlight" in run.look or run.behind == WHITE else UNKNOWN
    return value if len(value) == len(WHITE) else UNKNOWN


def _difference(one: str, other: str) -> int:
    """How far two colours are apart, by the part of them in which they differ most."""
    try:
        pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    except ValueError:
        return FAINT
    return max(abs(left - right) for left, right in pairs)
