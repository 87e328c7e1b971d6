"""What a command says to the person who gave it."""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from generators.alone import WAITING
from generators.in_place import BESIDE
from generators.problem import Problem, Problems, count

WHOLE = (
    "The site is whole, and so are the records: they are the old ones, unless the new ones were already in their place."
)
REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "you may use no more of the disk",
    errno.EFBIG: "a file would become longer than is allowed here",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not read or write this",
    errno.EPERM: "you may not read or write this",
    errno.EIO: "the disk does not work",
}
STOPPED = 130
"""The exit status of a command that somebody stopped."""


def is_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


@contextmanager
def in_one_line() -> Iterator[None]:
    """Whatever ends a command from outside is told in one line: a full disk, a closed folder, a person at the keys."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except BrokenPipeError:
        sys.exit(1)  # nobody listens any more
    except OSError as error:
        reason = REASONS.get(error.errno or 0) or error.strerror or str(error)
        place = f" ({_place(Path(error.filename))})" if isinstance(error.filename, str) else ""
        raise click.ClickException(f"{reason}{place}. {WHOLE}") from None
    except KeyboardInterrupt:
        click.echo(f"Stopped. {WHOLE}", err=True)
        sys.exit(STOPPED)


def _place(file: Path) -> str:
    """What could not be read or written; of a file that was to be put in its place only later, that folder."""
    return os.path.relpath(file.parent if file.name.startswith(BESIDE) else file)


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
    """What is being done, on a terminal; elsewhere only that nothing is, while another build goes on."""
    if not sys.stderr.isatty():
        yield lambda words: click.echo(f"{words} …", err=True) if words == WAITING else None
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting") as status:
        yield lambda words: status.update(f"{words} …")
