"""`scrutiny build`: from records to a site."""

import os
from datetime import datetime
from pathlib import Path

import click

from generators.commands.options import moment, options, site_folder
from generators.commands.telling import explained, progress, tell
from generators.problem import count
from generators.site.build import build as build_site


@click.command()
@options
def build(root: Path, site_dir: Path | None, now: datetime | None) -> None:
    """Check every record and build the site."""
    root = site_folder(root)
    site = (site_dir or root / "site").absolute()
    with explained(), progress() as say:
        built = build_site(root, site, moment(now), say)
    tell(built.warnings)
    shown = os.path.relpath(site / "index.html")
    click.echo(f"{count(built.pages, 'page')}, {built.made:,} of them made anew. Open {shown}")
