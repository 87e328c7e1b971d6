"""A paragraph cut into its sentences."""

import re

END = re.compile(
    r"(?<=[.!?])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)(?<!\bCllrs\.)(?<!\bProf\.)(?<!\bNo\.)(?<!\b[A-Z]\.)(?<!a\.m\.)(?<!p\.m\.)(?<!e\.g\.)(?<!i\.e\.)['’”\")\]]*\s+(?=['‘“\"(\[]?[A-Z0-9£])"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order and whole."""
    return [part for part in (one.strip() for one in END.split(text)) if part]
