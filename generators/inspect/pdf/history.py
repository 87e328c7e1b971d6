"""Earlier versions of a PDF inside it, and data around it, told from its bytes."""

import re
from collections.abc import Iterator

from generators.inspect.found import Found
from generators.problem import count

END = re.compile(rb"startxref\s+(\d+)\s")
LINEARIZED = re.compile(rb"/Linearized\s+1")
HEAD = 2048
"""Bytes in which a file that is arranged for reading while it loads says so."""
SLACK = 16
"""Bytes: an end of line or two behind the end, and what some servers add to it."""


def look_at_history(content: bytes) -> Iterator[Found]:
    """Whether the file was saved over, and whether there is something before or behind it."""
    ends = list(END.finditer(content))
    versions = len(ends) - (1 if ends and _is_first_part(content, ends[0], len(ends)) else 0)
    if versions > 1:
        yield Found(
            "earlier-version", "the whole file", f"{count(versions - 1, 'earlier version')} can be brought back"
        )
    start = content.find(b"%PDF-")
    if content[:start].strip(b"\xef\xbb\xbf \t\r\n"):
        yield Found("trailing-data", "before the beginning", f"{count(start, 'byte')} that are no part of the PDF")
    behind = content[content.rfind(b"%%EOF") + len(b"%%EOF") :].strip(b"\0 \t\r\n") if ends else b""
    if len(behind) > SLACK:
        yield Found("trailing-data", "behind the end", f"{count(len(behind), 'byte')} that are no part of the PDF")


def _is_first_part(content: bytes, end: re.Match[bytes], ends: int) -> bool:
    """Whether an end is that of the first part of a file arranged for reading while it loads: no version by itself.

    Its table is said to be nowhere, or further on in the file.
    """
    table = int(end[1])
    return ends > 1 and bool(LINEARIZED.search(content[:HEAD])) and (table == 0 or table > end.end())
