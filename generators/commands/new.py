"""`scrutiny new`: a record or a row, begun with what is known already."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generators.commands import telling
from generators.commands.options import moment, office_folder, office_options
from generators.commands.telling import explained, progress
from generators.new.kinds import Unclear, kind_named
from generators.problem import count
from generators.record import Kind
from generators.references import noun_in_words

if TYPE_CHECKING:
    from generators.archive import Archive
    from generators.new.complete import Filled


@click.command()
@click.argument("kind", nargs=-1, required=True)
@office_options
@click.option(
    "--set", "said", multiple=True, help='A field and its value: "title=Use of force", "items.1.title=Welcome".'
)
@click.option("--yes", is_flag=True, help="Ask nothing: take what is proposed.")
def new(kind: tuple[str, ...], root: Path, now: datetime | None, said: tuple[str, ...], *, yes: bool) -> None:
    """Begin a record or a row of a register: KIND is meeting, paper, visit, gift, measure and so on."""
    from generators.check import looked_over
    from generators.new.asking import ask, asked_again
    from generators.new.given import given
    from generators.new.write import begin

    meant = _meant(" ".join(kind))
    root, when = office_folder(root), moment(now)
    may_ask = not yes and telling.is_terminal()
    with explained(), progress() as say:
        say("Reading and checking the records")
        archive, found = looked_over(root, when)
        before = {one for one in found if not one.is_warning}
    if before:
        click.echo(f"{count(len(before), 'problem')} in the records already: `scrutiny check` tells more.", err=True)
    with _told_apart(meant), explained():
        known = given(archive, meant, said)
        asking = (ask, asked_again) if may_ask else (None, None)
        filled, planned = begin(root, archive, before, meant, known, when, *asking)
    _tell(meant, planned.path, planned.id, planned.files)
    _note(archive, meant, filled)
    if may_ask:
        _open(root / planned.path)


def _meant(words: str) -> Kind:
    try:
        return kind_named(words)
    except Unclear as unclear:
        raise click.ClickException(str(unclear)) from None


@contextmanager
def _told_apart(kind: Kind) -> Iterator[None]:
    """Why a record cannot be begun: something is missing, something does not fit, or it is there already."""
    from generators.in_place import Changed
    from generators.new.complete import Incomplete
    from generators.new.given import Refused
    from generators.new.place import Misplaced
    from generators.new.row import Unfit

    try:
        yield
    except Incomplete as missing:
        fields = " ".join(f'--set "{_flag(name)}=…"' for name in missing.names)
        raise click.UsageError(
            f"A new {noun_in_words(kind.noun)} needs these too: {', '.join(missing.names)}. Add {fields}"
        ) from None
    except (Changed, Refused, Misplaced, Unfit, ValueError) as wrong:
        raise click.ClickException(f"{wrong}\nNothing was written.") from None
    except FileExistsError as error:
        raise click.ClickException(f"{error.filename2} is there already, and is left as it is.") from None


def _flag(name: str) -> str:
    """A field as it is given with an option: `items 1, title` is `items.1.title`."""
    return name.replace(", ", ".").replace(" ", ".")


def _tell(kind: Kind, path: str, id: str, files: Mapping[str, bytes]) -> None:
    from generators.new.place import is_row
    from generators.new.then import then

    if is_row(kind):
        click.echo(f"Added to {path}: row {id.rpartition('/')[2]}")
        return
    click.echo(f"Written: {', '.join(files)}")
    for line in then(kind, id, path):
        click.echo(line)


def _note(archive: "Archive", kind: Kind, filled: "Filled") -> None:
    from generators.new.write import is_public_at_once

    if is_public_at_once(archive, kind, filled, filled.values):
        side = archive.records[str(kind.within)][filled.within].path
        click.echo(f"{side} publishes its rows: this one is public with the next publication.")


def _open(file: Path) -> None:
    """Open the file in the editor that the person has chosen, if one is; never by way of a shell."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if editor.strip():
        try:
            words = [editor] if shutil.which(editor) else shlex.split(editor)  # its path can hold spaces
            subprocess.run([*words, str(file)], check=False)
        except (OSError, ValueError):
            click.echo(f"The editor {editor} could not be started. Open {file} in another.", err=True)
