"""Numbers as a paper prints them: `1,215`, `£12,500`, `12.5%`, `(40)`, `£1.2m`, `<8`, and what is no number."""

import re
from dataclasses import dataclass
from fractions import Fraction

NOTHING = frozenset(
    [
        "",
        "-",
        "–",
        "—",
        "n/a",
        "nil return",
        "not given",
        "not available",
        "not yet available",
        "data not yet available",
    ]
)
"""What stands in a cell in which no number is printed, in lower case."""
FORM = re.compile(
    r"(?P<open>\()?(?P<less><)?(?P<sign>[-−–+])?(?P<pound>£)?(?P<after>[-−–])?"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?(?P<scale>[km])?(?P<percent>%)?(?P<close>\))?",
    re.IGNORECASE,
)
SCALES = {"": 1, "k": 1_000, "m": 1_000_000}
LONGEST = 40
"""Signs of a number. What is longer is text."""


@dataclass(frozen=True)
class Printed:
    """A number as printed: between which two values it lies, and how far its last digit reaches."""

    low: Fraction
    high: Fraction
    """The same as `low`, unless only a limit is printed, like `<8`."""
    unit: Fraction
    """One of its last digit where it was rounded; 0 where it is exact."""
    decimals: int = 0
    sign: str = ""
    """`%` or `£`, as printed."""

    @property
    def is_known(self) -> bool:
        """Whether the number itself is printed, and not a limit."""
        return self.low == self.high


def parse(text: str, *, rounded: bool = False) -> Printed | None:
    """The number that a cell prints; None where it prints none.

    A whole number is exact, unless it is a percentage, is in thousands or millions, or its column is said to be
    `rounded`. One with decimals is as exact as its last digit.
    """
    found = FORM.fullmatch(text.strip()) if len(text) <= LONGEST else None
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    decimals, scale = len(found["part"] or ""), SCALES[(found["scale"] or "").lower()]
    size = Fraction(f"{found['whole'].replace(',', '')}.{found['part'] or 0}") * scale
    if found["less"]:
        return Printed(Fraction(0), max(size - 1, Fraction(0)), Fraction(0))
    is_negative = bool(found["open"] or found["after"]) or found["sign"] not in (None, "+")
    value = -size if is_negative else size
    is_rounded = rounded or decimals > 0 or scale > 1 or bool(found["percent"])
    unit = Fraction(scale, 10**decimals) if is_rounded else Fraction(0)
    return Printed(value, value, unit, decimals, "%" if found["percent"] else found["pound"] or "")


def as_data(value: Fraction) -> int | float:
    """A number as files and charts have it."""
    return int(value) if value.denominator == 1 else float(value)


def is_nothing(text: str) -> bool:
    """Whether a cell says that no number is printed in it."""
    return " ".join(text.lower().split()).strip(" .%") in NOTHING


def shown(value: Fraction, decimals: int = 0, sign: str = "") -> str:
    """A number as a page prints it, rounded half up to so many decimals."""
    scaled = abs(value) * 10**decimals
    digits = int(scaled + Fraction(1, 2))
    whole, part = divmod(digits, 10**decimals)
    minus = "-" if value < 0 and digits else ""
    number = f"{whole:,}" + (f".{part:0{decimals}d}" if decimals else "")
    return f"{minus}{'£' if sign == '£' else ''}{number}{'%' if sign == '%' else ''}"
