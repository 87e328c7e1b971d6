"""`scrutiny import meeting`: an agenda, minutes or a whole pack, read into drafts."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generators.commands.options import Moment, moment, office_folder, office_options
from generators.commands.telling import progress
from generators.in_place import Changed, put


@click.command("meeting")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--body", default="", help="The body that met, by id, where the document does not name it.")
@click.option("--date", "day", default=None, type=Moment(), help="The day of the meeting, like 2017-09-22.")
@click.option("--meeting", default="", help="The meeting it is of, by id, where body and day do not tell.")
@click.option("--take", default="", metavar="MEETING", help="Put in place what was proposed for this meeting.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option(
    "--into",
    default=None,
    type=click.Path(path_type=Path, file_okay=False),
    help="Write into this folder, and not among the records.",
)
@office_options
def import_meeting(
    file: Path | None, take: str, into: Path | None, root: Path, now: datetime | None, *, dry_run: bool, **given: Any
) -> None:  # fmt: skip
    """Read FILE (DOCX, PDF or text) and draft the record of its meeting and of each paper.

    Everything is written as a draft: the program drafts, you decide. Nothing is overwritten. Where the meeting has a
    record already, what the document adds to it is written beside it, as a proposal; --take puts that in place.
    """
    folder = office_folder(root)
    if bool(file) == bool(take):
        raise click.UsageError("Give the file with the agenda or the minutes, or --take with the id of a meeting.")
    if take and (into or dry_run or any(given.values())):
        raise click.UsageError("--take puts in place what was proposed before. It goes with nothing but --root.")
    if into and any(into.resolve().is_relative_to(folder / name) for name in ("content", "data")):
        raise click.ClickException(f"{into} is among the records. Leave out --into, or choose a folder elsewhere.")
    lines = _imported(file, folder, moment(now), into, dry_run=dry_run, **given) if file else _taken(take, folder, now)
    for line in lines:
        click.echo(line)


def _imported(
    file: Path, folder: Path, now: datetime, into: Path | None, *,
    body: str, day: datetime | None, meeting: str, dry_run: bool,
) -> Sequence[str]:  # fmt: skip
    """What is said of a file that was read and, unless it was only asked for, of what was written."""
    from generators.minutes.importing import imported
    from generators.minutes.refusal import CannotRead

    apart = into.resolve() if into else None
    try:
        with _reading() as say:
            files, lines = imported(file, folder, now, body, day.date() if day else None, meeting, apart, say)
        if not dry_run:
            put(apart or folder, files)
    except (CannotRead, Changed, FileExistsError) as refused:
        raise click.ClickException(f"{file.name}: {refused} Nothing was written.") from None
    return [*lines, "Nothing was written."] if dry_run or not files else lines


def _taken(meeting: str, folder: Path, now: datetime | None) -> Sequence[str]:
    """What is said of a proposal that was put in place."""
    from generators.minutes.refusal import CannotRead
    from generators.minutes.taking import taken

    try:
        return taken(meeting, folder, moment(now))
    except (CannotRead, Changed) as refused:
        raise click.ClickException(f"{refused}\nNothing was written.") from None


@contextmanager
def _reading() -> Iterator[Callable[[int, int], None]]:
    """The page that is being read, on a terminal."""
    with progress() as say:
        if sys.stderr.isatty():
            yield lambda page, pages: say(f"Reading page {page} of {pages}")
        else:
            yield lambda page, pages: None  # noqa: ARG005 - nobody looks
