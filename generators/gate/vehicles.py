"""Registration numbers of vehicles, in the styles since 1963."""

import re
from collections.abc import Iterator

CURRENT = re.compile(
    r"(?<![A-Za-z0-9*/.-])[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[1-2]\d|5[1-9]|[67]\d) ?"
    r"[A-HJ-PR-Z]{3}(?![A-Za-z0-9*/-])"
)
OTHERWISE = re.compile(
    r"(?<![A-Za-z0-9*/.-])(?:[A-HJ-PR-Y]{2}[ -]?(?:0[2-9]|[1-2]\d|5[1-9]|[67]\d)[ -][A-HJ-PR-Z]{3}"
    r"|[A-HJ-PR-Y]{2}[ -](?:0[2-9]|[1-2]\d|5[1-9]|[67]\d)[A-HJ-PR-Z]{3}"
    r"|[a-hj-pr-y]{2}(?:0[2-9]|[1-2]\d|5[1-9]|[67]\d)[a-hj-pr-z]{3})(?![A-Za-z0-9*/-])"
)
"""The same in groups, or in small letters."""
LETTER = "[A-HJ-NPR-TV-Y]"
OLDER = re.compile(
    rf"(?<![A-Za-z0-9*/.-])(?:{LETTER}\d{{1,3}} ?[A-HJ-PR-Y]{{3}}|[A-HJ-PR-Y]{{3}} ?\d{{1,3}}{LETTER})"
    r"(?![A-Za-z0-9*/-])"
)
NEAR = re.compile(
    r"\b(?:registration|registered|reg|vrm|vrn|number plates?|plates?|index|vehicles?|cars?|vans?|lorry|motorcycle|"
    r"driving|driven|ford|vauxhall|volkswagen|vw|bmw|audi|toyota|nissan|peugeot|renault|mercedes|honda|fiat)\b",
    re.IGNORECASE,
)
AROUND = 60
"""Characters before and after within which a vehicle is spoken of."""


def registrations(text: str) -> Iterator[str]:
    """Every number in today's style; any other only where a vehicle is spoken of: a road is written so."""
    plain = [found[0] for found in CURRENT.finditer(text)]
    yield from plain
    for found in (*OLDER.finditer(text), *OTHERWISE.finditer(text)):
        if found[0] in plain:
            continue
        before, after = text[max(0, found.start() - AROUND) : found.start()], text[found.end() : found.end() + AROUND]
        if NEAR.search(before) or NEAR.search(after):
            yield found[0]
