"""Telephone numbers and e-mail addresses, of which only those of an office in general may stand."""

import re
from collections.abc import Iterator

EMAIL = re.compile(r"@(?<=[\w.+'-]@)(?:[\w-]+\.)+[A-Za-z]{2,}")
ENDINGS = "com|net|org|uk|gov|police|info|eu|me|co"
"""How addresses end, for those forms that could else be plain words."""
WORDED = re.compile(
    r"[\w.+%-]+\s?[\[({<]\s?at\s?[\])}>]\s?(?:[\w-]+(?:\.|\s?[\[({<]\s?dot\s?[\])}>]\s?))+[A-Za-z]{2,}"
    rf"|[\w.+%-]+\s+at\s+(?:[\w-]+\s+dot\s+)+(?:{ENDINGS})\b"
    rf"|[\w.+%-]+(?:\s?[\uff20\ufe6b]\s?|\s@\s?|@\s)(?:[\w-]+\.)+(?:{ENDINGS})\b",
    re.IGNORECASE,
)
"""The same with its sign in words, as it is written against those who collect addresses."""
BEFORE = re.compile(r"[\w.+%'-]*\Z")
LONGEST_NAME = 64
"""Characters before the `@`."""
GAP = "[ \u00a0.\u2010-\u2013-]?"
TELEPHONE = re.compile(
    r"0(?<![\w.,/£-]0)"
    rf"(?:0?44(?:{GAP}[()]?{GAP}\d){{9,11}}"
    rf"|[1-9]\d{{1,3}}\)?{GAP}\d{{3,4}}{GAP}\d{{3,4}}"
    rf"|[1-9]\d{{2,3}}\)?{GAP}\d{{2,3}}{GAP}\d{{2}}{GAP}\d{{2}}"
    rf"|[1-9]\d{{2,3}}\)?{GAP}\d{{5,7}})"
    r"(?!\w|[-/.,:]\d)"
)
APART = re.compile(r"0(?<![\w.,/£-]0)[ ]?7\d{1,4}(?:[ .\u2010-\u2013-]\d{2,4}){2,5}(?![\w/]|[-.,:]\d)")
"""Of a mobile telephone in groups of any length; how many digits there are is counted."""
CALLED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|ring|whatsapp)\b[^\w\n]{0,3}(?:(?:no|num|number)\b[^\w\n]{0,3})?"
    r"(0?[127]\d(?:[ ()/_.\u2010-\u2013-]?\d){7,8})(?!\w|[-/.,:]\d)",
    re.IGNORECASE,
)
"""In whatever form, behind a word that says what it is."""
DIGITS = 11
ABROAD = re.compile(r"\+44(?:[ \u00a0.\u2011\u2013-]?[()]?[ \u00a0.\u2011\u2013-]?\d){9,11}(?!\d)")
"""Each begins with the character it looks for: the search then passes over all others at once."""
OF_ORGANISATIONS = ("03", "080", "084", "087", "09", "116")
"""How numbers begin that Ofcom gives to organisations and never to a home."""
COUNTED = "01234567890"
"""The numbers along the edge of a chart, as a program that reads a PDF puts them together."""
ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")
ROLES = frozenset(
    [
        "admin",
        "business",
        "clerk",
        "commissioner",
        "committee",
        "communications",
        "complaints",
        "contact",
        "council",
        "data",
        "dataprotection",
        "democratic",
        "dpo",
        "enquiries",
        "enquiry",
        "ethics",
        "feedback",
        "foi",
        "governance",
        "hello",
        "help",
        "info",
        "information",
        "mail",
        "media",
        "meetings",
        "office",
        "opcc",
        "panel",
        "pcc",
        "pcp",
        "policing",
        "post",
        "press",
        "public",
        "records",
        "reception",
        "scrutiny",
        "secretariat",
        "services",
        "support",
        "team",
        "website",
    ]
)
"""Words by which a mailbox is known for one of an office, and not of somebody in it."""


def emails(text: str) -> Iterator[str]:
    """Every e-mail address."""
    for found in EMAIL.finditer(text):
        before = BEFORE.search(text[max(0, found.start() - LONGEST_NAME) : found.start()])
        yield f"{before[0] if before else ''}{found[0]}"
    yield from (found[0] for found in WORDED.finditer(text))


def telephones(text: str) -> Iterator[str]:
    """Every telephone number that a person can have."""
    plain = [found[0] for pattern in (TELEPHONE, ABROAD) for found in pattern.finditer(text)]
    other = [found[0] for found in APART.finditer(text) if sum(map(str.isdigit, found[0])) == DIGITS]
    other += [found[1] for found in CALLED.finditer(text)]
    for number in (*plain, *(one for one in dict.fromkeys(other) if not any(one in told for told in plain))):
        if number not in COUNTED and not national(number).startswith(OF_ORGANISATIONS):
            yield number


def national(number: str) -> str:
    """A telephone number by its digits, as it is dialled within the country."""
    digits = "".join(sign for sign in number if sign.isdigit())
    if number.startswith("+") or digits.startswith("0044"):
        return f"0{digits.removeprefix('00').removeprefix('44').lstrip('0')}"
    return digits


def is_of_a_role(email: str, domains: frozenset[str]) -> bool:
    """Whether an address is that of an office's mailbox at one of its own domains."""
    name, _, domain = email.casefold().partition("@")
    at_home = any(domain == own or domain.endswith(f".{own}") for own in domains)
    return at_home and ROLES.issuperset(re.split(r"[._+-]", name))
