"""Private contact details, which no record may hold: how they are recognised in a text."""

import re
from collections.abc import Iterator
from typing import Any

from generators.problem import Where

EMAIL = re.compile(r"@(?<=[\w.+-]@)(?:[\w-]+\.)+[A-Za-z]{2,}")
GAP = "[ \u00a0\u2011\u2013-]?"
TELEPHONE = re.compile(
    r"0(?<![\w.,/£-]0)"
    rf"(?:0?44(?:{GAP}[()]?{GAP}\d){{9,11}}"
    rf"|[1-9]\d{{1,3}}\)?{GAP}\d{{3,4}}{GAP}\d{{3,4}}"
    rf"|[1-9]\d{{2,3}}\)?{GAP}\d{{5,7}})"
    r"(?!\w|[-/.,:]\d)"
)
ABROAD = re.compile(rf"\+44(?:{GAP}[()]?{GAP}\d){{9,11}}(?!\d)")
"""Each begins with the character it looks for: the search then passes over all others at once."""
ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")
LONGEST_NAME = 64
"""Characters before the `@`."""


def contact_in(text: str) -> tuple[str, str] | None:
    """What in a text looks like an e-mail address or a telephone number, and which of them it is."""
    email = EMAIL.search(text)
    if email:
        before = re.search(r"[\w.+%-]*\Z", text[max(0, email.start() - LONGEST_NAME) : email.start()])
        return f"{before[0] if before else ''}{email[0]}", "an e-mail address"
    telephone = TELEPHONE.search(text) or ABROAD.search(text)
    if telephone:
        opened = "(" if text[: telephone.start()].endswith("(") else ""
        return f"{opened}{telephone[0]}", "a telephone number"
    return None


def contacts(value: Any, where: Where = ()) -> Iterator[tuple[Where, str, str]]:
    """Every text within a value that holds such details: where it stands, the details, and what they look like.

    An address of the web, or the `mailto:` address that an office gives as its own, is none.
    """
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from contacts(inner, (*where, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from contacts(inner, (*where, number))
    elif isinstance(value, str) and not ADDRESS.fullmatch(value) and (found := contact_in(value)):
        yield where, *found
