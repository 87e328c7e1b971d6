"""Numbers by which a crime, an arrest or a person on a police computer can be found."""

import re
from collections.abc import Iterator

YEAR = r"(?!(?:(?<=1)9|(?<=2)0)[0-9]{2}(?:[/-][0-9]{2,4}){0,2}\b)"
"""Behind the first digit: no year, and nothing that begins with one, like a day or a financial year."""
BEGINS = r"(?:(?<![\w*/-].)|(?<=[A-Z][/ -].)|(?<=[A-Z].))"
"""Behind the first digit: nothing before it but a few letters of its own."""
NUMBER = re.compile(rf"[0-9]{BEGINS}{YEAR}[\w*/-]{{3,}}")
BEHIND = r"(?:\s*(?:numbers?|num|nos?\.?|ref(?:erence)?s?\.?(?:\s*(?:no|number)s?\.?)?))"
CALLED = re.compile(
    rf"\b(?:(?:crime|occurrence|incident|offence|arrest|custody(?:\s+record)?|niche|storm|command\s+and\s+control){BEHIND}"
    rf"|(?:URN|PNC(?:[\s/-]*ID)?|CRN|CRIS|NICHE(?:\s+RMS)?(?:\s+occurrence)?){BEHIND}?)"
    r"[\s:.=-]{0,4}(?:[A-Z]{1,4}[ /-]?)?\Z",
    re.IGNORECASE,
)
"""What stands before a number that says which it is."""
LONGEST_CALL = 60
AS_FORCES_WRITE = re.compile(
    r"[0-9](?:(?<![\w/*.-].)[0-9]\*[0-9]{5,7}|(?<![\w/*.-].)(?:[0-9]{3}|[0-9])/[0-9]{4,7}[A-HJ-NP-RT-Z]"
    r"|(?<![\w/*.-]CR/.)(?<=CR/.)[0-9]{3,6}/[0-9]{2}|(?<![\w/*.-].)[0-9][A-Z]{2}/[0-9]{4,6}/[0-9]{2})(?![\w/*-])"
)
"""Forms that are nothing else: those of some forces, and of the police national computer."""


def references(text: str) -> Iterator[str]:
    """Every number of a crime, of custody or of a police computer."""
    told: set[int] = set()
    for found in NUMBER.finditer(text):
        if CALLED.search(text, max(0, found.start() - LONGEST_CALL), found.start()):
            told.add(found.start())
            yield found[0]
    yield from (found[0] for found in AS_FORCES_WRITE.finditer(text) if found.start() not in told)
