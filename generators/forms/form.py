"""The forms there are: which fields of a record each asks for, in the words and closed lists of the record itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import get_type_hints

from generators.archive import Archive
from generators.field_guide.examples import example
from generators.groups import closed_list, needed_fields
from generators.meanings import meanings
from generators.record import Kind, Record
from generators.register import Register

MEETING, GIFT, CORRECTION = "new-meeting", "new-gift", "report-a-correction"
OF_MEETING = ("body", "date", "start", "place", "online", "public", "title", "contact")
OF_GIFT = (
    "offered", "registered", "recipient", "offered_by", "what", "kind", "value", "answer", "became", "passed_to",
    "reason", "approved_by",
)  # fmt: skip
"""The fields that are asked for. The others follow from these, or are written in the record itself."""
NO_CHOICE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class FormQuestion:
    """One question, and what can be answered."""

    name: str
    """The field that it fills."""
    label: str
    """What the form calls it. No two of a form are the same."""
    meaning: str
    example: str = ""
    is_needed: bool = False
    is_long: bool = False
    """Whether the answer can have several lines."""
    choices: Mapping[str, str] = field(default_factory=lambda: NO_CHOICE)
    """What can be chosen, and what each choice stands for in the record; empty where the answer is free."""


@dataclass(frozen=True)
class Form:
    """One form. Its first question is like that of no other form: by it an answer is known."""

    name: str
    title: str
    words: str
    """What it is for, in one line."""
    begins: str
    """How the title of what is sent begins."""
    label: str
    warning: str
    questions: Sequence[FormQuestion]


PUBLIC = "What you write here can be read by everybody, from this moment on, whatever becomes of it."
NO_NAMES = "Name people who work here by their role, and no private person. Leave out what is not public yet."
NO_COMPLAINT = (
    "Please do not write about a complaint of your own, and give no names, addresses or telephone numbers of private "
    "people."
)


def forms(archive: Archive) -> tuple[Form, ...]:
    """Every form that there can be: a meeting needs a body, and an offer a register whose rows can be drafts."""
    bodies = {f"{_of(body, 'name')} ({id})": id for id, body in archive.records["body"].items() if _is_public(body)}
    registers = {f"{register.title} ({register.id})": register.id for register in with_drafts(archive)}
    return (
        *([_meeting(archive.kind_called("meeting"), bodies)] if bodies else []),
        *([_gift(archive.kind_called("gift-offer"), registers)] if registers else []),
        Form(
            CORRECTION, "Report a correction", "Something on the public record is wrong, missing or cannot be read.",
            "Correction: ", "correction", f"{PUBLIC} {NO_COMPLAINT}", CORRECTED,
        ),
    )  # fmt: skip


CORRECTED = (
    FormQuestion(
        "page", "Page", "Its address; the link beside a row or a paragraph leads right there.", is_needed=True
    ),
    FormQuestion("wrong", "What is wrong", "What stands there now.", is_needed=True, is_long=True),
    FormQuestion("right", "What would be right", "And where it says so: a paper, its page and its date.", is_long=True),
)  # fmt: skip


def with_drafts(archive: Archive) -> Iterator[Register]:
    """The gifts registers in whose rows a column says that one is a draft: what a form adds is never public at once."""
    for register in archive.records["gifts-register"].values():
        if isinstance(register, Register) and _is_public(register) and "publication" in register.columns:
            yield register


def _meeting(kind: Kind, bodies: Mapping[str, str]) -> Form:
    questions = [_question(kind, name, bodies if name == "body" else NO_CHOICE) for name in OF_MEETING]
    words = "A meeting is to be put on the calendar."
    return Form(MEETING, "New meeting", words, "Meeting: ", "meeting", f"{PUBLIC} {NO_NAMES}", questions)


def _gift(kind: Kind, registers: Mapping[str, str]) -> Form:
    first = FormQuestion(
        "register", "Register", "The register in which it is entered.", is_needed=True, choices=registers
    )
    questions = (first, *(_question(kind, name) for name in OF_GIFT))
    words = "A gift or hospitality was offered, accepted or not."
    return Form(GIFT, "New gift", words, "Gift: ", "gift", f"{PUBLIC} {NO_NAMES}", questions)


def _question(kind: Kind, name: str, choices: Mapping[str, str] = NO_CHOICE) -> FormQuestion:
    """The question for a field of a record."""
    hint = get_type_hints(kind.type, include_extras=True)[name]
    return FormQuestion(
        name,
        name.replace("_", " ").capitalize(),
        meanings(kind.type)[name],
        str(example(kind.type, name) or ""),
        name in needed_fields(kind.type),
        choices=choices or {word: word for word in closed_list(hint)},
    )


def _is_public(record: Record) -> bool:
    return record.publication == "published"


def _of(record: Record, name: str) -> str:
    return str(getattr(record, name))
