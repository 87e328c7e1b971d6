"""The words by which minutes say that something was decided, and the standard word for each."""

import re

from generators.minutes.name_patterns import TITLE

BODY = (
    r"(?:(?:it|the|that|members?|councillors?|trustees|governors?|committee|panel|board|forum|council|authority|chair\w*|meeting|trust|group|"
    r"sub-committee|executive|cabinet|commission|police|fire|health|schools?|school|ethics|audit|finance|parish|town|local|and|of|joint|"
    r"strategic|governing|body|quorum|all|present|those|officers|integration|"
    r"commissioner|PCC)\s+){1,8}"
)
ADVERB = (
    r"(?:(?:also|then|unanimously|formally|therefore|further|jointly|subsequently|"
    r"both|was|were|have|has|had|been|duly|hereby|fully)\s+){0,3}"
)
VERBS: tuple[tuple[str, str], ...] = (
    (r"not\s+supported", "not supported"),
    (r"noted|note[s]?", "noted"),
    (r"approved|approve[s]?|adopted|adopt[s]?|ratified|ratif(?:y|ies)|authorised|authorise[s]?|sanctioned", "approved"),
    (r"confirmed|confirm[s]?", "confirmed"),
    (r"endorsed|endorse[s]?", "endorsed"),
    (r"supported|support[s]?", "supported"),
    (r"accepted|accept[s]?", "accepted"),
    (r"amended|amend[s]?", "amended"),
    (r"deferred|defer[s]?|postponed|adjourned", "deferred"),
    (r"referred|refer[s]?|delegated|delegate[s]?", "referred"),
    (r"requested|request[s]?|asked|invited|instruct(?:s|ed)?", "requested"),
    (r"appointed|appoint[s]?|nominated|nominate[s]?|co-opted|co-opt", "appointed"),
    (r"re-?elected|elected|elect[s]?", "elected"),
    (r"rejected|reject[s]?|refused|declined", "rejected"),
    (r"withdrawn|withdraw[s]?", "withdrawn"),
    (r"received|receive[s]?", "received"),
    (r"agreed|agree[s]?|carried", "agreed"),
    (r"resolved|resolve[s]?|recommended|recommend[s]?|decided|determined", "resolved"),
)
ANY = "|".join(pattern for pattern, _ in VERBS)
LEADER = re.compile(
    r"^(?:\(?[a-z\d]{1,3}[.)]\s+)?(?:it\s+was\s+(?:unanimously\s+)?|on\s+being\s+put\s+to\s+the\s+vote,?\s+(?:it\s+was\s+)?|accordingly,?\s+it\s+was\s+|[Aa]nd\s+|(?:the\s+)?decision:\s+)?"
    r"(?P<word>UNANIMOUSLY RESOLVED|RESOLVED|Resolved|Resolution|RESOLUTION|AGREED|"
r"Agreed|NOTED|Noted|APPROVED|Approved|RECOMMENDED|Recommended|DECISIONS?|"
r"Decisions?|DECIDED|Decided|"
    r"ENDORSED|Endorsed|RECEIVED|Received(?=\s*:\s+(?!apolog|an?\s+declaration|declaration|no\b))|CONFIRMED|OUTCOME|Outcome|ACCEPTED|DEFERRED)\b"
    r"(?P<behind>\s*(?:\((?P<vote>[^()]{3,80})\))?\s*(?:(?:unanimously|UNANIMOUSLY|\(unanimous(?:ly)?\)|nem\.?\s*con\.?))?\s*[:\-–—]*\s*)(?P<rest>.*)$",
    re.DOTALL,
)  # fmt: skip
"""A paragraph that begins with such a word: what follows it, and what stands beneath it, is what was decided."""
SAID = re.compile(
    rf"^(?:(?:Following|After|Having|On|In|With|Subject|Upon|Accordingly|Therefore|There\s*fore|Members)[^.]*?,\s+)?(?:{BODY}){ADVERB}(?P<verb>{ANY}|NOT\s+SUPPORTED)\b(?P<rest>.*)$",
    re.I | re.DOTALL,
)
IT_WAS = re.compile(
    r"(?<!previously )(?<!that )\bit\s+was\s+(?:then\s+|unanimously\s+|therefore\s+|also\s+|subsequently\s+){0,2}"
    r"(?P<verb>agreed|resolved|decided)\s+(?P<rest>(?:to|that)\b.*)$",
    re.I | re.DOTALL,
)
"""The same in the middle of a sentence."""
CAPITALS = re.compile(
    r"\b(?P<verb>RESOLVED|NOTED|APPROVED|AGREED|RECOMMENDED|ENDORSED|RECEIVED|CONFIRMED|SUPPORTED|ACCEPTED|DEFERRED|ELECTED|APPOINTED|RATIFIED|ADOPTED|REQUESTED|REFERRED|DECIDED|REJECTED)\b"
)
PASSIVE = re.compile(
    r"\b(?:minutes?|notes|assessment|statement|return|register|arrangements|constitution|appointment|accounts|quotations?|quotes?|grant|donation|renewal|project|draft|framework|protocol|record|schedule|report|reports|recommendations?|contents|plan|accounts|budget|policy|policies|programme|proposal|proposed\s+[\w\s]{3,40}|update|payments?|expenditure|precept|item|strategy|terms\s+of\s+reference|application|motion)\b[^.]{0,140}?\b(?:was|were)\s+(?:then\s+|duly\s+|all\s+|presented\s+and\s+|unanimously\s+|formally\s+|therefore\s+|discussed\s+and\s+|taken\s+as\s+read,?\s+(?:and\s+)?|proposed\s+and\s+|received\s+and\s+|reviewed\s+and\s+){0,3}"
    r"(?P<verb>approved|agreed|confirmed|noted|adopted|accepted|deferred|signed|endorsed|ratified|rejected|withdrawn|carried)\b",
    re.I,
)  # fmt: skip
CHOSEN = re.compile(
    rf"^(?:(?:{TITLE})\b\.?\s+)(?:[A-Z][\w’'.-]*\s+){{1,4}}(?:was|were)\s+(?:\w+ly\s+|then\s+)?(?P<verb>re-?elected|elected|appointed|nominated|co-opted)\b"
)
"""Somebody, by title and name, who was elected or appointed."""
SECONDED = re.compile(
    rf"\bproposed\b.{{0,80}}?\bseconded\b.{{0,80}}?\b{ADVERB}(?P<verb>agreed|resolved|approved|carried)\b(?P<rest>.*)$",
    re.I | re.DOTALL,
)
"""A motion with who moved and seconded it, and in the same sentence what became of it."""
NARRATIVE = re.compile(
    r"^\s*(?:,?\s*that\b|how\b|with\s+(?:concern|interest|thanks)|the\s+(?:comments|concerns?|importance|need|following|challenge|risk|fact)\b|by\b)",
    re.I,
)
"""What makes `noted` and the like part of a discussion."""
A_REPORT = re.compile(
    r"^\s*(?:and\s+(?:considered|discussed)\s+)?(?:an?|the\s+following|further|updates?|presentations?|apolog|details|feedback|information|assurance)\b",
    re.I,
)
IN_THAT = re.compile(
    rf"\b(?:be|is|are|was|were|hereby|panel|committee|board|council|forum|authority|members)\s+(?:be\s+)?(?P<verb>{ANY})\b|^(?:to\s+|that\s+)?(?P<first>{ANY})\b|\b(?:put\s+off)\b",
    re.I,
)


