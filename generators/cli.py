"""The command line: check, build and serve."""

import sys
from pathlib import Path

import click

from generators.check import load
from generators.problem import Problems

ROOT = click.option("--root", default=".", type=click.Path(path_type=Path, file_okay=False), help="The project.")


@click.group()
def main() -> None:
    """Publish the record of a police oversight office."""


@main.command()
@ROOT
def check(root: Path) -> None:
    """Read and check every record; write nothing."""
    try:
        archive = load(root)
    except Problems as problems:
        click.echo(problems.report(), err=True)
        sys.exit(1)
    counts = ", ".join(f"{len(found)} {noun}" for noun, found in archive.records.items())
    click.echo(f"All records are sound: {counts}.")
