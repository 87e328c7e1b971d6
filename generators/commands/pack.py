"""`scrutiny pack`: everything in one bundle, to be kept, verified and handed over."""

import os
from datetime import datetime
from pathlib import Path

import click

from generators.commands.options import moment, site_folder
from generators.commands.options import options as common
from generators.commands.telling import explained, progress, tell
from generators.pack.pack import name_of
from generators.pack.pack import pack as make_pack
from generators.pack.purpose import HANDOVER, PUBLIC
from generators.problem import count


@click.command()
@common
@click.option(
    "--out", default=None, type=click.Path(path_type=Path),
    help="A new folder, or a file whose name ends in .zip. In this folder, named after the day, if not given.",
)  # fmt: skip
@click.option("--public", "is_public", is_flag=True, help="Only what the public may see, for anybody to keep.")
def pack(root: Path, now: datetime | None, out: Path | None, *, is_public: bool, **_: object) -> None:
    """Make one bundle that anybody can verify, for whoever takes over the record.

    It holds every record as the office keeps it, drafts too, with the published site and its data. With --public it
    holds the site and its data only.
    """
    root, when, purpose = site_folder(root), moment(now), PUBLIC if is_public else HANDOVER
    out = (out or Path(f"{name_of(purpose, when)}.zip")).absolute()
    out = Path(os.path.realpath(out.parent)) / out.name
    try:
        with explained(), progress() as say:
            packed = make_pack(root, out, purpose, when, say)
    except OSError as error:
        place = error.filename or os.path.relpath(out)
        raise click.ClickException(f"The pack could not be made. {error.strerror}: {place}") from None
    tell(packed.warnings)
    click.echo(f"{os.path.relpath(out)}: {count(packed.files, 'file')}, {packed.size / 1e6:.1f} MB.")
    if packed.unpublished:
        ahead = f"Its ledger does not know {count(packed.unpublished, 'change')}, not published yet."
        click.echo(f"{ahead} `scrutiny diff` says which. Publish first, and make the bundle then.")
    click.echo(f"{purpose.access} {packed.records}" if purpose is HANDOVER else purpose.access)
