"""The first look at a text: which rules can find anything in it at all. It costs a few nanoseconds a character.

Every pattern begins with the sign it looks for, so that the search passes over all others at once. What a rule finds,
its first look finds too; the other way round only as often as it saves more than it costs.
"""

import re

from generators.gate.crimes import NUMBER
from generators.gate.markings import EDGE
from generators.gate.numbers import S

OF_OFFICERS = ("stable", "geant", "spector", "fficer", "sgt", "nsp", "con")
"""How the words end behind which the number of an officer stands."""
NUMBERS = {
    "national-insurance-number": rf"[0-9]{S}[0-9]{{2}}{S}[0-9]{{2}}{S}[A-Da-d](?![A-Za-z0-9])",
    "nhs-number": rf"[0-9]{{2}}{S}[0-9]{{3}}{S}[0-9]{{4}}(?![0-9])",
    "bank-account": r"[0-9][ \u2010-\u2013-]?[0-9]{2}[ \u2010-\u2013-]?[0-9]{2}[\s,;/|:.]{1,3}[0-9]{8}",
    "driving-licence": r"(?:[05][1-9]|[16][0-2])[0-3][0-9][0-9][ ]?[A-Z9]{2}[ ]?[0-9][A-Z]{2}(?![A-Za-z0-9])",
    "postcode": r"(?<=[A-Za-z0-9 \u00a0].)(?:[A-Z]{2}|(?!st|nd|rd|th)[a-z]{2})(?![A-Za-z0-9])",
    "street-address": r"[A-Za-z]?,?[ \u00a0](?:[A-Z][a-z'\u2019]+|St\.)[ \u00a0][A-Z]",
    "vehicle-registration": (
        r"(?:(?<=[A-Z].)[0-9]{0,2} ?[A-Z]{3}(?![A-Za-z0-9])"
        r"|(?:(?<=[A-Z]{3}.)|(?<=[A-Z]{3} .))[0-9]{0,2}[A-Z](?![A-Za-z0-9]))"
    ),
    "crime-reference": (r"(?:\*[0-9]{5}|/[0-9]{4,7}(?:[A-Z]|/[0-9]{2})|[0-9][A-Z]{2}/[0-9]{4}|(?<=CR/.)[0-9]{3})"),
    "collar-number": (
        r"(?:(?:(?<=[PDS][CSO][.\s].)|(?<=[PDS][CSO].)|(?<=[PDS][CSO]\.\s.))[0-9]"
        + "".join(rf"|(?:(?<=(?i:{end}).)|(?<=(?i:{end})[.\s].)|(?<=(?i:{end})\.\s.))[0-9]{{2}}" for end in OF_OFFICERS)
        + ")"
    ),
}
"""By rule, what stands behind the first digit of a number, or of its part that begins with one."""
WORDS = {
    "date-of-birth": ("birth", "born", "dob", "d.o.b", "d. o. b", "d o b"),
    "nhs-number": ("nhs", "chi ", "chi:", "health service", "h&c", "patient"),
    "telephone-number": ("tel", "phone", "mob", "ring", "whatsapp"),
    "vehicle-registration": ("vrm", "vrn", "plate", "regist", "vehicle", "car", "van", "driv", "ford", "reg "),
    "street-address": ("cottage", "bungalow", "farmhouse", "barn,"),
    "protective-marking": ("r e s t", "s e n s", "s e c r", "c o n f", "p r o t", "u k  e", "u k e"),
    "bank-account": ("sort code", "sort-code", "sortcode", "bank account", "account n", "a/c"),
    "passport-number": ("passport",),
    "email-address": ("@", "\uff20", "\ufe6b", "at]", "at)", "at ]", "at )", "at}", "at>", "at }", "at >", " dot "),
    "collar-number": ("collar ", "p.c", "p. c"),
    "exempt-information": ("exempt", "not for publication"),
    "not-for-publication": ("not for ",),
}
"""By rule, words of which one must stand in the text, capitals or not."""
SIGNS = {
    "telephone-number": ("0", "+44"),
    "protective-marking": ("SECRET", "RESTRICTED", "CONFIDENTIAL", "PROTECT", "SENSITIVE", "EYES ONLY"),
    "not-for-publication": ("EMBARGO", "PRIVILEGED", "DO NOT"),
}
"""The same for words that only count in capitals."""
OF_CRIMES = (
    "crime",
    "occurrence",
    "incident",
    "offence",
    "arrest",
    "custody",
    "urn",
    "pnc",
    "crn",
    "cris",
    "niche",
    "storm",
)
"""Words of which one stands before the number of a crime that is called so."""
LINE = re.compile(
    rf"\n{EDGE}*+(?i:(?:\w++\s++)?(?:marking|classification)\b|gsc|gpms|(?:top\s+)?secret|official|uk\s+eyes|restricted"
    r"|confidential|strictly|private|protect|exempt|part\s|paragraphs?\s|draft|not\s|embargo|legal|without|in\s+private"
    rf"|(?:for\s+)?internal|do\s+not)[^\n]{{0,90}}{EDGE}*\n"
)
"""A short line that begins like a marking."""
MARKED = frozenset({"protective-marking", "exempt-information", "not-for-publication"})
CRIMES = "crime-reference"
ONE = {rule: re.compile(f"[0-9](?:{pattern})") for rule, pattern in NUMBERS.items()}
ANY = re.compile(f"[0-9](?:{'|'.join(NUMBERS.values())})")
EVERY = frozenset({*ONE, *WORDS, *SIGNS})


def rules_for(text: str, among: frozenset[str] = EVERY) -> frozenset[str]:
    """The rules that can find something in a text, `among` these."""
    small = text.lower().replace("\n", " ")
    found = {rule for rule in among & WORDS.keys() if any(map(small.__contains__, WORDS[rule]))}
    found |= {rule for rule in among & SIGNS.keys() if any(map(text.__contains__, SIGNS[rule]))}
    numbers = among & ONE.keys()
    if numbers and ANY.search(text):
        found |= {rule for rule in numbers if ONE[rule].search(text)}
    if among & MARKED and LINE.search(f"\n{text}\n"):
        found |= among & MARKED
    if CRIMES in among - found and any(map(small.__contains__, OF_CRIMES)) and NUMBER.search(text):
        found.add(CRIMES)
    return frozenset(found)
