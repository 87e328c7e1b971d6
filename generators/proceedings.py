"""What may be said of somebody's alleged crime, and what a page then says of the court.

To write of somebody who was arrested or charged can prejudice a trial: it may be contempt of court, and unfair. A
record that does so says how things stand in court. Where a paper is silent the record says that, and so does the page.
"""

import re
from typing import Literal, Protocol, runtime_checkable

Proceedings = Literal["finished", "none known", "paper does not say", "invented case", "nobody in particular"]
"""How things stand in court."""
SAID: dict[Proceedings, str] = {
    "finished": "The court proceedings about this are finished.",
    "none known": "No court proceedings about this are known to be open.",
    "paper does not say": "The paper does not say whether there were court proceedings, or how they ended.",
    "invented case": "The case is invented: no court has to do with it.",
    "nobody in particular": "This tells of nobody in particular.",
}
"""The same as a page says it."""
CRIME = re.compile(
    r"(?<!to be )\b(?:arrested|prosecuted|convicted|acquitted|sentenced|remanded|imprisoned)\b"
    r"|\bcharged\s+with\b|\b(?:was|were|been)\s+charged\b(?!\s+(?:£|for\b))"
    r"|\baccused\s+of\b|\bsuspected\s+of\b|\balleged\s+to\s+have\b"
    r"|\b(?:pleaded|pleads|found)\s+(?:not\s+)?guilty\b|\bon\s+(?:trial|bail)\b"
    r"|\b(?:banned|disqualified)\s+from\s+driving\b",
    re.IGNORECASE,
)
"""Words that speak of somebody as arrested, accused or convicted. What is only to be done to anybody is none."""


@runtime_checkable
class SaysProceedings(Protocol):
    """A record that can say how things stand in court."""

    @property
    def proceedings(self) -> Proceedings | None:
        """How they stand."""


def in_words(how: Proceedings | None) -> str:
    """How things stand in court, in a sentence; nothing where the record has no need to say."""
    return SAID[how] if how else ""


def crime_in(text: str) -> str | None:
    """The words in a text that speak of somebody's alleged crime."""
    found = CRIME.search(text)
    return " ".join(found[0].split()) if found else None


def unsaid(words: str) -> str:
    """What is to be said of such words in a record that does not say how things stand in court."""
    choices = ", ".join(SAID)
    return (
        f'"{words}" speaks of somebody\'s alleged crime. While a court has to decide, that can be contempt of court '
        f"and spoil a fair trial. Say in `proceedings` how things stand: {choices}. "
        "If a case is open, keep this a draft."
    )
