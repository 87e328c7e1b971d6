"""The name of an attached file: it is public too."""

import re
from collections.abc import Iterator

from generators.inspect.found import Found

HIDDEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
                    "\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")  # fmt: skip
"""Characters that are not seen, or turn the direction of what is."""
MARKS = re.compile(
    r"(?<![a-z])(?:draft|exempt|confidential|restricted|secret|embargoed|not[ _-]for[ _-]publication|part[ _-]?(?:2|ii)"
    r"|un-?redacted|not[ _-]redacted|before[ _-]redaction|to[ _-]be[ _-]redacted|with[ _-]names|internal[ _-]only"
    r"|track(?:ed)?[ _-]changes|official[ _-]sensitive)(?![a-z])",
    re.IGNORECASE,
)
"""Words by which offices mark what is not for publication."""
PERSONAL = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.\w"),
    "a National Insurance number": re.compile(r"(?<![A-Z0-9])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Z0-9])", re.I),
    "a telephone number": re.compile(
        r"(?<!\d)0(?:[127]\d{3}[ _-]?\d{3}[ _-]?\d{3}|[123]\d{2}[ _-]?\d{3}[ _-]?\d{4})(?!\d)"
    ),
    "a date of birth": re.compile(r"(?<![a-z])(?:dob|born|date[ _-]of[ _-]birth)(?![a-z])", re.IGNORECASE),
}
PROGRAMS = re.compile(r"\.(?:exe|com|bat|cmd|scr|js|vbs|lnk|ps1|jar|msi|hta)$", re.IGNORECASE)


def look_at_name(name: str) -> Iterator[Found]:
    """What the name of a file gives away, or hides."""
    where = "the name of the file"
    if HIDDEN.search(name):
        yield Found("file-name", where, "it has characters that are not seen or that turn its direction")
    if MARKS.search(name):
        yield Found("file-name", where, "a word in it marks the file as not for publication")
    for what, pattern in PERSONAL.items():
        if pattern.search(name):
            yield Found("file-name", where, f"there seems to be {what} in it")
    if PROGRAMS.search(name):
        yield Found("file-name", where, "its ending is that of a program")
