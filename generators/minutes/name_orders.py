"""Other orders in which lists print people, put into the usual one: name, initials in brackets, dash, role."""

import re

from generators.minutes.name_patterns import HELD_BY, HONORIFIC, MARKED, ROLE_WORD, TITLE

SHARED = re.compile(
    r"(?P<title>Councillors?|Cllrs?\.?)(?:\s+[A-Z][\w’'-]+){1,3}\s*\([^()]*\)(?:,?\s+(?:and\s+)?[A-Z][\w’'-]+\s*\([^()]*\))+[\s.]*$"
)

OFFICE_IN_WORDS = re.compile(
    rf"(?:^|[,;]\s*(?:and\s+)?|\s+and\s+)the\s+(?P<role>[a-z][a-z -]{{3,50}}?)\s+"
    rf"(?P<name>(?:(?:{TITLE})\.?\s+)?(?:[A-Z]\.?\s*)*[A-Z][\w’'-]+)(?=\s*(?:[,;]|$|and\b))"
)
"""`and the assistant clerk E. Elm`: an office in small letters before its holder."""
PLURAL_DASH = re.compile(r"^(?P<title>Councillors|Cllrs|Members|Trustees|Governors)\s*[–—-]\s+(?=[A-Z])")


def in_a_sentence(text: str) -> str:
    """What a sentence says of those it names, put as a list prints it."""
    text = PLURAL_DASH.sub(r"\g<title>: ", text)
    return OFFICE_IN_WORDS.sub(
        lambda found: f"; {found['name']} – {found['role']}" if ROLE_WORD.search(found["role"]) else found[0], text
    ).lstrip("; ")


def holders_first(text: str) -> str:
    """`Chief Executive (Mr A Able), Director (Ms B Birch)`: every role before its holder."""
    found = list(HELD_BY.finditer(text))
    between = HELD_BY.sub("", text).strip(" ,.;")
    if not found or between or not all(ROLE_WORD.search(one["role"]) for one in found):
        return text
    return "; ".join(f"{one['name'].strip()} – {_bare(one['role'])}" for one in found)


def title_shared(text: str) -> str:
    """`Councillor Able (Chair) Birch (Deputy) and Cedar (Whip)`: one title before several last names."""
    found = SHARED.match(text)
    if not found:
        return text
    parts = re.findall(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s*\([^()]*\)", text[found.end("title") :])
    return "; ".join(f"{found['title'].rstrip('s')} {part}" for part in parts)


def _bare(role: str) -> str:
    return re.sub(r"^(?:and|the)\s+", "", role.strip(" ,.;"))


def initials_apart(text: str) -> str:
    """`Ann Able AA Director`, `Ann Able (AA) Director`: initials that are those of the name part it from the role."""
    found = MARKED.match(text)
    if not found:
        return text
    names = HONORIFIC.sub("", found["name"]).split()
    initials = found["initials"]
    own = len(names) > 1 and initials[0] == names[0][0] and names[-1][0] in initials[1:]
    role = (found["role"] or "").strip(" –-")
    return f"{found['name'].strip()} ({initials})" + (f" – {role}" if role else "") if own else text
