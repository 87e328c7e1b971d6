"""A new row of a register: put at the end of its file, every other byte as it was."""

from collections.abc import Mapping

from generators.read.csv_rows import cut, decoded, written
from generators.read.csv_text import parse
from generators.read.encoding import plain_ends
from generators.register import Register
from generators.side_file import ours_of


class Unfit(Exception):  # noqa: N818 - says what does not fit
    """Why the row cannot stand in the file."""


def columns(raw: bytes, register: Register) -> dict[str, str]:
    """By the file's name of every column, in order, our name of it; empty where the register does not describe it."""
    header, _ = parse(plain_ends(decoded(raw)[0]), register.header_line)
    return dict(zip(header, ours_of(header, register.columns, register.called), strict=True))


def appended(raw: bytes, register: Register, cells: Mapping[str, str]) -> bytes:
    """The file with one more row, in its own encoding, separator and line ends. Raises Unfit."""
    text, encoding = decoded(raw)
    rows = cut(text)
    below = [row for row in rows.rows if row.line >= register.header_line]
    separator = cut("".join(row.text for row in below)).separator
    named = columns(raw, register)
    if strange := cells.keys() - set(named.values()):
        raise Unfit(f"the file has no column for {', '.join(sorted(strange))}.")
    words = (" ".join(cells.get(ours, "").split()) if ours else "" for ours in named.values())
    row = written(words, separator, rows.end)
    row = row if text.endswith(("\n", "\r")) else rows.end + row.removesuffix(rows.end)
    try:
        return raw + row.encode(encoding.name)
    except UnicodeEncodeError as error:
        sign = row[error.start]
        raise Unfit(f'the file is not in UTF-8 and cannot hold "{sign}". Save it again as `CSV UTF-8`.') from None
