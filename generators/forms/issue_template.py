"""A form as GitHub reads it: every word between quotation marks, so that none is taken for anything but a text."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generators.forms.form import Form, FormQuestion

FOLDER = ".github/ISSUE_TEMPLATE"
MARK = "# Made by the command `scrutiny forms` from the records and what their fields mean. It is written anew by it."
CONFIG = ("config.yml", {"blank_issues_enabled": False})
"""Whoever has something to say is shown the forms."""


def files(forms: Sequence[Form]) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of each."""
    name, settings = CONFIG
    yield f"{FOLDER}/{name}", _bytes(settings)
    for form in forms:
        yield f"{FOLDER}/{form.name}.yml", _bytes(_form(form))


def _bytes(value: Mapping[str, Any]) -> bytes:
    return "\n".join([MARK, *_group(value), ""]).encode()


def _form(form: Form) -> dict[str, Any]:
    return {
        "name": form.title,
        "description": form.words,
        "title": form.begins,
        "labels": [form.label],
        "body": [{"type": "markdown", "attributes": {"value": form.warning}}, *map(_asked, form.questions)],
    }


def _asked(question: FormQuestion) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label, "description": question.meaning}
    if question.choices:
        attributes["options"] = list(question.choices)
    elif question.example:
        attributes["placeholder"] = question.example
    kind = "dropdown" if question.choices else "textarea" if question.is_long else "input"
    made: dict[str, Any] = {"type": kind, "id": question.name, "attributes": attributes}
    return {**made, "validations": {"required": True}} if question.is_needed else made


def _group(group: Mapping[str, Any]) -> Iterator[str]:
    for name, value in group.items():
        if isinstance(value, dict):
            yield f"{name}:"
            yield from (f"  {line}" for line in _group(value))
        elif isinstance(value, list):
            yield f"{name}:"
            yield from (f"  {line}" for entry in value for line in _entry(entry))
        else:
            yield f"{name}: {_typed(value)}"


def _entry(entry: Any) -> Iterator[str]:
    first, *rest = _group(entry) if isinstance(entry, dict) else [_typed(entry)]
    yield f"- {first}"
    yield from (f"  {line}" for line in rest)


def _typed(value: Any) -> str:
    """A text as JSON writes it, which YAML reads as the same text; true and false likewise."""
    return json.dumps(value, ensure_ascii=False)
