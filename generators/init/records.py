"""The files of a new office: its own record, one of each body, and what every office begins with."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generators.init.answers import OPTIONAL, REQUIRED, Answers, NewBody
from generators.init.explained import explained
from generators.yaml_writer import typed

NEW = Path(__file__).parent / "new"
"""What every office begins with, as it is."""
HIDDEN = {"gitignore": ".gitignore"}
"""What would act on this package if it had its own name in it."""
OFFICE = "content/office.yml"
ACCESSIBILITY = ("#   prepared: 2026-01-05",)
"""How a group of fields is written, of which an office that begins knows one."""
UNSAID = "What it is for, in a few plain sentences. Write it here, then publish the record."


def files(answers: Answers, today: date) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of each."""
    for path in sorted(path for path in NEW.rglob("*") if path.is_file()):
        name = path.relative_to(NEW).as_posix()
        yield HIDDEN.get(name, name), path.read_bytes()
    yield "data/.gitkeep", b""
    yield OFFICE, _office(answers, today).encode()
    for body in answers.bodies:
        yield path_of(body), _body(body, today).encode()


def path_of(body: NewBody) -> str:
    """Where the record of a body lies."""
    return f"content/bodies/{body.id}.yml"


def _office(answers: Answers, today: date) -> str:
    words = explained("office")
    lines = ["# What is left out stands here as a remark, with what it means. Take out the # and write what is right."]
    for field in (*REQUIRED, *OPTIONAL, "about"):
        said = answers.office.get(field, "")
        lines.append(f"{field}: {typed(said)}" if said else f"# {field}: {words[field]}")
    lines += [f"# accessibility: {words['accessibility']}", *ACCESSIBILITY]
    return "\n".join([*lines, *_published(today), ""])


def _body(body: NewBody, today: date) -> str:
    lines = [
        f"name: {typed(body.name)}",
        f"short_name: {typed(body.name)}",
        f"standing: {body.standing}",
        f"remit: {typed(body.remit or UNSAID)}",
    ]
    return "\n".join([*lines, *(_published(today) if body.remit else ["publication: draft"]), ""])


def _published(today: date) -> tuple[str, str]:
    return "publication: published", f"published: {today}"
