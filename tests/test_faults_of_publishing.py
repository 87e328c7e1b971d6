"""A publication that is killed once its site stands, before what it still writes: copies of the ledger, a folder.

By day the first write of two sorts is tried, with SCRUTINY_TEST_ALL=1 the first, the middle and the last of every
sort, against what readers have and against the site that stands here. Each costs two publications.
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from generators.ledger.verifier.answers import read
from generators.ledger.verifier.program import verify
from generators.ledger.verifier.site import Site
from tests.conftest import copy_ready
from tests.projects import REPOSITORY, clean_environment, contents, copy_built, edit

ALL = "SCRUTINY_TEST_ALL" in os.environ
PAPER = "content/meetings/panel/2024-03-06/custody-review.md"
WHY = "published: 2024-03-20\nchanges:\n  - {date: 2024-06-30, kind: corrected, reason: The month was wrong.}\n"
NEXT_DAY = ("--now", "2024-07-02T09:00")
SWITCH = re.compile(r"os\.rename .*/\.site\.new$")
SORTS = {
    "the other folder of the site": r"/sites/",
    "what the store keeps": r"/store",
    "the copy of the ledger": r"/ledger-copies/|/ledger-copies$",
    "which copy counts": r"/\.ledger\.new|os\.symlink ledger-copies/",
    "the ledger of the branch": r"/branch(?:/|$)|\.ledger\.old|^os\.(?:rename|remove|rmdir) [^/]",
}
"""What is written behind the switch, by what its path holds."""
THERE = re.compile(r"os\.mkdir .*/\.scrutiny$")
"""A folder that is asked for and was there."""
BY_DAY = ("the copy of the ledger", "the ledger of the branch")


class Project(NamedTuple):
    """One that was published and has changed since, and what is known of its publication."""

    root: Path
    entries: int
    later: tuple[tuple[int, str], ...]
    """Every change of a file behind the switch of the site, by its number among them."""


def command(root: Path, last: str) -> list[str]:
    """Publishing what has changed. `last`: what readers have, or what stands here."""
    return ["publish", "--last", str(root / last), "--copy-to", str(root / "branch"), *NEXT_DAY]


def met(root: Path, fault: str, at: str, typed: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.faults", str(root), fault, at, *typed],
        env=clean_environment(), cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def project(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = copy_ready(finished, tmp_path_factory.mktemp("published") / "project")
    first = ["publish", "--first", "--copy-to", str(root / "branch"), "--now", "2024-07-01T09:00"]
    done = met(root, "none", "-1", first)
    assert done.returncode == 0, done.stderr
    subprocess.run(["cp", "-aL", root / "site", root / "live"], check=True)
    edit(root, PAPER, "one illustrative month", "two illustrative months")
    edit(root, PAPER, "published: 2024-03-20\n", WHY)
    trial = copy_built(root, root.with_name("trial"))
    done = met(trial, "none", "-1", command(trial, "live"))
    assert done.returncode == 0, done.stderr
    changes = [line for line in done.stdout.splitlines() if re.match(r"(?:os\.\w+|open|sqlite3\.connect) ", line)]
    switch = next(at for at, change in enumerate(changes, 1) if SWITCH.match(change))
    later = tuple(enumerate(changes[switch:], 1))
    return Project(root, len(read(Site(str(root / "live"))).entries), later)


def moments(project: Project, sort: str) -> Iterator[int]:
    """By day before the first write of the sort; by night before the middle and the last one too."""
    found = [at for at, change in project.later if re.search(SORTS[sort], change)]
    assert found, f"nothing is written of {sort}"
    yield from sorted({found[0], found[len(found) // 2], found[-1]}) if ALL else found[:1]


def test_every_write_behind_the_switch_is_of_a_sort_that_is_tried(project: Project) -> None:
    others = [change for _, change in project.later if not any(re.search(one, change) for one in SORTS.values())]
    assert not [change for change in others if not THERE.match(change)]


@pytest.mark.parametrize("last", ["live", "site"] if ALL else ["live"])
@pytest.mark.parametrize("sort", SORTS if ALL else BY_DAY)
def test_killed_behind_the_switch(project: Project, tmp_path: Path, sort: str, last: str) -> None:
    """The site is whole at once; the next publication tells the change once, and every copy is that of the site."""
    number = count(1)
    for at in moments(project, sort):
        root = copy_built(project.root, tmp_path / str(next(number)))
        before = (root / "live/ledger/checkpoint").rename(tmp_path / f"checkpoint-{at}")
        (root / "live/ledger/checkpoint").write_bytes(before.read_bytes())
        killed = met(root, "kill", f"+{at}", command(root, last))
        assert killed.returncode == -signal.SIGKILL, (at, killed.stderr)
        is_right(root, before, project.entries + 1)
        done = met(root, "none", "-1", command(root, last))
        assert done.returncode == 0, (at, done.stderr)
        is_right(root, before, project.entries + 1)
        published = contents(root / "site/ledger")
        assert contents(root / ".scrutiny/ledger/ledger") == published, at
        assert contents(root / "branch/ledger") == published, at
        assert contents(root / "site") == contents(other(root)), at


def is_right(root: Path, before: Path, entries: int) -> None:
    """The site is whole, its ledger goes on from the one before, and holds the change once."""
    assert verify(str(root / "site"), str(before)) == 0
    assert len(read(Site(str(root / "site"))).entries) == entries


def other(root: Path) -> Path:
    """The folder that the next publication fills."""
    live = (root / "site").resolve()
    return next(folder for folder in live.parent.iterdir() if folder.is_dir() and folder != live)
