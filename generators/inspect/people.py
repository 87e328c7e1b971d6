"""Who is named in the properties of a file: a value that may be a person, or only the program or the office."""

import re

PROGRAMS = frozenset(
    {"", "anonymous", "(anonymous)", "unspecified", "(unspecified)", "unknown", "none", "user", "author", "openpyxl",
     "python-docx", "xlsxwriter", "un-named", "microsoft office user", "windows user"}
)  # fmt: skip
"""What programs write where they know nobody."""
BY_PROGRAMS = ("created with gimp", "created with the gimp", "created with inkscape", "screenshot")
"""How the comments begin in which programs name themselves."""
OFFICES = re.compile(
    r"(?:the )?(?:office (?:of|for) |opcc\b|department (?:of|for) |ministry of |home office$|college of policing$"
    r"|national police chiefs|police and crime (?:commissioner|panel)\b)[^,;@\d]*$",
    re.IGNORECASE,
)
"""An office by its own name, alone."""


def may_name_person(value: str) -> bool:
    """Whether a value of a property can be somebody's name."""
    words = " ".join(value.split())
    is_program = words.casefold() in PROGRAMS or words.casefold().startswith(BY_PROGRAMS)
    return not is_program and not OFFICES.match(words)
