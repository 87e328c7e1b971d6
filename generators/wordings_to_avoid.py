"""Wordings that keep victims of crime from coming forward.

Independent members who review a force's papers object to `victim refused` and `victim not willing to support`. Such
wordings are a warning: whoever writes a record is asked to look again, and where it quotes a paper they may stay.
"""

import re
from collections.abc import Iterator

WHO = r"(?:(?:victim|complainant|witness|survivor)(?:e?s)?|she|he|they)"
WOULD_NOT = r"(?:would\s+not|wouldn['\u2019]t|did\s+not|didn['\u2019]t|refused\s+to|failed\s+to)"
WORDS = re.compile(
    r"\b(?:victims?\s+(?:(?:is|was|are|were|has|had|have|being)\s+)?"
    r"(?:refus(?:ed|es|ing|al)|declin(?:ed|es|ing)|not\s+willing|unwilling|unco-?operative|failed\s+to)"
    rf"|unco-?operative\s+victims?|{WHO}\s+(?:(?:has|had|have|later|then|since)\s+)*withdr(?:ew|awn)"
    rf"|{WOULD_NOT}\s+(?:engage|co-?operate)|{WHO}\s+{WOULD_NOT}\s+support)\b",
    re.IGNORECASE,
)
"""That a complaint or a charge was withdrawn is told of nobody, and is none of these."""


def blame(text: str) -> Iterator[str]:
    """What is to be said of wordings that can sound like blame."""
    for found in WORDS.finditer(text):
        words = " ".join(found[0].split())
        yield f'"{words}" can sound like blame. Say what happened: "the victim chose not to".'
