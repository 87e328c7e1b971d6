"""`scrutiny diff`: what publishing now would add, change and withdraw."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from generators.archive import Archive
from generators.check import load
from generators.commands.options import moment, options, site_folder
from generators.commands.telling import explained
from generators.commands.unfinished import remind
from generators.dates import long_date
from generators.diff.diff import diff_of
from generators.diff.words import in_words
from generators.ledger.publish import Last, Publishing, last_of
from generators.problem import Problems

KEPT = Path(".scrutiny") / "ledger"
"""The copy of the ledger that the last publication left on this computer."""


@click.command()
@options
@click.option("--last", default=None, help="The last published site: its address, or its folder.")
@click.option("--drafts", is_flag=True, help="List every draft, too.")
def diff(root: Path, site_dir: Path | None, now: datetime | None, last: str | None, *, drafts: bool) -> None:
    """Say what publishing now would add, change and withdraw. Nothing is written.

    Without --last it is compared with what was last published from this computer.
    """
    root, when = site_folder(root), moment(now)
    site = (site_dir or root / "site").absolute()
    ask = partial(last_of, last, root / KEPT) if last else last_published(root, site)
    remind(root)
    with explained():
        say(load(root, when), when, Publishing(root, ask, bytes), with_drafts=drafts)


def say(archive: Archive, now: datetime, publishing: Publishing, *, with_drafts: bool = False) -> None:
    """Say it. Raises Problems where it would be refused."""
    found = diff_of(archive, now, publishing)
    if found.since:
        click.echo(f"Compared with what was last published, on {long_date(datetime.fromisoformat(found.since[:10]))}:")
    else:
        click.echo(
            "Nothing is known to be published before, so everything is new. Name the published site with --last."
        )
    for line in in_words(found, with_drafts=with_drafts):
        click.echo(line)
    if found.refused:
        raise Problems(found.refused)


def last_published(root: Path, site: Path) -> Callable[[], Last]:
    """What was published last from this computer, if anything was."""
    found = (place for place in (root / KEPT, site) if (place / "ledger" / "checkpoint").is_file())
    place = next((str(place) for place in found), None)
    return partial(last_of, place, root / KEPT) if place else Last
