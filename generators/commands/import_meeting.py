"""`scrutiny import meeting`: an agenda, minutes or a whole pack, read into drafts."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click

from generators.commands.options import Moment, moment, office_folder
from generators.commands.telling import progress


@click.command("meeting")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--body", default="", help="The body that met, by id, where the document does not name it.")
@click.option("--date", "day", default=None, type=Moment(), help="The day of the meeting, like 2017-09-22.")
@click.option(
    "--into",
    default=None,
    type=click.Path(path_type=Path, file_okay=False),
    help="Write into this folder, and not among the records.",
)
@click.option(
    "--root",
    default=".",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder with content/ and data/; this one if not given.",
)
@click.option(
    "--now", default=None, type=Moment(), help="Act as if it were this moment: 2026-12-01 or 2026-12-01T09:00."
)
def import_meeting(
    file: Path, body: str, day: datetime | None, into: Path | None, root: Path, now: datetime | None
) -> None:  # fmt: skip
    """Read FILE (DOCX, PDF or text) and draft the record of its meeting and of each paper.

    Everything is written as a draft: the program drafts, you decide. Nothing is overwritten.
    """
    from generators.minutes.importing import imported
    from generators.minutes.refusal import CannotRead

    folder = office_folder(root)
    if into and any(into.resolve().is_relative_to(folder / name) for name in ("content", "data")):
        raise click.ClickException(f"{into} is among the records. Leave out --into, or choose a folder elsewhere.")
    try:
        with _reading() as say:
            done = imported(file, folder, moment(now), body, _day(day), into.resolve() if into else None, say)
    except CannotRead as refused:
        raise click.ClickException(f"{file.name}: {refused} Nothing was written.") from None
    for line in done:
        click.echo(line)


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


@contextmanager
def _reading() -> Iterator[Callable[[int, int], None]]:
    """The page that is being read, on a terminal."""
    with progress() as say:
        if sys.stderr.isatty():
            yield lambda page, pages: say(f"Reading page {page} of {pages}")
        else:
            yield lambda page, pages: None  # noqa: ARG005 - nobody looks
