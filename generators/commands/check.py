"""`scrutiny check`: whether every record is right."""

from datetime import datetime
from pathlib import Path

import click

from generators.check import load
from generators.commands.options import moment, office_folder, options
from generators.commands.telling import explained, tell
from generators.minutes.waiting import waiting
from generators.spreadsheets.intent import begun
from generators.summary import summary


@click.command()
@options
def check(root: Path, now: datetime | None, **_: object) -> None:
    """Read and check every record; write no page."""
    folder = office_folder(root)
    if told := begun(folder):
        click.echo(f"{told} The next `scrutiny import` finishes it.", err=True)
    with explained():
        archive = load(folder, moment(now))
    tell(archive.warnings)
    click.echo(summary(archive, moment(now)))
    for id in waiting(folder):
        click.echo(f"Proposed for {id}, and not in place: read it, then `scrutiny import meeting --take {id}`.")
