"""The command line: what it takes, what it says, and with what status it ends."""

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click import Argument, Context
from click.testing import CliRunner

import generators
from generators.cli import COMMANDS, main
from tests.conftest import copy_ready
from tests.projects import REPOSITORY, clean_environment, contents, copy_sound, edit, run

MEETING = "content/meetings/panel/2024-03-06/meeting.yml"
PAPER = "content/meetings/panel/2024-03-06/custody-review.md"
PAGES = 193
PAPER_PAGE = "meetings/panel/2024-03-06/custody-review/index.html"


@pytest.fixture
def root(known: Path, tmp_path: Path) -> Path:
    """The sound project, of which nothing was built and every record was read before."""
    root = copy_sound(tmp_path / "project")
    shutil.copytree(known / ".scrutiny", root / ".scrutiny")
    return root


@pytest.fixture
def ready(finished: Path, tmp_path: Path) -> Path:
    """The sound project without a site, of which the next build is quick."""
    return copy_ready(finished, tmp_path / "project")


@pytest.fixture
def broken(root: Path) -> Path:
    """Two mistakes in two files."""
    edit(root, MEETING, "state: held", "state: hold")
    edit(root, "content/people/ben-sample.yml", "honorific: Dr", "honourific: Dr")
    return root


# ---- what it says of itself


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_the_function_of_its_name(name: str) -> None:
    command = main.get_command(Context(main), name)
    assert command is not None
    assert command.name == name


def test_it_knows_its_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"scrutiny, version {generators.__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_explained(name: str) -> None:
    said = CliRunner().invoke(main, [name, "--help"])
    command = main.get_command(Context(main), name)
    assert said.exit_code == 0
    assert command is not None
    assert " ".join(str(command.help).split()) in " ".join(said.output.split())
    for option in command.params:
        assert getattr(option, "help", None) or isinstance(option, Argument), option.name


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--root", "/nowhere"], "'/nowhere' does not exist"),
        (["check", "--frob"], "No such option"),
        (["frob"], "No such command"),
        (["serve", "--port", "0"], "0 is not in the range"),
        (["serve", "--port", "http"], "'http' is not a valid integer"),
        (["build", "--now", "tomorrow"], 'Write it like 2026-12-01 or 2026-12-01T09:00'),
        (["build", "--now", "2026-02-30"], '"2026-02-30" is not a moment'),
        (["build", "--now", ""], '"" is not a moment'),
        (["due", "--now", "9999-12-25"], "the year 9999 cannot be meant. It lies between 1900 and 2100."),
    ],
)  # fmt: skip
def test_a_wrong_argument_is_explained(arguments: list[str], words: str) -> None:
    """With the status that every program uses for it."""
    ended = CliRunner().invoke(main, arguments)
    assert ended.exit_code == 2
    assert words in " ".join(ended.output.split()).replace("'--", "--")


def test_the_program_is_installed_under_its_name() -> None:
    ended = subprocess.run(
        [Path(sys.executable).with_name("scrutiny"), "--version"], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, f"scrutiny, version {generators.__version__}\n")


# ---- check


def test_check_counts_the_sound_records(root: Path) -> None:
    ended = run("scrutiny", "check", "--root", root)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "All 66 records are sound.\n", "")


def test_check_writes_no_page(root: Path) -> None:
    run("scrutiny", "check", "--root", root)
    assert not (root / "site").exists()
    assert not (root / ".scrutiny" / "stage").exists()


def test_the_root_is_this_folder_if_not_given(root: Path) -> None:
    ended = subprocess.run(
        [Path(sys.executable).with_name("scrutiny"), "check"],
        cwd=root, capture_output=True, text=True, check=False, env=clean_environment(),
    )  # fmt: skip
    assert ended.stdout == "All 66 records are sound.\n"


