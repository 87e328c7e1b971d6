"""Postcodes and the addresses of houses."""

import re
from collections.abc import Iterator

AREAS = (
    "AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|"
    "FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|"
    "NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|"
    "W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
INWARD = "[ABD-HJLNP-UW-Z]{2}"
POSTCODE = re.compile(
    rf"(?<![A-Za-z0-9/*])(?:(?:{AREAS})\d[A-Z\d]?[ \u00a0]{{0,2}}\d{INWARD}"
    rf"|(?:{AREAS.lower()})\d[a-z\d]?[ \u00a0]{{0,2}}\d(?!st|nd|rd|th){INWARD.lower()})(?![A-Za-z0-9/*]|-\d)"
)
"""All in capitals or all in small letters: `b1 1st` is none."""
STREETS = (
    "Street|Road|Lane|Avenue|Close|Drive|Crescent|Gardens?|Grove|Terrace|Walk|Mews|Way|Court|Rise|Croft|Green|Hill|"
    "Square|Row|Place|Rd|Ave|Cres|Dr|St"
)
NOT_NAMED = (
    "Crown|County|High|Magistrates|Magistrates['\u2019]|Supreme|Family|Youth|Appeal|Coroners?|Coroner['\u2019]s|Divisional|"
    "Sheriff|Federal|Village|Market|Town|National|Annual|New|The|This|Same|Safe|Safer|Every|Any|No"
)
HOUSE = re.compile(
    r"(?<![\w.,/£$€%*-])(?:(?:Flat|Apartment|Unit)\s+\w{1,4},?\s+)?\d{1,3}[A-Za-z]?,?[ \u00a0]"
    rf"(?!(?:{NOT_NAMED})[ \u00a0](?:Court|Way|Place|Green|Hill|Walk|Row|Square|Drive)\b)"
    rf"(?:(?:St\.?|[A-Z][a-z'\u2019]+)[ \u00a0]){{1,3}}(?:{STREETS})\b"
    r"(?![ ]+[A-Z][a-z]+[ ]+(?:Team|Unit|Project|Police))"
    r"(?![ ]+(?:Safety|[Ss]peed|Policing|Traffic|User|Closure|Collision|Race|[Cc]ampaign|Show|Map)s?\b)"
)
COTTAGE = re.compile(
    r"\b[A-Z][a-z'\u2019]+[ \u00a0](?:Cottages?|Bungalow|Farmhouse|Barn),[ \u00a0](?:\d{1,3}[ \u00a0])?"
    rf"(?:[A-Z][a-z'\u2019]+[ \u00a0]){{1,3}}(?:{STREETS})\b"
)
"""A house with a name, before its street."""
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")


def postcodes(text: str) -> Iterator[str]:
    """Every whole postcode; the first half of one names a district, not a home."""
    return (found[0] for found in POSTCODE.finditer(text))


def houses(text: str) -> Iterator[str]:
    """Every number with the name of a street behind it."""
    for found in HOUSE.finditer(text):
        if not MONTH.match(found[0].split(maxsplit=1)[1]):
            yield found[0]
    yield from (found[0] for found in COTTAGE.finditer(text))
