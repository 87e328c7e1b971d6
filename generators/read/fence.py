"""The two lines of hyphens between which a paper has its fields."""

import re

FENCE = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
OPENING = re.compile(r"---[ \t]*\n")
LIKE_IT = re.compile(r"\s*(?:[-\u2010-\u2015\u2212]{2,9}|[\u2010-\u2015\u2212])\s*")
"""A line that may have been meant as one of the two; a single hyphen begins an entry of a list."""


def fields_missing(text: str) -> tuple[int, int, str]:
    """Line and column, counted from 1, and why a text does not begin with its fields, and what would be right."""
    lines = text.split("\n")
    if OPENING.match(text):
        last = next((line for line, typed in enumerate(lines[1:], 2) if LIKE_IT.fullmatch(typed)), 0)
        if last:
            return last, 1, "the fields end with the line `---`, and nothing else in it. This line is another one."
        return 1, 1, "the fields never end. Write the line `---` beneath the last of them."
    first = next(line for line, typed in enumerate(lines, 1) if typed.strip())
    if LIKE_IT.fullmatch(lines[first - 1]):
        return first, 1, "the file begins with the line `---`, and nothing else in it or above it. Write it so."
    return 1, 1, "the fields are missing. Begin the file with `---`, the fields, `---`."
