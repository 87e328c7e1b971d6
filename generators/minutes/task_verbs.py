"""The verbs of the work that meetings hand out, and the words that tell a task from what is only told."""

import re

PLAIN = (
    r"contact|write|send|circulate|e-?mail|arrange|organise|organize|investigate|look\s+(?:into|at)|find\s+(?:out|ways)|check|"
    r"follow\s+(?:this\s+|that\s+|it\s+)?up|chase|liaise|meet\s+with|speak\s+(?:to|with)|ask|invite|obtain|seek|draft|prepare|"
    r"bring|report\s+back|feed\s*back|come\s+back|go\s+back|share|forward|distribute|raise|explore|examine|research|"
    r"consult|review|add|amend|revise|remove|include|pursue|convene|publish|advertise|compile|produce|order|purchase|"
    r"identify|monitor|establish|develop|set\s+up|respond|reply|undertake|complete|submit|work|ensure|place|install|repair|"
    r"take\s+(?:this|that|it|the\s+\w+)\s+(?:up|away|back|forward)|consider\s+(?:whether|how|if|what|ways|options|the\s+options)|"
    r"give\s+consideration"
)
"""Verbs that ask for work after the meeting, in their plain form."""
HERE_TOO = r"provide|give|present|supply|confirm|clarify|report|advise|update|explain|inform|set\s+out|consider"
"""Verbs of which as much is done at the meeting itself: only a word such as `future` makes a task of them."""
LATER = re.compile(
    r"\b(?:in\s+(?:the\s+)?future|future\s+(?:\w+\s+){0,2}(?:meetings?|reports?|papers?|updates?|agendas?)|"
    r"(?:next|later|subsequent|following|forthcoming)\s+(?:\w+\s+){0,2}(?:meetings?|reports?|papers?|updates?)|"
    r"(?:after|following|outside(?:\s+of)?)\s+(?:the|this)\s+meeting|in\s+writing|written|in\s+due\s+course|"
    r"be\s+(?:circulated|sent|shared|forwarded|e-?mailed)|briefing\s+(?:note|paper)|to\s+(?:all\s+)?(?:members|councillors|trustees|governors))\b",
    re.I,
)
DONE = (
    r"(?:also\s+|further\s+|then\s+|therefore\s+)?(?:provided|included|circulated|given|identified|shared|brought|added|presented|reported|sent|"
    r"supplied|made|published|explained|considered|explored|investigated|arranged|contacted|invited|raised|reviewed|"
    r"shown|displayed|listed|updated|amended|submitted|set\s+out|looked\s+(?:into|at)|followed\s+up|produced|prepared|written|chased|broken\s+down|"
    r"undertaken|carried\s+out|organised|convened|forwarded|e-?mailed|distributed|placed|removed|corrected|installed|repaired)"
)
"""The same verbs of what is to be done."""
SPOKE = (
    r"(?:said|stated|advised|confirmed|explained|replied|responded|assured|informed|reported|indicated|added|answered|offered|suggested|"
    r"committed|promised|agreed|undertook)"
)
SERVANTS = (
    r"(?:officers|staff|management|administration|secretariat|governance|(?:the\s+)?(?:\w+\s+)?(?:clerk|secretary|administrator|convener|superintendent|manager|treasurer|director|commissioner|chief))"
)  # fmt: skip
"""Those who serve a body, as minutes call them in small letters."""
WHO = (
    rf"(?P<who>(?:[Tt]he\s+)?(?:(?i:{SERVANTS})|[A-Z][\w’'./-]*(?:\s+(?:[A-Z][\w’'./&-]*|of|and|for|the|&))*"
    rf"(?:\s+(?i:{SERVANTS}))?))"
)
"""Whoever could be given a task, by role or name."""
MOST_WORDS = 9
TOLD_OF = re.compile(
    r"\b(?:had|previously|earlier)\s+(?:been\s+)?(?:asked|requested|agreed)\b|\bpublic\b|\bresidents?\b|\bapplicants?\b|\bcomplainants?\b|"
    r"\bwould\s+have\b|\bwas\s+not\b|\bdid\s+not\b|\bif\s+(?:he|she|they|it)\s+would\b|\boutstanding\s+action\b",
    re.I,
)
"""What makes of such a sentence the story of something else."""
