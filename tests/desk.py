"""Somebody's copy of an office's records, in which the steps of the handbook are taken as a page says them."""

import os
import re
import shlex
import subprocess
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import click
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from generators.check import load
from generators.cli import main
from generators.fields import LONDON
from generators.public import public
from generators.render import render
from tests.handbook import Step, agrees, rows, sessions
from tests.look import in_html, visible
from tests.projects import clean_environment, edit
from tests.sheets import xlsx

OVERDUE = 3
"""The exit status of `scrutiny due` where something is."""
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Office", "GIT_AUTHOR_EMAIL": "office@example.org",
    "GIT_COMMITTER_NAME": "Office", "GIT_COMMITTER_EMAIL": "office@example.org",
}  # fmt: skip
PATH = re.compile(r"`([^`]+)`")


class Desk:
    """The folder of the records, and the place in a file that was found last."""

    def __init__(self, root: Path, ledger: Mapping[str, bytes]) -> None:
        self.root, self.found = root, ("", "")
        for path, raw in ledger.items():
            self._write(f".scrutiny/ledger/{path}", raw)

    def take(self, step: Step, today: str, *, must_pass: bool = True) -> None:
        """Do what a step says."""
        if step.language == "console":
            for command, answers, shown in sessions(step.text):
                status, said = _given(command, answers, today)
                assert agrees(shown, said), f"$ {command}\n{said}"
                assert status in (0, OVERDUE) or not must_pass, f"$ {command}\n{said}"
            return
        do = next((do for words, do in WAYS.items() if re.search(words, step.lead)), None)
        assert do, f"nothing says what this block is for: {step.lead!r}"
        do(self, (PATH.findall(step.lead) or [""])[-1], step.text, today)

    def begin(self, path: str, text: str, _: str) -> None:
        """Write a file that was not there."""
        assert not (self.root / path).exists(), f"{path} is not new"
        self._write(path, text.encode())

    def add(self, path: str, text: str, _: str) -> None:
        """Write more at the end of a file."""
        self._write(path, (self._text(path) + text).encode())

    def find(self, path: str, text: str, _: str) -> None:
        """Find a place that is there once, for what follows."""
        assert self._text(path).count(text) == 1, f"{path} does not have once: {text}\n{self._text(path)}"
        self.found = path, text

    def take_out(self, path: str, text: str, _: str) -> None:
        """Take a place out of a file."""
        edit(self.root, path, text, "")

    def instead(self, _: str, text: str, __: str) -> None:
        """Write something in the place that was found."""
        edit(self.root, *self.found, text)

    def beneath(self, _: str, text: str, __: str) -> None:
        """Write something beneath the place that was found."""
        edit(self.root, *self.found, f"{self.found[1]}{text}")

    def fill_in(self, path: str, table: str, _: str) -> None:
        """Type rows into the first sheet of a workbook, whose columns are known by their names."""
        book = CalamineWorkbook.from_path(str(self.root / path))
        before = book.get_sheet_by_name(book.sheet_names[0]).to_python()
        typed = rows(table)
        assert all(set(row) <= set(before[0]) for row in typed), before[0]
        added = [[row.get(str(name), "") for name in before[0]] for row in typed]
        self._write(path, xlsx({book.sheet_names[0]: [*before, *added]}))

    def begins(self, path: str, text: str, _: str) -> None:
        """See how a file begins."""
        assert self._text(path).startswith(text), self._text(path)

    def reads(self, address: str, words: str, today: str) -> None:
        """See what a reader finds on a page of the site."""
        now = moment(today)
        found = [output.page for output in render(public(load(self.root), now), now, self.root) if output.page]
        text = next(visible(in_html(page)) for page in found if f"/{page.address}" == address)
        for line in words.splitlines():
            assert line in text, f"{address} does not say {line!r}: {text}"

    def _text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def _write(self, path: str, raw: bytes) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(raw)


WAYS: dict[str, Callable[[Desk, str, str, str], None]] = {
    r"Write the new file `[^`]+`:$": Desk.begin,
    r"At the end of `[^`]+`, add:$": Desk.add,
    r"[Ii]n `[^`]+`, find:$": Desk.find,
    r"[Ii]n `[^`]+`, find and take out:$": Desk.take_out,
    r"^and write instead:$": Desk.instead,
    r"^and add beneath:$": Desk.beneath,
    r"[Ii]n `[^`]+`, beneath the last row, type:$": Desk.fill_in,
    r"The file `[^`]+` then begins:$": Desk.begins,
    r"The page `[^`]+` then says:$": Desk.reads,
}
"""How the sentence above a block ends, and what is then done with the block."""


def under_git(root: Path) -> None:
    """As somebody has it who copied the office's repository."""
    for words in (
        ("init", "--quiet", "--initial-branch=main", "."), ("add", "."), ("commit", "--quiet", "--message", "Begin"),
        ("init", "--quiet", "--bare", "../origin.git"), ("remote", "add", "origin", "../origin.git"),
    ):  # fmt: skip
        subprocess.run(["git", *words], cwd=root, check=True, env=clean_environment(GIT))


def moment(today: str) -> datetime:
    """Nine in the morning of a day."""
    return datetime.fromisoformat(f"{today}T09:00").replace(tzinfo=LONDON)


def command_of(words: list[str]) -> click.Command:
    """The command that somebody typed, within its group where it has one."""
    command: click.Command = main
    for word in words:
        if not isinstance(command, click.Group):
            break
        inner = command.get_command(click.Context(command), word)
        assert inner, f"there is no command {word}"
        command = inner
    return command


def _given(command: str, answers: list[str], today: str) -> tuple[int, str]:
    """Give a command in this folder: its exit status, and what it says."""
    program, *words = shlex.split(command)
    if program == "git":
        ended = subprocess.run(
            [program, *words], capture_output=True, text=True, check=False, env=clean_environment(GIT)
        )
        return ended.returncode, ended.stdout + ended.stderr
    assert program == "scrutiny", command
    takes_now = any(parameter.name == "now" for parameter in command_of(words).params)
    typed = "".join(f"{answer}\n" for answer in answers) or None
    with patch("generators.commands.telling.is_terminal", lambda: typed is not None):
        result = CliRunner(env={"VISUAL": "", "EDITOR": ""}).invoke(
            main, [*words, *(["--now", f"{today}T09:00"] if takes_now else [])], input=typed
        )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output
