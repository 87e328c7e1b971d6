"""A question to somebody at a terminal. An answer that would not do is told of, and asked for again."""

from typing import Any

import click

from generators.archive import Archive
from generators.new.complete import Filled, Prompt, prompt_for, typed_of
from generators.new.values import type_at, with_value
from generators.new.write import Planned
from generators.problem import Problems
from generators.proposed import ID, WITHIN, Proposed
from generators.record import Kind

LEAVE_OUT = "-"
"""The answer that leaves out what was proposed."""


def ask(question: Prompt) -> str:
    """The answer; empty where the field is left out."""
    proposed = question.proposed.value
    shown = "; ".join(map(str, proposed)) if isinstance(proposed, list) else str(proposed or "")
    if isinstance(proposed, dict):
        shown = "; ".join(f"{name}: {words}" for name, words in proposed.items())
    click.echo(
        f"\n{question.name}{'' if question.needed else ' (may be left out)'}: {' '.join(question.meaning.split())}"
    )
    if question.like:
        click.echo(f"  {question.like}")
    if shown:
        because = f" ({question.proposed.because})" if question.proposed.because else ""
        leave = "" if question.needed else f", {LEAVE_OUT} leaves it out"
        click.echo(f"  Enter takes: {shown}{because}{leave}")
    while True:
        said: str = click.prompt(">", default=shown, show_default=False, prompt_suffix=" ").strip()
        if said == LEAVE_OUT and not question.needed:
            return ""
        found = question.wrong(said) if said else ("this is needed.",) if question.needed else ()
        if not found:
            return said
        for message in found:
            click.echo(f"  {message[:1].upper()}{message[1:]}", err=True)


def asked_again(
    archive: Archive, kind: Kind, filled: Filled, planned: Planned, problems: Problems
) -> dict[str, Any] | None:
    """What is known with one more field, where the record did not check with the others; None where nobody goes on."""
    own = [problem for problem in problems.problems if problem.path in planned.files]
    for problem in own or problems.problems:
        click.echo(f"  {f'{problem.field}: ' if problem.field else ''}{problem.message}", err=True)
    known = {**filled.values, WITHIN: filled.within, ID: filled.own}
    while own:
        name: str = click.prompt(
            "\nWhich field is to say more, or something else? Enter stops.\n>",
            default="",
            show_default=False,
            prompt_suffix=" ",
        )
        if not name.strip():
            return None
        way = tuple(name.strip().split("."))
        try:
            type_at(kind.type, way)
        except KeyError:
            click.echo(f"  There is no field {name} in a {kind.noun}.", err=True)
            continue
        said = ask(prompt_for(archive, kind, known, way, Proposed(None), is_needed=False))
        more: dict[str, Any] = with_value(known, way, typed_of(kind, way, said))
        return more
    return None
