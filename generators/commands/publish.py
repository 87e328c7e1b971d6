"""`scrutiny publish`: a build that continues the ledger."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from generators.archive import Archive
from generators.build import build as build_site
from generators.check import load
from generators.commands import diff
from generators.commands.options import moment, options, site_folder
from generators.commands.telling import explained, progress, tell
from generators.ledger.checkpoint import Key, read_key
from generators.ledger.commitment import new_salt
from generators.ledger.copy import copy_into, keep_copy
from generators.ledger.history import Draft
from generators.ledger.publish import Last, Publishing, first, last_of, published
from generators.ledger.words import in_words
from generators.problem import count


@click.command()
@options
@click.option("--last", default=None, help="The last published site: its address, or its folder.")
@click.option("--first", "is_first", is_flag=True, help="Begin a ledger, where there never was one.")
@click.option("--key", default=None, type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="An Ed25519 key in PEM, to sign the checkpoint with.")  # fmt: skip
@click.option("--copy-to", default=None, type=click.Path(path_type=Path, file_okay=False),
              help="Another folder for a copy of the ledger, like that of a branch.")  # fmt: skip
@click.option("--new-form", default="", metavar="WHY", help="Why records are written in another form, this one time.")
@click.option("--dry-run", is_flag=True, help="Only say what would be published, changed and withdrawn.")
def publish(
    root: Path,
    site_dir: Path | None,
    now: datetime | None,
    last: str | None,
    key: Path | None,
    copy_to: Path | None,
    new_form: str,
    *,
    is_first: bool,
    dry_run: bool,
) -> None:
    """Build the site and write in its ledger what is new, what has changed and what was withdrawn."""
    if is_first == (last is not None):
        raise click.UsageError("Give either --last with the last published site, or --first to begin a ledger.")
    root = site_folder(root)
    site = (site_dir or root / "site").absolute()
    kept = copy_to.absolute() if copy_to else root / diff.KEPT
    ask: Callable[[], Last] = partial(last_of, last, kept) if last else partial(first, root / diff.KEPT, site)
    publishing = Publishing(root, ask, new_salt, partial(_key, key) if key else None, new_form)
    told: list[Draft] = []

    def gate(archive: Archive, at: datetime) -> Archive:
        seen, drafts = published(archive, at, publishing)
        told.extend(drafts)
        return seen

    if dry_run:
        with explained():
            diff.say(load(root, moment(now)), moment(now), publishing)
        return
    with explained(), progress() as say:
        built = build_site(root, site, moment(now), say, gate)
        keep_copy(site, root / diff.KEPT)
        if copy_to:
            copy_into(site, copy_to)
    tell(built.warnings)
    _say(told)
    shown = os.path.relpath(site / "index.html")
    click.echo(f"{count(built.pages, 'page')}, {built.made:,} of them made anew. Open {shown}")


def _key(file: Path, name: str) -> Key:
    try:
        return read_key(file, name.replace(" ", "-").replace("+", "-"))
    except ValueError as error:
        raise click.ClickException(f"{file.name} is no Ed25519 key in PEM: {error}.") from None


def _say(drafts: Sequence[Draft]) -> None:
    for line in in_words(drafts):
        click.echo(line)
