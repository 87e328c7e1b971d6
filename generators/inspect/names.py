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
GAP = "[ ._-]?"
FIRST_NAMES = (
    "Aaron|Abdul|Abigail|Adam|Adrian|Ahmed|Aisha|Alan|Alexander|Alexandra|Ali|Alice|Alison|Amanda|Amy|Andrea|Andrew|"
    "Angela|Anita|Anna|Anne|Anthony|Barbara|Benjamin|Brenda|Brian|Caroline|Catherine|Charles|Christine|Christopher|"
    "Claire|Colin|Craig|Daniel|Darren|David|Deborah|Dennis|Diane|Donald|Donna|Dorothy|Edward|Elaine|Elizabeth|Emily|"
    "Emma|Eric|Fatima|Fiona|Gareth|Gary|Geoffrey|George|Gillian|Graham|Hannah|Harry|Heather|Helen|Hussain|Ian|Jacqueline|"
    "James|Jane|Janet|Jason|Jean|Jennifer|Jeremy|Jessica|Joan|Joanne|John|Jonathan|Joseph|Joshua|Joyce|Judith|Julia|"
    "Julie|Karen|Katherine|Kathleen|Keith|Kelly|Kenneth|Kevin|Laura|Lauren|Lee|Leslie|Linda|Lisa|Louise|Lynn|Malcolm|"
    "Margaret|Maria|Marie|Martin|Mary|Matthew|Maureen|Megan|Michael|Michelle|Mohammad|Mohammed|Muhammad|Natalie|Neil|"
    "Nicholas|Nicola|Nigel|Oliver|Olivia|Pamela|Patricia|Patrick|Paul|Peter|Philip|Priya|Rachel|Raymond|Rebecca|Richard|"
    "Robert|Roger|Ronald|Ruth|Ryan|Samantha|Samuel|Sandra|Sarah|Sharon|Shirley|Simon|Sophie|Stephanie|Stephen|Steven|"
    "Stuart|Susan|Suzanne|Thomas|Timothy|Tracey|Valerie|Vanessa|Wayne|Wendy|William|Yusuf|Yvonne|Zoe"
)
"""First names that are hardly anything else. No list has every name: a file can be named for somebody all the same."""
CASES = (
    "grievances?|complaints?|complainants?|witness|victim|suspect|offender|disciplinary|dismissal|sickness|absence|"
    "appraisal|medical|occupational[ ]health|redundancy|settlement"
)
"""What papers about one person are called."""
PLACES = "street|road|lane|square|avenue|house|hall|hospital|centre|court|suite|ward|school|academy|station|park|cross"
NAME = rf"(?<![a-z])(?<!St )(?:{FIRST_NAMES})[ ](?!(?:{PLACES})(?![a-z]))[a-z][a-z'-]+(?![a-z])"
SEPARATED = str.maketrans("_-.", "   ")
PEOPLE = (
    re.compile(r"(?<![a-z])(?:mrs?|(?-i:(?:Miss|Mx|Ms)(?= [A-Z])(?! (?:Word|Office|Excel|Teams|Access|Project|Forms))))"
               r"[ ]+(?:[a-z][ ]+)*[a-z]{2,}(?![a-z])", re.IGNORECASE),
    re.compile(rf"(?<![a-z])(?:{CASES})(?![a-z]).*?{NAME}|{NAME}.*?(?<![a-z])(?:{CASES})(?![a-z])", re.IGNORECASE),
)  # fmt: skip
"""A title with a name behind it, and a name beside what papers about one person are called."""
PERSONAL = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.\w|[\w+-]+\.[\w+-]+[ _-]at[ _-][\w-]+\.[a-z]{2,}\.", re.I),
    "an NHS number": re.compile(r"(?<![a-z])nhs[ _-]*(?:no|number)?[ ._-]*\d{3}[ _-]?\d{3}[ _-]?\d{4}(?!\d)", re.I),
    "a National Insurance number": re.compile(r"(?<![A-Z0-9])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Z0-9])", re.I),
    "a telephone number": re.compile(
        rf"(?<!\d)(?:0|(?:\+|00)?44{GAP})(?:[127]\d{{3}}{GAP}\d{{3}}{GAP}\d{{3}}|[12]\d{{2}}{GAP}\d{{3}}{GAP}\d{{4}})(?!\d)"
    ),
    "the number of a crime or of custody": re.compile(
        r"(?<![a-z])(?:crime|occurrence|custody|niche|urn)[ _-]*(?:no|number|ref)?[ _-]*\d{10,11}(?!\d)", re.IGNORECASE
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
    if any(pattern.search(name.translate(SEPARATED)) for pattern in PEOPLE):
        yield Found("file-name", where, "there seems to be the name of a person in it")
    if PROGRAMS.search(name):
        yield Found("file-name", where, "its ending is that of a program")
