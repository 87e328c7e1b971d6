"""Words by which a paper says that it is not for everybody."""

import re
from collections.abc import Iterator

EDGE = r"[\s>*_#|:;.,\[\](){}\u2010-\u2015-]"
ABOVE = (
    r"(?:TOP\s+)?SECRET|OFFICIAL\s?[:\u2010-\u2015-]?\s?SENSITIVE|UK\s+EYES\s+ONLY|RESTRICTED|"
    r"(?:PRIVATE\s+(?:AND|&)\s+)?(?:STRICTLY\s+)?CONFIDENTIAL|PROTECT"
)
LABEL = r"(?:(?:government\s+|protective\s+|security\s+)?(?:marking|classification|gsc|gpms)\s*(?:of\s+paper)?\s*:\s*)?"
OF_WHAT = (
    "POLICE|PERSONAL|COMMERCIAL|LEGAL|STAFF|INVESTIGATION|MANAGEMENT|POLICY|POLICING|MEDICAL|CONTRACTS|ONLY|DRAFT|"
    r"WHEN\s+COMPLETED?"
)
TAIL = rf"(?:{EDGE}+(?:{OF_WHAT}))*"
ON_ITS_OWN = re.compile(rf"(?:\A|\n){EDGE}*?({LABEL}(?:{ABOVE}){TAIL}){EDGE}*(?=\n|\Z)", re.IGNORECASE)
"""On a line of its own, in capitals or not."""
IN_CAPITALS = re.compile(rf"\b(?<![A-Z] )(?:{ABOVE})\b(?! [A-Z]{{2}})")
"""Between words that are not in capitals: else it is one of a heading."""
COMPOUND = re.compile(r"\b(?:TOP SECRET|OFFICIAL[- :]{1,3}SENSITIVE|UK EYES ONLY)\b")
"""In capitals wherever it stands: no heading has these words."""
NO_MARKING = re.compile(
    r"\bNOT?\s+(?:PROTECTIVELY\s+)?(?:MARKED|PROTECT\w*|RESTRICTED|CONFIDENTIAL)\b"
    r"|\bPROTECT\s+(?:strand|pillar|element|theme|work|officers?|plan|priority)\b",
    re.IGNORECASE,
)
SPACED = re.compile(
    r"(?<![A-Za-z])[A-Z](?:[ \u00a0]{1,2}[A-Z]|[ \u00a0]*[:\u2010-\u2015-][ \u00a0]*[A-Z]){5,}(?![A-Za-z])"
)
"""Letters set apart, as on a stamp."""
OWN_PAPER = (
    r"(?:this|the|these|attached|following|accompanying)\s+(?:\w+\s+){0,2}?"
    r"(?:reports?|papers?|appendi(?:x|ces)|documents?|annex(?:es)?|minutes|information|items?)"
)
SCHEDULE = r"(?:schedule|sch\.?)\s*12A|exempt\s+information|local\s+government\s+act\s+1972"
EXEMPT = re.compile(
    rf"\b{OWN_PAPER}\s+(?:\w+\s+){{0,4}}?(?:is|are|contains?|containing|was|were|has\s+been|includes?)\s+(?:\w+\s+){{0,3}}?"
    r"(?:exempt(?:\s+information|\s+from\s+(?:publication|disclosure)|\s+under|\s+by)?|not\s+for\s+publication)\b"
    rf"|\b(?:not\s+for\s+publication|exempt(?:\s+from\s+(?:publication|disclosure))?)\b[^\n.]{{0,80}}?\b(?:{SCHEDULE})"
    rf"|(?:\A|\n){EDGE}*(?:exempt(?:\s+(?:information|report|paper|item|appendix|annex))?|part\s+(?:2|two|ii)\W+(?:private|exempt|confidential)\w*(?:\s+\w+)?"
    rf"|exempt\s+from\s+(?:publication|disclosure)\s+under\s+(?:s\.?|sections?)\s*\d[^\n]{{0,80}}"
    rf"|(?:exempt\W+)?paragraphs?\s+[1-7][^\n.]{{0,40}}?(?:{SCHEDULE})[^\n]{{0,40}}){EDGE}*(?=\n|\Z)",
    re.IGNORECASE,
)
EXCLUDING = re.compile(
    r"\bexclu(?:de|ded|ding|sion)\b|\bpublic\s+interest\b|\bin\s+private\b|\bnone\s+of\b|\bno\s+exempt\b", re.I
)
"""What stands in a resolution to go on without the public, which is public itself."""
CALLS = (
    r"(?:draft\W+)?not\s+(?:yet\s+)?for\s+(?:publication|release|circulation)|embargo(?:ed)?(?:\s+until\b[^\n]{0,40})?|"
    r"(?:legally|legal\s+professional)\s+privileged?(?:\W+(?:and|&)\W+confidential)?|without\s+prejudice|not\s+for\s+onward\s+(?:circulation|transmission)"
    r"|(?:in\s+)?private\s+and\s+confidential|for\s+internal\s+use\s+only|internal\s+use\s+only|do\s+not\s+(?:publish|circulate|distribute)"
)
NOT_YET = re.compile(
    rf"(?:\A|\n){EDGE}*((?:{CALLS})){EDGE}*(?=\n|\Z)"
    r"|\b((?-i:NOT FOR PUBLICATION|EMBARGOED UNTIL|LEGALLY PRIVILEGED|DO NOT PUBLISH))\b"
    rf"|\b(draft\W{{1,4}}not\s+for\s+(?:publication|circulation))\b",
    re.IGNORECASE,
)
DRAFT = re.compile(rf"(?:\A|\n){EDGE}*(PRIVATE|DRAFT(?:\s+(?:(?i:v(?:ersion)?)\s?)?\d[\d.]*)?){EDGE}*(?=\n|\Z)")
"""In capitals and alone: the word in small letters is said of many things that are public."""


GAPS = re.compile(r"[^A-Z]")
WITHOUT_GAPS = re.compile(r"(?:TOP)?SECRET|OFFICIALSENSITIVE|RESTRICTED|CONFIDENTIAL|PROTECT|UKEYESONLY")


def protective(text: str) -> Iterator[str]:
    """Every marking above OFFICIAL."""
    plain = NO_MARKING.sub(lambda found: "." * len(found[0]), text)
    alone = [(found.start(1), found.end(1)) for found in ON_ITS_OWN.finditer(plain)]
    yield from (text[start:end] for start, end in alone)
    yield from (found[0] for found in SPACED.finditer(plain) if WITHOUT_GAPS.fullmatch(GAPS.sub("", found[0])))
    for pattern in (COMPOUND, IN_CAPITALS):
        for found in pattern.finditer(plain):
            if not any(start <= found.start() < end for start, end in alone):
                alone.append(found.span())
                yield found[0]


def exempt(text: str) -> Iterator[str]:
    """Every wording by which a paper says of itself that it is exempt; a resolution that speaks of one is public."""
    for found in EXEMPT.finditer(text):
        around = text[text.rfind("\n", 0, found.start() + 1) + 1 : found.end() + 120].partition("\n")[0]
        if not EXCLUDING.search(around):
            yield found[0].strip()


def not_yet(text: str) -> Iterator[str]:
    """Every marking that a text is a draft, under embargo or for the inside only."""
    yield from (next(filter(None, found.groups())) for found in NOT_YET.finditer(text))
    yield from (found[1] for found in DRAFT.finditer(text))
