"""How names, titles, letters and roles look in print."""

import re

TITLE = (
    r"(?:(?:The\s+)?(?:Rt\.?\s+Hon\.?|Right\s+Hon\.?|Hon\.?|Rt\.?(?=\s+Rev)|Very(?=\s+Rev)|Most(?=\s+Rev))\s+)?"
    r"(?:County\s+|District\s+|Borough\s+|Town\s+|Parish\s+|City\s+|Unitary\s+)?"
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councill?or|Cnllr|Coun|Rev|Revd|Reverend|Canon|Sir|Dame|Lord|Lady|Baroness|Baron|"
    r"Ald|Alderman|Mayor|Council(?:member|man|woman)|Judge|Major|Colonel|Col|Captain|Capt|Superintendent|Supt|"
    r"(?:T/)?D(?:et)?[./ ]+(?:Ch[./ ]+)?(?:Supt|"
    r"Insp|Sgt|Con)|C/Supt|Ch\.?\s?Supt|T/ACC|ACC|DCC|T/DCC|CC|PCC|DPCC|"
    r"Inspector|Insp|Ch\.?\s?Insp|Chief\s+Inspector|Chief\s+Superintendent|Sergeant|Sgt|PC|PCSO|DCI|DI|CFO|ACFO|DCFO)"
)
HONORIFIC = re.compile(rf"^(?:(?:{TITLE})\b\.?\s+)+(?=[A-Z])")
COLLECTIVE = re.compile(
    r"^(?P<title>Councillors|Cllrs|Cllr['’]?s|Council\s?members|Commissioners|Messrs|Members|Mesdames|Aldermen|Drs|(?:County|District|Borough|Town|Ward|City|Unitary)\s+(?:Councillors|Cllrs))\b(?:\.?[:,]\s*|\.?\s+)(?=[A-Z])"
)
OF_COUNCIL = re.compile(r"(?:County|District|Borough|Town|Ward|City|Unitary)\s+")
SINGULAR = {"messrs": "Mr", "mesdames": "Mrs", "drs": "Dr", "members": ""}
LETTERS = re.compile(
    r"(?:,?\s+(?:[KCOM]BE|CB|QPM|QFSM|JP|CC|DL|MP|KC|QC|MS|AM|BEM|RD|TD|MA|BA|PhD|FRCN?|CPFA|ACA|FCCA))+$"
)
ROLE_WORD = re.compile(
    r"\b(?:officers?|service|probation|housing|education|director|chief|head|manager|clerk|commissioner|superintendent|constable|secretary|treasurer|chair(?:man|woman|person)?|"
    r"deputy|advis[eo]r|lead|accountant|solicitor|head\s?teacher|governors?|representatives?|inspector|nurse|consultant|auditors?|"
    r"partner|co-?ordinator|assistant|minutes?|minute[- ]taker|note[- ]taker|"
r"administrator|analyst|engineer|principal|president|executive|non-executive|"
r"monitoring|democratic|"
    r"services|committee|support|counsel|registrar|editor|press|public|finance|business|school|academy|academies|observer|vice|"
    r"department|unit|team|section|branch|directorate|standards|group|board|authority|association|university|hospital|college|partnership|network|force|agency|society|company|ward|surgery|member|councillor|commander|leader|mayor|independent|practitioner|midwife|matron|pharmacist|doctor|medical|union|police|council|trust|NHS|HMICFRS|OPCC|RFO|LLP|Ltd)\b",
    re.I,
)  # fmt: skip
BUSINESS = re.compile(
    r"\b(?:panel|programme|report|agenda|review|plan|budget|strategy|policy|update|business|items?|matters|terms|forum|"
    r"annual|progress|minutes|proposals?|recommendations?)\b",
    re.I,
)
"""Words of headings, which no name has."""
BEGINS_ROLE = frozenset(
    [
        "Parish",
        "Town",
        "Acting",
        "Interim",
        "Senior",
        "Area",
        "Group",
        "Admin",
        "Locum",
        "Assistant",
        "Corporate",
        "Strategic",
        "Democratic",
        "Youth",
        "Local",
        "Neighbourhood",
        "Internal",
        "External",
        "Police",
    ]
)
NAME_WORD = (
    r"(?:[A-Z](?:[a-zà-ÿ]+|\.|(?=\s|$|,|\()|['’][A-Z][a-zà-ÿ]+|c[A-Z][a-z]+|ac[A-Z][a-z]+)(?:[-'’][A-Za-zà-ÿ]+)*\.?|"
    r"[A-Z]{1,3}\.?(?=\s)|(?:[A-Z]\.){2,4}(?=\s)|Ma?c[A-Z]{3,}|[A-Z][A-Z'’-]{2,}|de|van|der|von|la|le|al|bin|ap|O['’])"
)
NAME = re.compile(rf"^{NAME_WORD}(?:\s+{NAME_WORD}){{0,4}}$")
PUBLIC = re.compile(
    r"(?:^|[,;.]|\s+and|\s+plus)\s*(?:\d+|no|an?|one|two|three|four|five|six|seven|eight|nine|ten|\w*teen|twenty|several|some|many|approximately\s+\d+)\s+(?:other\s+)?(?:members?\s+of\s+(?:the\s+)?(?:public|press)|residents?|parishioners?|electors?|visitors?)\b.*$",
    re.I,
)
ROLE_THEN = re.compile(
    rf"^(?P<role>(?:[A-Z][\w’'&-]*|of|and|for|the|to)(?:\s+(?:[A-Z][\w’'&-]*|of|and|for|the|to))*?)(?<!\band)(?<!\bof)(?<!\bfor)(?<!\bthe)(?<!\bto)\s+(?P<name>(?:(?:{TITLE})\b\.?\s+)?(?:(?:[A-Z]\.?\s*){{1,3}}\s[A-Z][\w’'-]+|[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]+))$"
)
ALSO = re.compile(r"\.?\s+(?:[Aa]lso|[Pp]lus):?\s+(?=[A-Z])")
"""What stands between two lists of people on one line."""
NEXT_TITLE = re.compile(rf"(?<=\))\s+(?=(?:{TITLE})\b\.?\s+[A-Z]|(?:[A-Z][\w’'-]*\.?\s+){{1,3}}\([A-Z]{{2,4}}\))")
"""Where a name begins behind the bracket of the one before, with no sign between the two."""
BEHIND_ROLE = re.compile(
    rf"(?<=[a-z])(?<!\bto)(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bwith)(?<!\bby)(?<!Councillors)(?<!Cllrs)\s+(?=(?:{TITLE})\b\.?\s+[A-Z]\.?\s+[A-Z][\w’'-]+,\s+[A-Z])"
)
"""Where the next line of a list was taken for the rest of a role: `…, Director of Finance Mrs B Broom, Nurse`."""
GLUED = re.compile(r"(?<![\w.])([A-Z])\.(?=[A-Z][’'a-z])")
"""`A.Able`: an initial with no space behind it."""
MARKED = re.compile(
    r"^(?P<name>(?:[A-Z][\w’'.-]*\s+){2,5}?)\(?(?P<initials>[A-Z]{2,4}|[A-Z]{1,3}[a-z])\)?(?:\s+(?P<role>[A-Z].*))?$"
)
"""`Ann Able AA Director`: initials between a name and a role, with no sign between them."""
HELD_BY = re.compile(rf"(?P<role>[^()]{{3,90}}?)\s*\((?P<name>(?:{TITLE})\b\.?\s+[^()]{{2,40}})\)")
"""`Director (Mr A Able)`: a role, and in brackets who holds it."""
IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
LAST_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
INITIALS = re.compile(r"^[A-Z]{2,4}$|^[A-Z][a-z]?[A-Z]{1,2}[a-z]?$")
SHORT_AND_ROLE = re.compile(r"(?P<initials>[A-Z]{2,4})\s*(?:,|[–-])\s*(?P<role>[A-Z][^,]{2,60}(?:,[^,]{2,40})?)")
"""`(DD, Chief Financial Officer)`."""
CHAIR = re.compile(
    r"^(?:who\s+(?:presided|was\s+in\s+the\s+chair|took\s+the\s+chair)|in\s+the\s+chair|chair(?:man|woman|person)?|presiding|(?:acting\s+|interim\s+)?chair(?:man)?(?:\s+for\s+th(?:is|e)\s+meeting)?)$",
    re.I,
)
DASH = re.compile(r"\s+[–—-]\s+|\s*[–—]\s+|:\s+")
SIDE = re.compile(
    r"^(?:substitut\w*|away\b|holidays?\b|on\s+leave|unwell|ill(?:ness)?\b|sick\w*|work\b|family\b|personal\b|prior\b|for\b|until|from|via|left|joined|arrived|items?\b|part|virtual|online|remote|by\s+(?:phone|video|teams))",
    re.I,
)
