"""What lies on the pages of a PDF: comments, redactions that were not carried out, form fields that are not shown."""

from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, Name, Pdf

from generators.inspect.found import Found
from generators.problem import count

PLAIN = frozenset({"/Link", "/Popup", "/PrinterMark", "/TrapNet"})
"""Annotations that say nothing by themselves."""
ACTIVE = frozenset({"/Movie", "/Sound", "/Screen", "/3D", "/RichMedia"})
UNSEEN = 2 | 32
"""The marks of an annotation that is hidden, or not shown on the screen."""
DEEPEST = 20
"""Fields within fields."""


def look_at_annotations(pdf: Pdf) -> Iterator[Found]:
    """What lies on the pages."""
    for number, page in enumerate(pdf.pages, start=1):
        kinds: dict[str, int] = {}
        for one in page.obj.get("/Annots", []):
            if isinstance(one, Dictionary) and (rule := _rule(one)):
                kinds[rule] = kinds.get(rule, 0) + 1
        for rule, many in kinds.items():
            yield Found(rule, f"page {number}", WORDS[rule].format(count(many, NOUNS[rule])))
    if hidden := sum(map(_lies_nowhere, _fields(pdf.Root.get("/AcroForm")))):
        yield Found("hidden-field", "the form", f"{count(hidden, 'field')} with a value that no page shows")


def _fields(form: Any) -> Iterator[Dictionary]:
    """The fields of a form that have no others in them."""
    waiting = [(one, 0) for one in ([] if form is None else form.get("/Fields", []))]
    while waiting:
        one, depth = waiting.pop()
        if not isinstance(one, Dictionary):
            continue
        if "/Kids" in one and depth < DEEPEST:
            waiting += [(inner, depth + 1) for inner in one.Kids]
        else:
            yield one


def _lies_nowhere(field: Dictionary) -> bool:
    return "/Rect" not in field and field.get("/FT") != Name.Sig and _has_value(field)


NOUNS = {
    "redaction-not-applied": "place",
    "embedded-file": "file",
    "active-content": "film or sound",
    "hidden-field": "hidden field",
    "comment": "comment",
}
WORDS = {
    "redaction-not-applied": "{} marked for redaction, with everything beneath still there",
    "embedded-file": "{} attached to the page",
    "active-content": "{}",
    "hidden-field": "{} with a value",
    "comment": "{}, note, mark or box laid on the page",
}


def _rule(one: Dictionary) -> str | None:
    kind = str(one.get("/Subtype", ""))
    if kind == "/Redact":
        return "redaction-not-applied"
    if kind == "/FileAttachment":
        return "embedded-file"
    if kind in ACTIVE:
        return "active-content"
    if kind == "/Widget":
        return "hidden-field" if int(one.get("/F", 0)) & UNSEEN and _has_value(one) else None
    return None if kind in PLAIN or not kind else "comment"


def _has_value(field: Any) -> bool:
    for _ in range(DEEPEST):
        if field is None:
            return False
        if "/V" in field and str(field.V).strip() not in ("", "/Off"):
            return True
        field = field.get("/Parent")
    return False
