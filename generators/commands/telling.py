"""What a command says to the person who gave it."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from generators.problem import Problem, Problems, count


@contextmanager
def explained() -> Iterator[None]:
    """Problems are printed for the person who keeps the records, and the exit status is 1."""
    try:
        yield
    except Problems as problems:
        click.echo(problems.report(), err=True)
        _annotate(problems.problems)
        sys.exit(1)


def tell(warnings: Sequence[Problem]) -> None:
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
def progress() -> Iterator[Callable[[str], None]]:
    """What is being done, on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting") as status:
        yield lambda words: status.update(f"{words} …")
