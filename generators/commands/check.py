"""`scrutiny check`: whether every record is right."""

from datetime import datetime
from pathlib import Path

import click

from generators.check import load
from generators.commands.options import moment, office_folder, options
from generators.commands.telling import explained, tell
from generators.commands.unfinished import broken_off, proposals
from generators.summary import summary


@click.command()
@options
def check(root: Path, now: datetime | None, **_: object) -> None:
    """Read and check every record; write no page."""
    folder, when = office_folder(root), moment(now)
    for line in broken_off(folder):
        click.echo(line, err=True)
    with explained():
        archive = load(folder, when)
    tell(archive.warnings)
    click.echo(summary(archive, when))
    for line in proposals(folder):
        click.echo(line)
