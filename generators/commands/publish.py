"""`scrutiny publish`: a build that continues the ledger."""

import os
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from generators.alone import alone
from generators.archive import Archive
from generators.check import load
from generators.commands import diff
from generators.commands.options import moment, options, site_folder
from generators.commands.telling import explained, progress, tell
from generators.ledger.checkpoint import Key, Signing, read_key
from generators.ledger.commitment import new_salt
from generators.ledger.copy import copy_into, keep_copy
from generators.ledger.history import Draft
from generators.ledger.publish import Publishing, first, last_of, published
from generators.ledger.words import in_words
from generators.problem import count
from generators.site.build import build_alone


@click.command()
@options
@click.option("--last", default=None, help="The last published site: its address, or its folder.")
@click.option("--first", "is_first", is_flag=True, help="Begin a ledger, where there never was one.")
@click.option("--key", default=None, type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="An Ed25519 key in PEM, to sign the checkpoint with.")  # fmt: skip
@click.option("--old-key", default=None, type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="The key that gives way to another, to sign the change of key with.")  # fmt: skip
@click.option("--without-old-key", default="", metavar="WHY",
              help="Why a key gives way that is lost or must not be trusted, for all to read.")  # fmt: skip
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
    old_key: Path | None,
    without_old_key: str,
    copy_to: Path | None,
    new_form: str,
    *,
    is_first: bool,
    dry_run: bool,
) -> None:
    """Build the site and write in its ledger what is new, what has changed and what was withdrawn.

    Give --last with the published site that it continues. Only to be told what would be done: --dry-run.
    """
    _refuse_unclear(last, is_first=is_first, dry_run=dry_run)
    _refuse_half_a_change_of_key(key, old_key, without_old_key)
    root = site_folder(root)
    site = (site_dir or root / "site").absolute()
    signing = partial(_signing, key, old_key, " ".join(without_old_key.split()))
    ask = diff.last_published(root, site)  # where neither is given, it is only tried
    if last:
        ask = partial(last_of, last, copy_to.absolute() if copy_to else root / diff.KEPT)
    elif is_first:
        ask = partial(first, root / diff.KEPT, site)
    publishing = Publishing(root, ask, new_salt, signing, new_form)
    if dry_run:
        when = moment(now)
        with explained():
            diff.say(load(root, when), when, publishing)
    else:
        _publish(publishing, site, now, copy_to)


def _refuse_unclear(last: str | None, *, is_first: bool, dry_run: bool) -> None:
    """What is only tried can be compared with the copy that lies here; what is published must not be."""
    if is_first and last is not None:
        message = "--last continues the ledger of a site that was published, and --first begins one. Give one of them."
        raise click.UsageError(message)
    if not (is_first or last or dry_run):
        raise click.UsageError(
            "Say where the site is that was published last: --last with its address, or with a folder that holds it. "
            "Its ledger is continued, and the copy on this computer can be older than what readers have. "
            "Only where nothing was ever published: --first."
        )


def _refuse_half_a_change_of_key(key: Path | None, old_key: Path | None, without_old_key: str) -> None:
    if (old_key or without_old_key) and (key is None or (old_key and without_old_key)):
        raise click.UsageError("A key gives way to that of --key: with --old-key, or else with --without-old-key.")


def _publish(publishing: Publishing, site: Path, now: datetime | None, copy_to: Path | None) -> None:
    """Build the site with its ledger, keep a copy of that, and say what was done."""
    root = publishing.root
    told: list[Draft] = []

    def gate(archive: Archive, at: datetime) -> Archive:
        seen, drafts = published(archive, at, publishing)
        told.extend(drafts)
        return seen

    with explained(), progress() as say, alone(root / ".scrutiny", say):
        built = build_alone(root, site, moment(now), say, gate)  # the moment is that of its turn
        keep_copy(site, root / diff.KEPT)  # before another has its turn, or two would write it at once
        if copy_to:
            copy_into(site, copy_to)
    tell(built.warnings)
    _say(told)
    shown = os.path.relpath(site / "index.html")
    click.echo(f"{count(built.pages, 'page')}, {built.made:,} of them made anew. Open {shown}")


def _signing(key: Path | None, old: Path | None, words: str, name: str) -> Signing:
    return Signing(_key(key, name) if key else None, _key(old, name) if old else None, words)


def _key(file: Path, name: str) -> Key:
    try:
        return read_key(file, name.replace(" ", "-").replace("+", "-"))
    except ValueError as error:
        raise click.ClickException(f"{file.name} is no Ed25519 key in PEM: {error}.") from None


def _say(drafts: Sequence[Draft]) -> None:
    for line in in_words(drafts):
        click.echo(line)
