"""What was begun and is not finished: an import that was broken off, and what is proposed for a record."""

import shutil
import socket
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generators.check import load
from generators.cli import main
from generators.commands.unfinished import proposals
from tests.desk import GIT
from tests.imports import broken_off
from tests.projects import NOW, REPOSITORY, clean_environment

MEETING = "content/meetings/panel/2024-03-06"
PROPOSED = f"{MEETING}/meeting.yml.proposed"
WAITS = (
    "Proposed for panel/2024-03-06, and not in place: read it, then `scrutiny import meeting --take panel/2024-03-06`."
)


@pytest.fixture
def begun(project: Path) -> Path:
    """A project with a site, a proposal that waits, and an import that was killed."""
    shutil.copy(REPOSITORY / "mkdocs.yml", project)
    broken_off(project)
    (project / PROPOSED).write_text("title: Words that nobody has agreed to yet\n")
    return project


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=root, env=clean_environment(GIT), check=True, capture_output=True)


def test_diff_tells_what_waits_and_what_to_do(begun: Path) -> None:
    ended = CliRunner().invoke(main, ["diff", "--root", str(begun), "--now", NOW.isoformat()])
    broken, waits, *_ = ended.stderr.splitlines()
    assert broken.startswith("An import was broken off when data/gifts/force.csv was written and")
    assert broken.endswith("The next `scrutiny import` finishes it.")
    assert waits == WAITS


def test_serve_tells_what_waits_before_it_shows_anything(project: Path) -> None:
    shutil.copy(REPOSITORY / "mkdocs.yml", project)
    (project / PROPOSED).write_text("title: Words\n")
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = CliRunner().invoke(main, ["serve", "--drafts", "--root", str(project), "--port", port])
    assert ended.exit_code == 1
    assert ended.stderr.splitlines()[0] == WAITS


def test_a_proposal_that_git_would_take_is_told_with_the_line_that_keeps_it_out(project: Path) -> None:
    """Offices that began with an earlier version have no such line."""
    (project / PROPOSED).write_text("title: Words\n")
    assert list(proposals(project)) == [WAITS]
    git(project, "init", "-q")
    hint = "  Nothing keeps it out of the repository: write the line *.proposed into .gitignore."
    assert list(proposals(project)) == [WAITS, hint]
    (project / ".gitignore").write_text("*.proposed\n")
    assert list(proposals(project)) == [WAITS]


def test_a_proposal_that_was_pushed_is_told_by_the_check_and_is_in_nothing_that_is_read(project: Path) -> None:
    (project / PROPOSED).write_text("title: Words that nobody has agreed to yet\n")
    git(project, "init", "-q")
    git(project, "add", PROPOSED)
    ended = CliRunner().invoke(main, ["check", "--root", str(project), "--now", NOW.isoformat()])
    assert ended.exit_code == 0
    told = f"  {PROPOSED} is in the repository, and no page shows it. Take it out: git rm --cached {PROPOSED}"
    assert ended.output.splitlines()[-1] == told
    archive = load(project)
    assert not [path for path in archive.files if path.endswith(".proposed")]
    paths = {record.path for records in archive.records.values() for record in records.values()}
    assert not [path for path in paths if path.endswith(".proposed")]
