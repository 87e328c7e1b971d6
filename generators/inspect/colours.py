"""Colour profiles, as pictures and PDFs carry them: programs and people have written words into them."""

import re
import struct
from collections.abc import Iterator

from generators.inspect.found import Found
from generators.inspect.places import names_folder
from generators.problem import count

HEAD, ENTRY = 128, 12
MARK = slice(36, 40)
MOST = 200
"""Entries; a profile has some twenty."""
LONGEST = 20_000
"""Bytes of words. The measurements that a profile was made from can be longer, and are no text."""
WORDS = {b"text": 8, b"desc": 12}
"""By the kind of an entry, where its words begin."""
OWNED = re.compile(r"\b[A-Z][a-z]+['\u2019]s\b")
"""Whose screen it is, as some systems name it: `Jane's screen`."""
USUAL = frozenset(
    (b"desc", b"cprt", b"dmnd", b"dmdd", b"vued", b"targ", b"tech", b"dscm", b"pseq", b"scrd", b"bfd ", b"crdi",
     b"CIED", b"DevD", b"Pmtr")
)  # fmt: skip
"""The entries that say whose work a profile is, what it is for, and from what it was made."""
SLACK = 16


def is_profile(content: bytes) -> bool:
    """Whether this is a colour profile."""
    return content[MARK] == b"acsp"


def words_in(profile: bytes) -> Iterator[str]:
    """What the entries of a profile say, in whatever way they keep text."""
    yield from (words for _, words in _said(profile))


def without_words(profile: bytes) -> bytes:
    """A profile of the same length and the same colours, in which nothing is said and behind which there is nothing."""
    changed = bytearray(profile)
    for _, start, end, blank in _places(profile):
        changed[start:end] = (blank * (end - start))[: end - start]
    end = _end(profile) if is_profile(profile) else len(changed)
    changed[end:] = bytes(len(changed[end:]))
    return bytes(changed)


def look_at_profile(profile: bytes, where: str) -> Iterator[Found]:
    """Whether it names a folder or whose screen it is, and whether something lies behind it."""
    if not is_profile(profile):
        return
    said = list(_said(profile))
    if any(names_folder(words) for _, words in said):
        yield Found("personal-metadata", where, "the description of its colours names a folder on a computer")
    if any(OWNED.search(words) for _, words in said):
        yield Found("personal-metadata", where, "the description of its colours says whose screen it is of")
    if any(sign not in USUAL and " " in words for sign, words in said):
        yield Found("program-data", where, "the description of its colours has words of its own")
    behind = profile[_end(profile) :].strip(b"\0 \r\n")
    if len(behind) > SLACK:
        yield Found("trailing-data", f"{where}, the description of its colours", count(len(behind), "byte"))


def _said(profile: bytes) -> Iterator[tuple[bytes, str]]:
    """The words of each entry that has any, by the sign of the entry."""
    for sign, start, end, blank in _places(profile):
        words = profile[start:end].decode("cp1252" if len(blank) == 1 else "utf-16-be", "replace")
        yield sign, words.partition("\0")[0].strip()


def _places(profile: bytes) -> Iterator[tuple[bytes, int, int, bytes]]:
    """The sign of each entry that has words, where they begin and end, and a space as it is written there."""
    for sign, start, end in _entries(profile):
        kind, length = profile[start : start + 4], end - start
        if kind == b"mluc":
            yield from (
                (sign, start + first, start + last, b"\0 ") for first, last in _in_languages(profile[start:end])
            )
        elif length <= LONGEST and (before := WORDS.get(kind, 8 if _is_text(profile[start + 8 : end]) else 0)):
            yield sign, start + before, end, b" "


def _entries(profile: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The sign of every entry, and where it begins and ends."""
    if not is_profile(profile) or len(profile) < HEAD + 4:
        return
    number = min(MOST, struct.unpack(">I", profile[HEAD : HEAD + 4])[0])
    for at in range(HEAD + 4, len(profile) - ENTRY + 1, ENTRY)[:number]:
        start, length = struct.unpack(">II", profile[at + 4 : at + ENTRY])
        yield profile[at : at + 4], start, min(len(profile), start + length)


def _in_languages(entry: bytes) -> Iterator[tuple[int, int]]:
    """Where the same words stand in several languages."""
    if len(entry) < 16:
        return
    number = min(MOST, struct.unpack(">I", entry[8:12])[0])
    for at in range(16, len(entry) - ENTRY + 1, ENTRY)[:number]:
        length, start = struct.unpack(">II", entry[at + 4 : at + ENTRY])
        if start < len(entry):
            yield start, min(len(entry), start + min(length, LONGEST))


def _end(profile: bytes) -> int:
    """Where a profile says that it ends."""
    return int(struct.unpack(">I", profile[:4])[0])


def _is_text(body: bytes) -> bool:
    """Whether an entry of a kind of its own is words all the same."""
    plain = body.rstrip(b"\0")
    return len(plain) > 3 and all(sign in b"\t\n\r" or 32 <= sign < 127 for sign in plain)
