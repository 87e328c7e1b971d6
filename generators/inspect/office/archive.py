"""An office file as an archive: bytes in it that belong to none of its parts."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from generators.inspect.found import Found
from generators.problem import count

HEADER, NAME_AT, MORE_AT = 30, 26, 28
"""Bytes before the name of a part, and where they say how long the name is and what follows it."""
END = 22
"""Bytes with which an archive ends, the words behind them not counted."""
SLACK = 24
"""Bytes behind a part in which its length may be said again."""


def look_at_archive(content: bytes) -> Iterator[Found]:
    """What lies before, between and behind the parts, and the words that an archive may end with."""
    with ZipFile(BytesIO(content)) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
        at = between = 0
        for number, entry in enumerate(entries):
            gap = entry.header_offset - at
            if gap > (SLACK if number else 0):
                between += gap
            lengths = content[entry.header_offset + NAME_AT : entry.header_offset + MORE_AT + 2]
            named, more = int.from_bytes(lengths[:2], "little"), int.from_bytes(lengths[2:], "little")
            at = entry.header_offset + HEADER + named + more + entry.compress_size
        if (gap := archive.start_dir - at) > SLACK:
            between += gap
        if between:
            yield Found("trailing-data", "between the parts", f"{count(between, 'byte')} that belong to no part")
        end = content.rfind(b"PK\5\6") + END + len(archive.comment)
        if behind := content[end:].strip(b"\0 \r\n"):
            yield Found("trailing-data", "behind the end", f"{count(len(behind), 'byte')} that belong to no part")
        if archive.comment.strip():
            yield Found("trailing-data", "behind the end", "words are written behind the archive")