def test_check_needs_no_configuration_of_a_site(root: Path) -> None:
    """Records can be checked where there is nothing else."""
    (root / "mkdocs.yml").unlink()
    assert run("scrutiny", "check", "--root", root).returncode == 0


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_that_is_no_offices_is_explained(tmp_path: Path, command: str) -> None:
    ended = CliRunner().invoke(main, [command, "--root", str(tmp_path)])
    assert ended.exit_code == 1
    assert ended.output == (
        "Error: This is not an office's folder: there is no content/ here. "
        "Go to the folder that holds content/ and data/, or name it with --root.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_folder_without_the_configuration_of_a_site_is_explained(root: Path, command: str) -> None:
    (root / "mkdocs.yml").unlink()
    ended = CliRunner().invoke(main, [command, "--root", str(root)])
    assert (ended.exit_code, ended.output) == (1, "Error: There is no mkdocs.yml here. It says how the site is made.\n")


def test_check_says_how_many_records_are_not_public(root: Path) -> None:
    """A paper inside a meeting that is not due yet is not public either, whatever it says of itself."""
    edit(root, MEETING, "publication: published", "publication: published\npublish_on: 2024-12-01 09:00")
    edit(root, "content/people/ada-example.yml", "publication: published\n", "")
    said = run("scrutiny", "check", "--root", root, "--now", "2024-07-01").stdout
    assert said == (
        "All 66 records are sound. 3 of them are not public: 1 draft, 1 not before 1 December 2024, "
        "1 inside one of these.\n"
    )
    said = run("scrutiny", "check", "--root", root, "--now", "2024-12-01T09:00").stdout
    assert said == "All 66 records are sound. 1 of them is not public: 1 draft.\n"


def test_check_says_when_the_first_of_several_records_is_due(root: Path) -> None:
    for name, day in (("ada-example", "2025-02-01"), ("ben-sample", "2025-01-01")):
        path = f"content/people/{name}.yml"
        edit(root, path, "publication: published", f"publication: published\npublish_on: {day}")
    why = "\nchanges:\n  - {date: 2024-02-01, kind: withdrawn, reason: It was entered twice.}"
    edit(root, "content/matters/custody.yml", "publication: published", "publication: withdrawn" + why)
    said = run("scrutiny", "check", "--root", root, "--now", "2024-07-01").stdout
    assert said == (
        "All 66 records are sound. 3 of them are not public: 1 withdrawn, 2 not before 1 January 2025 or later.\n"
    )


def test_every_problem_is_printed_with_its_place_and_a_count(broken: Path) -> None:
    """Sorted by file and line, on the stream for errors."""
    ended = run("scrutiny", "check", "--root", broken)
    assert ended.returncode == 1
    assert ended.stdout == ""
    first, second, last = ended.stderr.splitlines()
    assert re.fullmatch(rf'{MEETING}:7:8: state: "hold" .* Did you mean "held"\?', first)
    assert re.fullmatch(r'content/people/ben-sample\.yml:2:\d+: honourific: .* Did you mean "honorific"\?', second)
    assert last == "2 problems in 2 files. Nothing was written."


def test_on_github_every_problem_is_an_annotation_too(broken: Path) -> None:
    ended = run("scrutiny", "check", "--root", broken, environment={"GITHUB_ACTIONS": "true"})
    assert ended.returncode == 1
    lines = ended.stdout.splitlines()
    assert [line.split("::")[1] for line in lines] == [
        f"error file={MEETING},line=7,col=8",
        "error file=content/people/ben-sample.yml,line=2,col=1",
    ]
    assert lines[0].endswith('Did you mean "held"?')
    assert "2 problems in 2 files" in ended.stderr


def test_elsewhere_there_are_no_annotations(broken: Path) -> None:
    assert "::error" not in run("scrutiny", "check", "--root", broken).stdout


def test_an_annotation_stays_on_one_line_whatever_was_typed(root: Path) -> None:
    """A percent sign, a colon and a comma in a file's name or a message mean something to GitHub."""
    edit(root, MEETING, "state: held", 'state: "100%: a, b\\n::error::x"')
    ended = run("scrutiny", "check", "--root", root, environment={"GITHUB_ACTIONS": "true"})
    (line,) = ended.stdout.splitlines()
    assert "100%25: a, b" in line
    assert line.startswith(f"::error file={MEETING},line=7,col=8::")


# ---- build


def test_build_says_what_it_did_and_where_to_look(root: Path) -> None:
    """On one line, and nothing of its progress where there is no terminal."""
    first = run("scrutiny", "build", "--root", root, "--now", "2024-07-01")
    where = os.path.relpath(root / "site" / "index.html")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == f"{PAGES} pages, {PAGES} of them made anew. Open {where}\n"
    second = run("scrutiny", "build", "--root", root, "--now", "2024-07-01")
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout == f"{PAGES} pages, 0 of them made anew. Open {where}\n"


def test_on_a_terminal_it_says_what_it_is_doing(root: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generators.cli", "build", "--root", str(root)]
    process = subprocess.Popen(command, stderr=theirs, stdout=subprocess.PIPE, env=clean_environment({"TERM": "xterm"}))
    os.close(theirs)
    said = b""
    while True:
        try:
            said += os.read(ours, 1000)
        except OSError:  # the other end is closed
            break
    os.close(ours)
    assert process.communicate()[0].endswith(b"index.html\n")
    assert process.returncode == 0
    assert f"Making {PAGES} of {PAGES} pages".encode() in said


def test_the_site_goes_where_it_is_told(ready: Path, tmp_path: Path) -> None:
    ended = run("scrutiny", "build", "--root", ready, "--site-dir", tmp_path / "www", "--now", "2024-07-01")
    assert ended.stdout.endswith(f"Open {os.path.relpath(tmp_path / 'www' / 'index.html')}\n")
    assert (tmp_path / "www" / "index.html").is_file()
    assert not (ready / "site").exists()


@pytest.mark.parametrize(
    ("now", "there"),
    [
        ("2024-08-01T08:59", False),
        ("2024-08-01T09:00", True),
        ("2024-08-01", False),
        ("2024-08-02", True),
        ("2024-08-01T07:59+00:00", False),
        ("2024-08-01T08:00+00:00", True),
    ],
)
def test_it_can_act_as_if_it_were_another_moment(ready: Path, now: str, there: bool) -> None:
    """Given in local time, or with its own distance from it: 09:00 in summer is 08:00 at Greenwich."""
    edit(ready, PAPER, "publication: published", "publication: published\npublish_on: 2024-08-01 09:00")
    ended = CliRunner().invoke(main, ["build", "--root", str(ready), "--now", now])
    assert ended.exit_code == 0, ended.output
    assert (PAPER_PAGE in contents(ready / "site")) is there


def test_without_a_moment_it_is_now(ready: Path) -> None:
    """What was due long ago is there; what is due in a far year is not."""
    edit(ready, PAPER, "publication: published", "publication: published\npublish_on: 2100-08-01")
    edit(ready, MEETING, "publication: published", "publication: published\npublish_on: 2024-08-01")
    assert CliRunner().invoke(main, ["build", "--root", str(ready)]).exit_code == 0
    made = contents(ready / "site")
    assert PAPER_PAGE not in made
    assert "meetings/panel/2024-03-06/index.html" in made


def test_a_build_with_problems_prints_them_and_writes_nothing(broken: Path) -> None:
    ended = run("scrutiny", "build", "--root", broken)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.endswith("2 problems in 2 files. Nothing was written.\n")
    assert not (broken / "site").exists()


def test_a_broken_link_is_a_problem_like_any_other(ready: Path) -> None:
    edit(ready, PAPER, "illustrative month", "[illustrative month](../nowhere/)")
    ended = run("scrutiny", "build", "--root", ready, environment={"GITHUB_ACTIONS": "true"})
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"{PAPER}:")
    assert ended.stdout.startswith(f"::error file={PAPER},line=")
    assert not (ready / "site").exists()


def test_the_program_is_run_from_anywhere(ready: Path, tmp_path: Path) -> None:
    """Whatever folder it is started in, the repository's own files are not in its way."""
    ended = subprocess.run(
        [Path(sys.executable).with_name("scrutiny"), "build", "--root", ready, "--site-dir", "here"],
        cwd=tmp_path, capture_output=True, text=True, check=False, env=clean_environment(),
    )  # fmt: skip
    assert ended.stdout.endswith(f"Open {Path('here') / 'index.html'}\n"), ended.stderr
    assert (tmp_path / "here" / "index.html").is_file()
    assert REPOSITORY not in (tmp_path / "here").resolve().parents
