"""`scrutiny init`: the folder of a new office."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generators.commands import telling
from generators.commands.options import Command, moment, now_option
from generators.commands.telling import progress
from generators.editors.files import FOLDER as EDITORS
from generators.init import create
from generators.init.answers import OPTIONAL, REQUIRED, Answers, NewBody, body_of
from generators.init.explained import explained
from generators.init.questions import ask
from generators.init.wrong import wrong


def _fields(command: Command) -> Command:
    """An option for each field of the office's record that is asked for, explained as the field guide does."""
    words = explained("office")
    for field in reversed((*REQUIRED, *OPTIONAL)):
        command = click.option(f"--{field.replace('_', '-')}", field, help=words[field])(command)
    return command


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_fields
@click.option("--body", "advisory", multiple=True, help='A body that advises: "Ethics Panel: what it is for".')
@click.option("--statutory-body", "statutory", multiple=True, help="The same of a body that the law requires.")
@click.option("--yes", is_flag=True, help="Ask nothing: what is not given is left out.")
@now_option
def init(
    folder: Path,
    advisory: tuple[str, ...],
    statutory: tuple[str, ...],
    *,
    yes: bool,
    now: datetime | None,
    **given: Any,
) -> None:
    """Begin the site of a new office in FOLDER, which must be new or empty."""
    if not create.is_free(folder):
        raise click.ClickException(f"{folder} holds something already, and it is left as it is. Choose a new folder.")
    today = moment(now).date()
    office = {field: words for field in (*REQUIRED, *OPTIONAL) if (words := given[field]) is not None}
    bodies = (*(body_of(one, "statutory") for one in statutory), *(body_of(one, "advisory") for one in advisory))
    answers = _complete(Answers(office, bodies), today, may_ask=not yes and telling.is_terminal())
    _refuse(answers, today)
    try:
        with progress() as say:
            say("Writing and checking the first records")
            written = create.create(folder.absolute(), answers, today)
    except OSError as error:
        raise click.ClickException(f"The office could not begin. {error.strerror}: {error.filename}") from None
    _tell(folder, written, answers.bodies)


def _complete(answers: Answers, today: date, *, may_ask: bool) -> Answers:
    """The answers with what was missing. Where nobody can be asked, that is told of at once."""
    if may_ask:
        return ask(answers, today)
    missing = [f"--{field.replace('_', '-')}" for field in REQUIRED if field not in answers.office]
    if missing:
        raise click.UsageError(f"An office needs these too: {', '.join(missing)}.")
    return answers


def _refuse(answers: Answers, today: date) -> None:
    found = wrong(answers, today)
    if found:
        raise click.ClickException("\n".join([*found, "Nothing was written."]))


def _tell(folder: Path, written: tuple[str, ...], bodies: tuple[NewBody, ...]) -> None:
    click.echo(f"The office begins in {os.path.relpath(folder)}:")
    for path in written:
        if not path.startswith(EDITORS):
            click.echo(f"  {path}")
    click.echo(f"  {EDITORS}/, by which an editor completes and checks records while you type")
    drafts = [body.name for body in bodies if not body.remit]
    if drafts:
        click.echo(f"Drafts until somebody writes what they are for: {', '.join(drafts)}.")
    click.echo("Look at it: go there and give the command `scrutiny serve`. README.md says what comes next.")
