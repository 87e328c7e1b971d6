"""`scrutiny check`: whether every record is right."""

from datetime import datetime
from pathlib import Path

import click

from generators.check import load
from generators.commands.options import moment, office_folder, options
from generators.commands.telling import explained, tell
from generators.summary import summary


@click.command()
@options
def check(root: Path, now: datetime | None, **_: object) -> None:
    """Read and check every record; write no page."""
    with explained():
        archive = load(office_folder(root), moment(now))
    tell(archive.warnings)
    click.echo(summary(archive, moment(now)))
