"""Colours and how well text in one can be read on another: the contrast of WCAG, from 1 to 21."""

import re
from typing import NamedTuple

from pydantic_core import PydanticCustomError

ENOUGH = 4.5
"""What text needs on its ground."""
COMFORTABLE = 7.0
"""What a colour is lightened to for the dark: there it stands on several grounds."""
LIGHT, DARK = "#ffffff", "#12181a"
"""The paper by day and by night, as the style sheet has them."""
LIGHT_GROUND, DARK_GROUND = "#f4f5f3", "#1a2224"
"""The greys on which text stands too: contrast is least there."""
TINT = 0.07
"""How much of the colour is in the ground behind what it marks."""


class Accent(NamedTuple):
    """An office's colour as the pages use it."""

    light: str
    light_tint: str
    dark: str
    dark_tint: str


def readable(typed: str) -> str:
    """A colour as somebody typed it, with a # before it. Refused where text in it could not be read by day."""
    digits = typed.lower().removeprefix("#")
    if not re.fullmatch("[0-9a-f]{6}", digits):
        raise _wrong(f'"{typed[:60]}" is not a colour. Write six digits or letters from a to f, like 0b5060.')
    colour = f"#{digits}"
    if by_day(colour) < ENOUGH:
        raise _wrong(
            f'"{typed}" is too pale to read text in: its contrast with the page is {by_day(colour):.1f} to 1, and it '
            f"needs {ENOUGH} to 1. The nearest darker colour that would do is {darker(colour).removeprefix('#')}."
        )
    return colour


def accent(colour: str) -> Accent:
    """The colour by day, and lightened for the night; with the ground behind what it marks."""
    dark = lighter(colour)
    return Accent(colour, mixed(LIGHT, colour, TINT), dark, mixed(DARK, dark, TINT))


def by_day(colour: str) -> float:
    """The least contrast it has with any of the light grounds, its own tint among them."""
    return min(contrast(colour, ground) for ground in (LIGHT, LIGHT_GROUND, mixed(LIGHT, colour, TINT)))


def darker(colour: str) -> str:
    """The same colour with as much black as it takes to be read by day."""
    steps = (mixed(colour, "#000000", step / 100) for step in range(101))
    return next(one for one in steps if by_day(one) >= ENOUGH)


def lighter(colour: str) -> str:
    """The same colour with as much white as it takes to be read well by night."""
    steps = (mixed(colour, "#ffffff", step / 100) for step in range(101))
    return next(one for one in steps if contrast(one, DARK_GROUND) >= COMFORTABLE)


def mixed(one: str, other: str, share: float) -> str:
    """A colour that has this share of the other in it."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def contrast(one: str, other: str) -> float:
    """How far the lightness of two colours is apart: `1.4.3 Contrast (Minimum)` of WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _wrong(message: str) -> PydanticCustomError:
    return PydanticCustomError("scrutiny", "{message}", {"message": message})


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """A channel's light, from what is stored of it: `relative luminance` of WCAG 2.2."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
