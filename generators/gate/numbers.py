"""Numbers that belong to one person: how each is written, and the sums by which some prove themselves."""

import re
from collections.abc import Iterator

S = r"[\s\u00a0.\u2010-\u2013-]?"
"""What may stand between the groups of a number."""
APART = r"(?<![A-Za-z0-9])"
ENDS = r"(?![A-Za-z0-9])"
NINO = re.compile(
    rf"{APART}(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]{S}\d\d{S}\d\d{S}\d\d{S}[A-D]{ENDS}", re.I
)
NHS = re.compile(
    r"(?<![\w.,/£$€*+-])(\d{3}([ \u00a0.\u2010-\u2013-]?)\d{3}\2\d{4})(?![\w%]|[.,/*-]\d|[ ]?(?:million|bn)\b)"
)
NHS_NEAR = re.compile(r"\b(?:NHS|CHI|health service|H&C|patient)\b[^\n]{0,30}\Z", re.I)
FIRST_DIGITS = "4679"
"""Of NHS numbers as England and Wales give them, and of those made for tests; any other needs its name before it."""
NHS_GROUPS = re.compile(r"(?<![\w.,/£$€*+-])\d(?:[ \u00a0.\u2010-\u2013-]?\d){9}(?![\w%]|[.,/*-]\d)")
"""Ten digits in groups of any length, which only count where they are called so."""
WEIGHTS = range(10, 1, -1)
SORT_CODE = r"\d\d([ \u2010-\u2013-]?)\d\d\1\d\d"
BANK = re.compile(
    rf"(?<![\w.,/£-]){SORT_CODE}[\s,;/|:.]{{1,3}}\d{{8}}(?![\w/-]|[.,]\d)"
    rf"|\bsort[\s-]?code\b\D{{0,20}}{SORT_CODE.replace('1', '2')}(?!\d)"
    r"|\b(?:bank\s+account|account\s+(?:no|num|number)|a/c(?:\s+no)?)\b\.?\D{0,15}\d{8}(?!\d)",
    re.I,
)
LICENCE = re.compile(
    rf"{APART}[A-Z9]{{5}}[ ]?\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[ ]?[A-Z9]{{2}}[ ]?\d[A-Z]{{2}}{ENDS}"
)
PASSPORT = re.compile(r"\bpassport\b[^\n\d]{0,25}(?:[A-Z]{1,2})?\d{7,9}(?!\w)", re.I)
SPOKEN_DAY = (
    r"(?:(?:twenty|thirty)[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|\d{1,2}(?:st|nd|rd|th)?)"
)
SPOKEN_YEAR = r"(?:nineteen|two\s+thousand|twenty)[\s-][a-z]+(?:[\s-][a-z]+){0,2}"
DAY = (
    r"(?:\d{1,2}\s?[/.\u2010-\u2013-]\s?\d{1,2}\s?[/.\u2010-\u2013-]\s?(?:\d{4}|\d\d)(?!\d)|\d{4}-\d\d-\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+\d{2,4}"
    rf"|(?:the\s+)?{SPOKEN_DAY}\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,?\s+(?:\d{{4}}|{SPOKEN_YEAR})"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})"
)
BORN = re.compile(
    rf"(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate[s_ -]+of[_ -]+birth\b|\bbirth[_ -]?da(?:te|y)\b|\bborn\b)[^\n\d]{{0,25}}({DAY})"
    rf"|({DAY})\s*\(?(?:d\.?o\.?b\b\.?|date of birth)",
    re.I,
)


def national_insurance(text: str) -> Iterator[str]:
    """Every National Insurance number."""
    return (found[0] for found in NINO.finditer(text))


def nhs(text: str) -> Iterator[str]:
    """Every number of ten digits whose last one proves the others, unless it is more likely something else."""
    for found in NHS.finditer(text):
        is_named = NHS_NEAR.search(text, max(0, found.start() - 50), found.start())
        if proves_itself(found[1]) and (found[1][0] in FIRST_DIGITS or is_named):
            yield found[1]
    for found in NHS_GROUPS.finditer(text):
        is_named = NHS_NEAR.search(text, max(0, found.start() - 50), found.start())
        if is_named and not NHS.match(text, found.start()) and proves_itself(found[0]):
            yield found[0]


def proves_itself(number: str) -> bool:
    """Whether the last digit of an NHS number follows from the others."""
    digits = [int(sign) for sign in number if sign.isdigit()]
    check = 11 - sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=False)) % 11
    return digits[9] == check % 11 and check != 10 and len(set(digits)) > 1


def bank_accounts(text: str) -> Iterator[str]:
    """Every sort code that is called one or has an account number behind it, and every account number so called."""
    return (found[0] for found in BANK.finditer(text))


def licences(text: str) -> Iterator[str]:
    """Every number of a driving licence, in which the day of birth stands in order."""
    return (found[0] for found in LICENCE.finditer(text))


def passports(text: str) -> Iterator[str]:
    """Every number behind the word."""
    return (found[0] for found in PASSPORT.finditer(text))


def births(text: str) -> Iterator[str]:
    """Every day that is said to be one of birth."""
    return (found[1] or found[2] for found in BORN.finditer(text))
