"""Sums of money as registers declare them: `£50`, `under £25`, `£175-200`, and what each says at the least and most."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

FORMS = "£50, £1,200.50, ~50, approx £20, <10, under £25, up to £25, over £100, £175-200, nil, unknown"
"""The forms that are understood, for whoever writes one that is not."""
NOTHING = {"nil", "none", "nothing", "free", "no value", "nil value", "no monetary value", "no cost", "zero"}
UNKNOWN = {
    "unknown", "not known", "value unknown", "value not known", "unknown value", "not stated", "not given",
    "not recorded", "n/k", "nk", "n/a", "na", "not applicable", "tbc", "to be confirmed", "-", "–", "?",
}  # fmt: skip
ABOUT = r"(?:~|≈|approx(?:imately)?\.?|about|around|circa|ca?\.|c(?=\s*£)|roughly|estimated?(?:\s+at)?|est\.?)"
UNDER = r"(?:<=?|≤|under|below|less\s+than|up\s+to|upto|max(?:imum)?\.?(?:\s+of)?|no(?:t)?\s+more\s+than)"
OVER = r"(?:>=?|≥|over|above|more\s+than|at\s+least|min(?:imum)?\.?(?:\s+of)?|in\s+excess\s+of|from)"
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,2})?"
POUNDS = rf"(?:£\s*|gbp\s*)?({DIGITS})(?:(?<=\.\d\d)p|\s*(?:pounds?|gbp))?"
PENCE = re.compile(r"(\d{1,2})\s*p(?:ence)?")
TO = r"\s*(?:-|–|—|to|and)\s*"


@dataclass(frozen=True)
class Value:
    """A declared value: at the least, at the most. Where neither is given, it is declared to be unknown."""

    low: Decimal | None
    high: Decimal | None
    """None with a low: there is no upper limit, as in `over £100`."""
    approximate: bool = False

    @property
    def is_known(self) -> bool:
        """Whether anything can be added up."""
        return self.low is not None


Read = Callable[[re.Match[str]], Value]
READ: tuple[tuple[re.Pattern[str], Read], ...] = (
    (re.compile(rf"{POUNDS}"), lambda found: _exactly(found[1])),
    (re.compile(rf"{UNDER}\s*{POUNDS}"), lambda found: Value(Decimal(0), _pounds(found[1]))),
    (re.compile(rf"{POUNDS}\s*or\s+(?:less|under)"), lambda found: Value(Decimal(0), _pounds(found[1]))),
    (re.compile(rf"{OVER}\s*{POUNDS}"), lambda found: Value(_pounds(found[1]), None)),
    (re.compile(rf"{POUNDS}\s*(?:\+|or\s+(?:more|over))"), lambda found: Value(_pounds(found[1]), None)),
    (re.compile(rf"(?:between\s+)?{POUNDS}{TO}{POUNDS}"), lambda found: Value(_pounds(found[1]), _pounds(found[2]))),
    (PENCE, lambda found: _exactly(f"0.{int(found[1]):02}")),
)  # fmt: skip


@lru_cache(maxsize=8192)
def declared(text: str) -> Value | None:
    """What a declared value says in pounds, or None where it is in no form that is understood."""
    words = " ".join(text.casefold().split()).strip(" .;,")
    if words in UNKNOWN or (text.strip() and not words):
        return Value(None, None)
    if words in NOTHING:
        return Value(Decimal(0), Decimal(0))
    words, approximate = _without_about(words)
    for pattern, read in READ:
        found = pattern.fullmatch(words)
        if found:
            value = read(found)
            if value.low is not None and value.high is not None and value.low > value.high:
                return None
            return Value(value.low, value.high, approximate)
    return None


def _without_about(words: str) -> tuple[str, bool]:
    """The words without what says that they are no more than near: `c. £20`, `£20 approx`, `£20 (est)`."""
    bare = re.sub(rf"^{ABOUT}\s*|\s*\(?{ABOUT}\)?$", "", words)
    return (bare, True) if bare != words else (words, False)


def in_words(low: Decimal, high: Decimal | None) -> str:
    """A span of pounds: `£50`, `£175 to £200`, `up to £25`, `over £100`."""
    if high is None:
        return f"{in_pounds(low)} or more"
    if low == high:
        return in_pounds(low)
    return f"{in_pounds(low)} to {in_pounds(high)}"


def in_pounds(sum_: Decimal) -> str:
    """`£1,200`, or `£1,200.50` where there are pence."""
    return f"£{sum_:,.2f}" if sum_ % 1 else f"£{sum_:,.0f}"


def _exactly(digits: str) -> Value:
    return Value(_pounds(digits), _pounds(digits))


def _pounds(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