AND = re.compile(rf"^\s*(?:,?\s*and\s+){ADVERB}(?P<verb>{ANY})\b", re.I)
"""`received and noted`: the second word is what was decided."""


def outcome_of(verb: str) -> str:
    """The standard word for a verb."""
    word = " ".join(verb.lower().split())
    return next((outcome for pattern, outcome in VERBS if re.fullmatch(pattern, word)), "resolved")


PUT_OFF = re.compile(r"\b(?:be|is|was|were)\s+(?:deferred|postponed|put\s+off|adjourned)\b", re.I)


def outcome_in(text: str, leader: str) -> str:
    """The standard word for what stands under `RESOLVED` and its like."""
    own = leader.lower().rstrip("s")
    if PUT_OFF.search(text):
        return "deferred"
    if re.search(r"\bminutes\b.{0,120}\b(?:correct|accurate|true|confirmed|signed)\b", text, re.I):
        return "confirmed"
    if own == "noted":
        return own  # what was noted can tell of anything that was asked, agreed or put off elsewhere
    found = IN_THAT.search(text)
    if found and (verb := found["verb"] or found["first"]):
        said = outcome_of(verb)
        return own if own in ("noted", "approved", "agreed") and said in ("resolved", "received") else said
    spoken = outcome_of(own.replace("unanimously ", ""))
    return spoken if spoken != "resolved" or own != "agreed" else "agreed"
