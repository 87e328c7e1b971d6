"""From the bytes of a file to its text: UTF-8, and for a table also what a spreadsheet writes without being asked."""

import re

from generators.read.yaml_text import NotUnderstood

MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""With which a spreadsheet begins what it calls `Unicode text`."""
DOUBTFUL = re.compile(
    rb"[\x81\x82\x8d-\x90\x9c\x9d\xca\xd0-\xd5]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
"""Bytes that Windows-1252 does not have; that DOS or a Mac would write for `£`, `é`, a dash or a curly quotation mark;
and whole signs of UTF-8. With any of these a file that is not in UTF-8 could be read in more than one way."""
AGAIN = "Save it again and choose the encoding UTF-8."


def plain_text(raw: bytes) -> str:
    """The text of a record's file, with plain line ends. Raises NotUnderstood where it is not in UTF-8."""
    _refuse_pairs(raw)
    try:
        return plain_ends(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _at(raw, error.start, f"the file is not in UTF-8. {AGAIN}") from None


def sheet_text(raw: bytes) -> str:
    """The text of a table: in UTF-8, in UTF-16 with its mark, or in Windows-1252 where it can be nothing else."""
    if raw.startswith(MARKS_OF_UTF_16):
        try:
            return plain_ends(raw.decode("utf-16"))
        except UnicodeDecodeError:
            raise NotUnderstood(1, 1, f"the file begins as UTF-16 and does not go on so. {AGAIN}") from None
    _refuse_pairs(raw)
    try:
        return plain_ends(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        doubtful = DOUBTFUL.search(raw)
        if doubtful:
            message = "the file is not in UTF-8, and the sign here could be more than one. In the spreadsheet, save it"
            raise _at(raw, doubtful.start(), f"{message} as `CSV UTF-8`.") from None
        return plain_ends(raw.decode("cp1252"))


def plain_ends(text: str) -> str:
    """The text with line ends as they are everywhere but on Windows."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_pairs(raw: bytes) -> None:
    """Refuse UTF-16 that does not say so: it would be read as text with a NUL beside every letter."""
    if 3 * raw.count(0) > len(raw):
        raise NotUnderstood(1, 1, f"the file is not in UTF-8. {AGAIN}")


def _at(raw: bytes, at: int, message: str) -> NotUnderstood:
    before = raw[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return NotUnderstood(before.count(b"\n") + 1, at - max(raw.rfind(b"\n", 0, at), raw.rfind(b"\r", 0, at)), message)
