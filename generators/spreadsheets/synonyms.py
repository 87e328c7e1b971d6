"""What offices call the columns of their own registers, and the words that stand in them. Data alone.

Names are written as they are compared: small letters, one space between words. With `~` before it, a name can mean
more than one column, so that a person is asked.
"""

from collections.abc import Mapping

COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "gifts": {
        "id": ("ref", "reference", "ref no", "reference number", "unique reference", "entry no", "~no", "~number"),
        "offered": (
            "date offered", "date of offer", "offer date", "date of gift", "date gift offered", "date received",
            "date of receipt", "date given", "date of event", "~date", "~when",
        ),
        "registered": (
            "date registered", "date recorded", "date entered", "date of entry", "date declared", "date of declaration",
            "date added to register", "date of registration", "date logged",
        ),
        "recipient": (
            "offered to", "recipient", "received by", "to whom", "given to", "post", "role", "position", "job title",
            "department", "team", "staff member", "member of staff", "officer", "name of recipient", "rank", "~name",
        ),
        "offered_by": (
            "donor", "donor or host", "offered by", "from", "from whom", "given by", "provided by", "source", "giver",
            "name of donor", "organisation", "company", "host", "provider", "donated by", "offered from", "who from",
            "person or organisation offering", "name of organisation", "donor organisation",
        ),
        "what": (
            "gift", "gift hospitality", "gift or hospitality", "description", "details", "item", "detail",
            "nature of gift",
            "description of gift", "details of gift", "gift details", "details of gift or hospitality",
            "nature of offer",
            "description of gift or hospitality", "details of gift hospitality", "gift or hospitality offered", "offer",
            "what was offered", "gift offered", "gift hospitality offered",
        ),
        "kind": ("type", "category", "gift type", "type of gift", "type of offer"),
        "value": (
            "value", "approximate value", "approx value", "estimated value", "est value", "value of gift", "cost",
            "amount", "value if known", "worth",
        ),
        "answer": (
            "accepted", "accepted declined", "accepted or declined", "accepted refused", "outcome", "decision",
            "response",
            "declined", "refused", "declined y n", "declined yes no",
            "action", "accepted yes no", "accepted y n", "status",
        ),
        "became": ("use", "disposal", "what happened", "action taken", "how used", "what became of it",
            "outcome of gift"),
        "passed_to": ("passed to", "donated to", "beneficiary", "given on to", "charity"),
        "reason": ("reason", "reason for accepting", "reason for offer", "justification", "rationale",
            "reason for decision"),
        "approved_by": ("approved by", "authorised by", "authorising officer", "line manager", "agreed by",
            "signed off by"),
    },
    "dip-samples": {
        "file": ("file", "file number", "ref", "ref no", "reference", "case", "case number", "case ref",
            "complaint ref",
                 "file ref", "file no", "case no", "complaint number"),
        "categories": ("category", "type", "allegation type", "complaint type", "nature of complaint"),
        "allegations": ("allegation", "allegations"),
        "route": ("route", "how dealt with", "method of resolution", "disposal"),
        "view": ("view", "panel view", "members view", "opinion", "assessment", "reviewers view", "outcome", "grade",
                 "finding"),
        "comment": ("comments", "comment", "reviewers notes", "notes", "members comments", "panel comments",
            "observations",
                    "feedback", "remarks"),
        "response": ("response", "force response", "reply", "psd response", "answer from force"),
        "responded_on": ("reply date", "response date", "date of response", "date of reply"),
        "learning": ("learning", "lessons", "lessons learnt", "lessons learned", "learning identified"),
    },
    "recommendations": {
        "ref": ("reference", "recommendation", "action ref", "rec no", "recommendation ref", "action"),
        "date": ("date", "update date", "date of update", "as at"),
        "status": ("status", "progress", "state", "position"),
        "note": ("note", "update", "comment", "comments", "narrative", "progress update", "latest update"),
        "rag": ("rag", "rag status", "rag rating"),
        "by": ("owner", "by", "lead", "updated by", "responsible"),
        "evidence_address": ("evidence", "link", "evidence link"),
    },
    "letters": {
        "ref": ("reference", "action ref"),
        "to": ("to", "recipient", "addressee", "sent to"),
        "about": ("about", "subject", "re", "topic"),
        "sent": ("sent", "date sent", "sent on", "date of letter"),
        "replied": ("replied", "date of reply", "reply received", "date replied", "response received"),
    },
    "forward-plans": {
        "subject": ("subject", "item", "agenda item", "topic", "title", "report", "~theme"),
        "when": ("when", "month", "quarter", "due", "meeting month"),
        "date": ("date", "meeting date", "date of meeting"),
        "lead": ("lead", "lead officer", "owner", "author", "report author", "responsible", "presented by"),
        "meeting": ("meeting",),
        "matter": ("matter",),
    },
    "performance": {
        "period": ("period", "month", "quarter", "year", "date", "month ending", "financial year"),
        "value": ("value", "figure", "number", "count", "total", "volume", "rate", "percentage", "actual"),
        "numerator": ("numerator",),
        "denominator": ("denominator", "out of", "base"),
        "note": ("note", "notes", "comment", "comments"),
    },
    "tables": {"label": ("label", "row", "~category", "~name")},
}  # fmt: skip

