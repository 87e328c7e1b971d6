"""Where a councillor's ward or council stands in the place of a role."""

import re

from generators.minutes.name_patterns import ROLE_WORD
from generators.minutes.names import Printed

COUNCILLOR = re.compile(r"(?:\w+\s+)?(?:Cllr|Councill?or|Cr)\b", re.I)
PLACE = r"(?:[A-Z][\w’'-]*|of|the|and|&|upon|on|in|St\.|le)"
WARD = re.compile(
    rf"(?:{PLACE}\s+)+(?:(?:Ward|Division)|(?:City|County|District|Borough|Town|Parish|Metropolitan)\s+Council)"
)
"""A place, and what kind of place it is."""
NAMED = re.compile(rf"[A-Z][\w’'-]*(?:\s+{PLACE}){{0,4}}")


def is_ward(one: Printed) -> bool:
    """Whether what stands behind the name of a councillor is where that seat is, and no role."""
    if not COUNCILLOR.match(one.honorific) or not one.role:
        return False
    is_place = NAMED.fullmatch(one.role) is not None and not ROLE_WORD.search(one.role) and not one.role.isupper()
    return WARD.fullmatch(one.role) is not None or is_place
