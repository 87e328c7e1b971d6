"""Shares in the headline of a picture: of numbers that are shown rounded, none is exact."""

import re

from generators.archive import Archive
from generators.disclosure import is_protected, people
from generators.rules import Said
from generators.sections.tables.records import PublishedTable

MANY = "(?:an?|one|two|three|four|five|six|seven|eight|nine)"
SHARE = re.compile(
    rf"(?:\b(?P<before>\w+)\W+)?\b(?P<share>(?:half|{MANY} (?:quarters?|thirds?|fifths?|tenths?))(?= of\b| the\b|\W*$)"
    rf"|{MANY} (?:in|of|out of) (?:two|three|four|five|six|seven|eight|nine|ten|every)|\d+(?:\.\d+)?%)(?!\w)",
    re.IGNORECASE,
)
"""A share in words or per cent, and the word before it."""
HEDGES = frozenset({"about", "almost", "around", "over", "nearly", "roughly", "some", "than", "under"})
"""Words by which a share is not said to be exact."""


def shares(_: Archive, table: PublishedTable) -> Said:
    """A share that is worked out of rounded numbers of people says that it is one."""
    if not (people(table) and is_protected(table)):
        return
    for at, picture in enumerate(table.pictures):
        for found in SHARE.finditer(picture.headline):
            if (found["before"] or "").casefold() not in HEDGES:
                message = (
                    f'"{found["share"]}" sounds exact, and the numbers are shown rounded. Write `about` before it.'
                )
                yield ("pictures", at, "headline"), message
