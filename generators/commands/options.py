"""The options that commands share, and the folder they work in."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from generators.clock import this_moment
from generators.fields import LONDON, YEARS

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
        if moment.year not in YEARS:
            years = f"It lies between {YEARS[0]} and {YEARS[-1]}."
            self.fail(f"the year {moment.year} cannot be meant. {years}", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def root_option(command: Command) -> Command:
    """The option that names the office's folder."""
    return click.option(
        "--root", default=".", type=click.Path(path_type=Path, file_okay=False, exists=True),
        help="The folder with content/ and data/; this one if not given.",
    )(command)  # fmt: skip


def now_option(command: Command) -> Command:
    """The option that says at which moment to act."""
    return click.option(
        "--now", default=None, type=Moment(), help="Act as if it were this moment: 2026-12-01 or 2026-12-01T09:00."
    )(command)


def office_options(command: Command) -> Command:
    """The options of every command that reads the records."""
    return root_option(now_option(command))


def options(command: Command) -> Command:
    """The options of every command that makes a site of the records, or looks at one."""
    return office_options(
        click.option(
            "--site-dir", default=None, type=click.Path(path_type=Path), help="Where the site goes; site/ if not given."
        )(command)
    )


def moment(given: datetime | None) -> datetime:
    """The moment to act at: the one that was given, or else this one. No other command reads the clock."""
    return given or this_moment()


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
