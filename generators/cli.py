"""The command line: check, build and serve."""

import gc
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from generators import __version__
from generators.fields import LONDON
from generators.problem import Problem, Problems, count

Command = Callable[..., None]


class _Moment(click.ParamType):  # type: ignore[type-arg]
    """A moment in local time, like `2026-12-01` or `2026-12-01T09:00`."""

    name = "moment"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f'"{value}" is not a moment. Write it like 2026-12-01 or 2026-12-01T09:00.', param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def _options(command: Command) -> Command:
    """The options that every command takes."""
    root = click.option(
        "--root", default=".", type=click.Path(path_type=Path, file_okay=False, exists=True),
        help="The folder with content/, data/ and mkdocs.yml; this one if not given.",
    )  # fmt: skip
    site = click.option(
        "--site-dir", default=None, type=click.Path(path_type=Path), help="Where the site goes; site/ if not given."
    )
    now = click.option(
        "--now", default=None, type=_Moment(), help="Act as if it were this moment: 2026-12-01 or 2026-12-01T09:00."
    )
    return root(site(now(command)))


@click.group()
@click.version_option(__version__, prog_name="scrutiny")
def main() -> None:
    """Publish the record of a police oversight office."""


@main.command()
@_options
def check(root: Path, now: datetime | None, **_: object) -> None:
    """Read and check every record; write no page."""
    from generators.check import load
    from generators.summary import summary

    with _explained():
        archive = load(_office(root))
    _tell(archive.warnings)
    click.echo(summary(archive, now or datetime.now(LONDON)))


@main.command()
@_options
def build(root: Path, site_dir: Path | None, now: datetime | None) -> None:
    """Check every record and build the site."""
    from generators.build import build as build_site

    root = _site(root)
    site = (site_dir or root / "site").absolute()
    with _explained(), _progress() as say:
        built = build_site(root, site, now or datetime.now(LONDON), say)
    _tell(built.warnings)
    shown = os.path.relpath(site / "index.html")
    click.echo(f"{count(built.pages, 'page')}, {built.made:,} of them made anew. Open {shown}")


@main.command()
@_options
@click.option("--port", default=8000, type=click.IntRange(1, 65535), help="8000 if not given.")
def serve(root: Path, now: datetime | None, port: int, **_: object) -> None:
    """Check the records and show the site on this computer, made anew whenever a record changes."""
    from generators.check import load

    root = _site(root)
    with _explained():
        _tell(load(root).warnings)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if now:
        environment["SCRUTINY_NOW"] = now.isoformat()
    address = f"localhost:{port}"
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--config-file",
        str(root / "mkdocs.yml"),
        "--dev-addr",
        address,
    ]
    if _is_taken(port):
        raise click.ClickException(f"Something already uses {address}. Stop it first, or choose another --port.")
    if os.name == "posix":
        os.execve(sys.executable, command, environment)  # noqa: S606 - whoever stops this program stops the server
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


def _office(root: Path) -> Path:
    """The folder of an office's records, in full."""
    if not (root / "content").is_dir():
        raise click.ClickException(
            "This is not an office's folder: there is no content/ here. "
            "Go to the folder that holds content/ and data/, or name it with --root."
        )
    return root.resolve()


def _site(root: Path) -> Path:
    """The same, where a site can be made of them."""
    if not (_office(root) / "mkdocs.yml").is_file():
        raise click.ClickException("There is no mkdocs.yml here. It says how the site is made.")
    return root.resolve()


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("localhost", port)) == 0


@contextmanager
def _explained() -> Iterator[None]:
    """Problems are printed for the person who keeps the records, and the exit status is 1."""
    try:
        yield
    except Problems as problems:
        click.echo(problems.report(), err=True)
        _annotate(problems.problems)
        sys.exit(1)


def _tell(warnings: Sequence[Problem]) -> None:
    """Warnings are printed like problems, and stop nothing."""
    for warning in warnings:
        click.echo(str(warning), err=True)
    if warnings:
        click.echo(f"{count(len(warnings), 'warning')}. The records are published as they are.", err=True)
    _annotate(warnings)


def _annotate(problems: Sequence[Problem]) -> None:
    """On GitHub each is shown on its line."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for problem in problems:
            click.echo(problem.annotation())


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """What is being done, on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting") as status:
        yield lambda words: status.update(f"{words} …")


def run() -> NoReturn:
    """The console script."""
    gc.disable()  # its hundreds of thousands of records live as long as it does: there is no garbage among them
    try:
        main()
    except SystemExit as left:
        sys.stdout.flush()
        sys.stderr.flush()
        # Without taking the records apart one by one.
        os._exit(left.code if isinstance(left.code, int) else 1 if left.code else 0)
    raise AssertionError("click always leaves by SystemExit")


if __name__ == "__main__":
    run()