WORDS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "gifts": {
        "answer": {
            "a": "accepted", "y": "accepted",
            "yes": "accepted", "true": "accepted", "received": "accepted", "taken": "accepted",
            "accept": "accepted", "kept": "accepted",
            "d": "declined", "n": "declined",
            "no": "declined", "false": "declined", "refused": "declined", "rejected": "declined",
            "not accepted": "declined", "decline": "declined", "turned down": "declined",
                "politely declined": "declined",
            "sent back": "returned", "given back": "returned", "return": "returned",
            "n/a": "not stated", "unknown": "not stated", "not known": "not stated", "not recorded": "not stated",
        },
        "kind": {
            "gifts": "gift", "hosp": "hospitality", "meal": "hospitality", "lunch": "hospitality",
                "dinner": "hospitality",
            "tickets": "hospitality", "event": "hospitality", "gratuities": "gratuity", "tip": "gratuity",
        },
    },
    "recommendations": {
        "status": {
            "ongoing": "in progress", "in-progress": "in progress", "underway": "in progress", "started": "in progress",
            "amber": "in progress", "on track": "in progress",
             "closed": "complete", "completed": "complete", "done": "complete",
            "implemented": "complete", "not started": "open", "outstanding": "open", "new": "open",
            "not accepted": "rejected", "replaced": "superseded",
        },
    },
    "dip-samples": {"learning_for": {"organisation": "organisational", "force": "organisational",
        "officer": "individual"}},
}  # fmt: skip
"""By register and column, other words than ours, and ours."""

_NO: Mapping[str, str] = {
    "y": "declined", "yes": "declined", "true": "declined", "x": "declined", "✓": "declined",
    "n": "accepted", "no": "accepted", "false": "accepted",
}  # fmt: skip
TURNED: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "gifts": dict.fromkeys(("declined", "refused", "declined y n", "declined yes no"), _NO)
}
"""By register and the name of a column that asks for the opposite of ours: what stands there, and ours."""

EMPTY = {"n/a", "na", "n.a", "n/k", "nk", "-", "--", "–", "—", "tbc", "tba", "not known", "unknown", "not applicable",
         "none", "not stated", "not recorded", "not given", "to be confirmed", "?", "not yet", ".", "awaited",
         "awaiting reply", "no reply yet", "not yet received"}  # fmt: skip
"""Said in a cell for a day, a number or a choice, that there is none."""
NOUGHT = {"nil", "zero", "nought"}
"""Said in a cell for a number, that it is none."""
YES = {"y": "yes", "yes": "yes", "true": "yes", "1": "yes", "x": "yes", "✓": "yes", "✔": "yes", "☑": "yes",
       "n": "no", "no": "no", "false": "no", "0": "no", "✗": "no", "✘": "no", "☐": "no"}  # fmt: skip
