"""What was begun at this desk and is not finished: an import that was broken off, and proposals that nobody took."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import click

from generators.minutes.waiting import MEETINGS, waiting
from generators.read.files import PROPOSED
from generators.spreadsheets.intent import begun

LONGEST = 10
"""Seconds for which git is waited for."""


def remind(root: Path) -> None:
    """Say all of it, beside what a command is asked for."""
    for line in (*broken_off(root), *proposals(root)):
        click.echo(line, err=True)


def broken_off(root: Path) -> Iterator[str]:
    """The line about an import that was broken off: the records may not be sound until it is finished."""
    if told := begun(root):
        yield f"{told} The next `scrutiny import` finishes it."


def proposals(root: Path) -> Iterator[str]:
    """A line for every meeting for which something is proposed, and one where its file is not kept apart."""
    for id in waiting(root):
        yield f"Proposed for {id}, and not in place: read it, then `scrutiny import meeting --take {id}`."
        path = f"{MEETINGS}/{id}/meeting.yml{PROPOSED}"
        if _git(root, "ls-files", "--error-unmatch", path) == 0:
            yield f"  {path} is in the repository, and no page shows it. Take it out: git rm --cached {path}"
        elif _git(root, "check-ignore", "--quiet", path) == 1:
            yield f"  Nothing keeps it out of the repository: write the line *{PROPOSED} into .gitignore."


def _git(root: Path, *words: str) -> int | None:
    """How git answers; None where there is none, or it takes too long."""
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False, timeout=LONGEST)  # noqa: S607 - git as a person's own shell finds it
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.returncode
