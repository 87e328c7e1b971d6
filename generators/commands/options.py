"""The options that commands share, and the folder they work in."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from generators.fields import LONDON

Command = Callable[..., None]


class Moment(click.ParamType):  # type: ignore[type-arg]
    """A moment in local time, like `2026-12-01` or `2026-12-01T09:00`."""

    name = "moment"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment that was typed."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f'"{value}" is not a moment. Write it like 2026-12-01 or 2026-12-01T09:00.', param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def options(command: Command) -> Command:
    """The options that every command takes."""
    root = click.option(
        "--root", default=".", type=click.Path(path_type=Path, file_okay=False, exists=True),
        help="The folder with content/, data/ and mkdocs.yml; this one if not given.",
    )  # fmt: skip
    site = click.option(
        "--site-dir", default=None, type=click.Path(path_type=Path), help="Where the site goes; site/ if not given."
    )
    now = click.option(
        "--now", default=None, type=Moment(), help="Act as if it were this moment: 2026-12-01 or 2026-12-01T09:00."
    )
    return root(site(now(command)))


def moment(given: datetime | None) -> datetime:
    """The moment to act at: the one that was given, or else this one. No other command reads the clock."""
    return given or datetime.now(LONDON)


def office_folder(root: Path) -> Path:
    """The folder of an office's records, in full."""
    if not (root / "content").is_dir():
        raise click.ClickException(
            "This is not an office's folder: there is no content/ here. "
            "Go to the folder that holds content/ and data/, or name it with --root."
        )
    return root.resolve()


def site_folder(root: Path) -> Path:
    """The same, where a site can be made of them."""
    if not (office_folder(root) / "mkdocs.yml").is_file():
        raise click.ClickException("There is no mkdocs.yml here. It says how the site is made.")
    return root.resolve()
