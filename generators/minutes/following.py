"""The next meeting, as this one announces it."""

import re
from collections.abc import Sequence

from generators.minutes.heading import NEXT
from generators.minutes.paragraphs import Para
from generators.minutes.printed import days
from generators.minutes.value import Value


def next_meeting(paras: Sequence[Para]) -> tuple[Value | None, list[Para]]:
    """The next meeting as announced in a line or under a heading."""
    for at, para in enumerate(paras):
        if not NEXT.search(para.text) or len(para.text) > 300:
            continue
        for other in paras[at : at + 3]:
            said = days(other.text)
            if said and len(other.text) < 400:
                words = re.sub(
                    r"^.*?\bmeetings?\b\s*(?:will\s+(?:be\s+held|take\s+place)\s*|is\s+|was\s+|noted\s+)?(?:scheduled\s+for\s+)?(?:on\s+)?[:–-]?\s*",
                    "",
                    other.text,
                    count=1,
                    flags=re.I | re.DOTALL,
                )
                words = words if days(words) else other.text[said[0].start :]
                return Value({"as_printed": " ".join(words.split()).strip(" .")}, other.first, "likely"), [para, other]
    return None, []
