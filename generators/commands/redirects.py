"""`scrutiny redirects`: where every address that was ever published leads now."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from generators.check import load
from generators.commands.options import moment, office_folder
from generators.commands.options import options as common
from generators.commands.telling import explained, progress
from generators.follow.publisher import publisher
from generators.last_published import last_published
from generators.redirects import lists, servers
from generators.redirects.addresses import Address, addresses
from generators.redirects.place import SitePlace, place
from generators.render import render, site_name

FORMATS: Mapping[str, Callable[[Sequence[Address], SitePlace], str]] = {
    "csv": lists.as_csv,
    "json": lists.as_json,
    "apache": servers.apache,
    "nginx": servers.nginx,
    "netlify": servers.netlify,
    "caddy": servers.caddy,
}


@click.command()
@common
@click.option(
    "--format", "format_", default="csv", type=click.Choice(tuple(FORMATS)),
    help="csv and json list every address; the others are rules for a server. csv if not given.",
)  # fmt: skip
@click.option("--to", default="", help="The address to which the whole site moves, like https://record.example.org/.")
def redirects(root: Path, now: datetime | None, format_: str, to: str, **_: object) -> None:
    """List every address that was ever published, and where it leads now."""
    root, when = office_folder(root), moment(now)
    with explained(), progress() as say:
        say("Reading and checking the records")
        archive = last_published(root)(load(root), when)
    try:
        where = place(publisher(archive, site_name(archive)).address, to)
    except ValueError:
        raise click.BadParameter(
            f'"{to}" is not a place for a site. Write it like https://record.example.org/.', param_hint="--to"
        ) from None
    listed = FORMATS[format_](addresses(render(archive, when, root), root), where)
    click.echo(listed.encode(), nl=False)  # as bytes: what is written into a file is the same on every system
