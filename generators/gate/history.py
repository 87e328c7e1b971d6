"""What earlier versions of the records said, and the messages of commits: a public repository shows those too."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generators.gate.known import Known
from generators.gate.recognise import recognise
from generators.gate.seen import Seen, message

FOLDERS = ("content", "data", "docs")
MOST = 10_000
"""Commits that are looked at, the latest first. No office will have so many for decades."""
COMMIT, END = "\x01", "\x02"
"""Stand before the hash of a commit, and behind its message: git lets neither into a message."""
LONGEST = 600
"""Seconds that git may take."""
HUNK = re.compile(r"^@@ -\S+ \+(\d+)[^\n]*\n", re.MULTILINE)
ADDED = re.compile(r"^\+(.*)$", re.MULTILINE)


class CannotLook(Exception):  # noqa: N818 - it is an answer: nothing is known to be wrong
    """There is no history here, or it cannot be read."""


class Once(NamedTuple):
    """Something that was once in the records, and is not any more; or in the message of a commit."""

    commit: str
    """The first in which it stands, by the beginning of its hash."""
    where: str
    said: str
    """What it looks like, and never what it is."""


def history(folder: Path, allowed: Known) -> Iterator[Once]:
    """All of it, from first to last; the same thing in the same file once. Raises CannotLook.

    What still stands in the records is left to the check of those, which knows what was decided about it.
    """
    present = _present(folder)
    told: set[tuple[str, str]] = set()
    form = f"--format={COMMIT}%h%n%B{END}"
    for entry in _git(folder, "log", "--all", f"--max-count={MOST}", "--reverse", form).split(COMMIT)[1:]:
        commit, _, words = entry.partition("\n")
        yield from _in(words.partition(END)[0], commit, "the message of the commit", set(), told, allowed)
    given = ("--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--unified=0", "-p", "-m", "--", *FOLDERS)
    log = _git(folder, "log", "--all", f"--max-count={MOST}", "--reverse", f"--format={COMMIT}%h", *given)
    for entry in log.split(COMMIT)[1:]:
        commit, _, changes = entry.partition("\n")
        for change in changes.split("\ndiff --git ")[1:]:
            head, *hunks = HUNK.split(change)
            path = head.rpartition("\n+++ b/")[2].strip("\t\n")
            for line, hunk in zip(hunks[::2], hunks[1::2], strict=True):
                yield from _in("\n".join(ADDED.findall(hunk)), commit, path, present, told, allowed, int(line))


def is_cut_off(folder: Path) -> bool:
    """Whether there are earlier commits than are looked at: this copy has only the latest, or there are very many."""
    is_shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == "true"
    return is_shallow or int(_git(folder, "rev-list", "--all", "--count")) > MOST


def _in(
    text: str, commit: str, place: str, present: set[str], told: set[tuple[str, str]], allowed: Known, line: int = 0
) -> Iterator[Once]:
    for rule, words in recognise(text):
        at = text.count("\n", 0, max(text.find(words), 0))
        is_there = text.split("\n")[at].strip() in present
        if is_there or (place, words) in told or allowed.covers(Seen((), rule, words)):
            continue
        told.add((place, words))
        said = message(Seen((), rule, words), "").partition(". ")[0]
        yield Once(commit, f"{place}, line {line + at}" if line else place, f"{said}.")


def _present(folder: Path) -> set[str]:
    """Every line that the records have now."""
    files = (file for name in FOLDERS for file in (folder / name).rglob("*") if file.suffix in (".yml", ".md", ".csv"))
    return {line.strip() for file in files for line in file.read_text("utf-8", "replace").splitlines()}


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotepath=off", *words],  # noqa: S607 - git as a person's own shell finds it
            cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=LONGEST,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotLook(f"git could not be asked: {type(error).__name__}") from None
    if done.returncode:
        raise CannotLook("git keeps no history of this folder")
    return done.stdout
