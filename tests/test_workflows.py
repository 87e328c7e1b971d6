"""What runs on GitHub: as strict as its own judges ask, and nothing but commands that people run."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from click import Command, Context, Group

from generators.cli import main
from generators.forms.answer import ACCEPTED
from tests.projects import REPOSITORY

GITHUB = REPOSITORY / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
JOBS = [
    (f"{path.stem}: {name}", job)
    for path in WORKFLOWS
    for name, job in yaml.safe_load(path.read_text())["jobs"].items()
]
STEPS: list[dict[str, Any]] = [step for _, job in JOBS for step in job["steps"]]
RUN = [step["run"] for step in STEPS if "run" in step]
FORMS = [path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"]
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
}
PROGRAMS = Path(sys.executable).parent


def said(*command: str | Path, at: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=at, capture_output=True, text=True, check=False)


# ---- what is written


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_file_is_of_the_form_that_github_reads(schema: str) -> None:
    found = said(PROGRAMS / "check-jsonschema", "--builtin-schema", schema, *SCHEMAS[schema])
    assert found.returncode == 0, found.stdout


def test_the_auditor_of_workflows_finds_nothing() -> None:
    found = said(PROGRAMS / "zizmor", "--offline", "--quiet", "--persona", "auditor", GITHUB)
    assert found.returncode == 0, found.stdout


def test_every_action_of_others_is_named_by_its_whole_hash() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert used
    assert [name for name in used if not re.search("@[0-9a-f]{40}$", name)] == []


def test_no_text_of_others_reaches_a_shell() -> None:
    assert [words for words in RUN if "${{" in words] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=[file.stem for file in WORKFLOWS])
def test_a_command_that_fails_stops_its_job_though_its_words_are_handed_on(file: Path) -> None:
    """GitHub's own shell goes by the last command of a pipe; the one that is named goes by all of them."""
    assert yaml.safe_load(file.read_text())["defaults"]["run"]["shell"] == "bash"


def test_the_ledger_is_taken_from_the_site_and_attested_where_it_is_put() -> None:
    jobs = dict(JOBS)
    (taken,) = (
        step["with"] for step in jobs["publish: build"]["steps"] if step.get("with", {}).get("name") == "ledger"
    )
    (put,) = (step["with"] for step in jobs["publish: deploy"]["steps"] if step.get("with", {}).get("name") == "ledger")
    (attested,) = (step["with"] for step in jobs["publish: deploy"]["steps"] if "attest" in step.get("uses", ""))
    assert taken["path"] == "site/ledger/", "where publishing puts it, see the tests of that"
    assert attested["subject-path"] == f"{put['path']}/checkpoint"


def test_a_ledger_that_was_begun_is_never_begun_again() -> None:
    (begins,) = (step for step in dict(JOBS)["publish: build"]["steps"] if "publish --first" in step.get("run", ""))
    check = str(begins["run"]).partition(".venv/bin")[0]
    assert begins["env"] == {"SITE": "${{ vars.SITE }}"}
    for site, status in (("https://example.org", 1), ("", 0)):
        assert said("env", f"SITE={site}", "bash", "-eo", "pipefail", "-c", check).returncode == status


@pytest.mark.parametrize(("name", "job"), JOBS, ids=[name for name, _ in JOBS])
def test_a_job_ends_by_itself_and_has_only_the_rights_it_names(name: str, job: dict[str, Any]) -> None:
    assert job["timeout-minutes"] > 0, name
    assert job["permissions"], name


def test_only_what_deploys_remembers_proposes_and_answers_can_write() -> None:
    writing = {name: sorted(job["permissions"]) for name, job in JOBS if "write" in job["permissions"].values()}
    assert writing == {
        "publish: deploy": ["attestations", "id-token", "pages"],
        "publish: remember": ["contents"],
        "form: propose": ["contents", "pull-requests"],
        "form: answer": ["issues"],
    }


def test_what_reads_a_form_cannot_write_and_what_can_write_does_not_read_it() -> None:
    """Whoever is asked for a token gets none of what somebody sent but the number that GitHub gave it."""
    text = (GITHUB / "workflows" / "form.yml").read_text()
    assert set(re.findall(r"github\.event\.[a-z_.]+", text)) == {
        "github.event.issue.number", "github.event.label.name",
    }  # fmt: skip
    for name, job in JOBS:
        if name.startswith("form: "):
            steps = [step.get("run", "") for step in job["steps"]]
            reads = any("GITHUB_EVENT_PATH" in run for run in steps)
            has_token = any("GH_TOKEN" in step.get("env", {}) for step in job["steps"])
            assert reads == (name == "form: read")
            assert has_token == ("write" in job["permissions"].values())
            assert not any(
                "scrutiny" in run or "make" in run for step in job["steps"] if "env" in step for run in [step["run"]]
            )


def test_a_form_is_read_only_when_somebody_who_may_has_given_it_the_label() -> None:
    """No form gives itself that label, so that whoever sends one starts nothing."""
    jobs = {name: job for name, job in JOBS if name.startswith("form: ")}
    assert yaml.safe_load((GITHUB / "workflows" / "form.yml").read_text())[True] == {"issues": {"types": ["labeled"]}}
    assert jobs["form: read"]["if"] == f"github.event.label.name == '{ACCEPTED}'"
    assert all(job["needs"] in ("read", "preview") for name, job in jobs.items() if name != "form: read")
    assert all(ACCEPTED not in yaml.safe_load(path.read_text())["labels"] for path in FORMS)


def test_every_command_of_a_workflow_is_one_that_people_run() -> None:
    targets = set(re.findall("^([a-z-]+):", (REPOSITORY / "Makefile").read_text(), re.MULTILINE))
    text = "\n".join((*RUN, *(path.read_text() for path in (REPOSITORY / ".ci").iterdir())))
    made = set(re.findall(r"^(?:exec )?make ([a-z-]+)", text, re.MULTILINE))
    assert made
    assert made <= targets
    assert all((REPOSITORY / script).exists() for script in re.findall(r"\.ci/[a-z-]+", text))
    given = re.findall(r"\.venv/bin/scrutiny ([a-z]+(?: (?:read|put))?)((?: --?[a-z-]+)*)", text)
    assert {name for name, _ in given} == {"publish", "verify", "diff", "forms read", "forms put"}
    for name, options in given:
        command: Command | None = main
        for part in name.split():
            command = command.get_command(Context(command), part) if isinstance(command, Group) else None
        assert command is not None, name
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(options.split()) <= known, name


# ---- the branch that keeps the ledger


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a branch `main`, as a hosting service keeps it."""
    bare, work = tmp_path / "repository.git", tmp_path / "work"
    said("git", "init", "--quiet", "--bare", bare)
    said("git", "init", "--quiet", "-b", "main", work)
    who = ("-c", "user.name=office", "-c", "user.email=office@localhost")
    said("git", *who, "commit", "--quiet", "--allow-empty", "-m", "Begin", at=work)
    said("git", "push", "--quiet", bare, "main", at=work)
    return bare


def keep(folder: Path, lines: str, repository: Path) -> subprocess.CompletedProcess[str]:
    folder.mkdir(exist_ok=True)
    (folder / "ledger.jsonl").write_text(lines)
    (folder / "checkpoint").write_text(f"of {len(lines)}")
    return said(REPOSITORY / ".ci" / "keep-ledger", folder, repository)


def on_branch(repository: Path) -> str:
    return said("git", "show", "ledger:ledger.jsonl", at=repository).stdout


def test_the_branch_of_the_ledger_grows(tmp_path: Path, repository: Path) -> None:
    assert keep(tmp_path / "kept", "one\n", repository).returncode == 0
    assert keep(tmp_path / "kept", "one\ntwo\n", repository).returncode == 0
    assert keep(tmp_path / "kept", "one\ntwo\n", repository).stdout == "The ledger has not grown.\n"
    assert on_branch(repository) == "one\ntwo\n"
    assert said("git", "rev-list", "--count", "ledger", at=repository).stdout.strip() == "2"
    assert said("git", "ls-tree", "--name-only", "main", at=repository).stdout == ""


def test_nothing_goes_to_the_branch_that_may_have_to_be_erased(tmp_path: Path, repository: Path) -> None:
    for path in ("salts.jsonl", "records/paper/x/v1.json", "earlier/0/a.pdf", "key"):
        (tmp_path / "kept" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kept" / path).write_text("x")
    assert keep(tmp_path / "kept", "one\n", repository).returncode == 0
    found = said("git", "ls-tree", "-r", "--name-only", "ledger", at=repository).stdout
    assert found.split() == ["checkpoint", "key", "ledger.jsonl"]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("other\n", "one of the two was rewritten"),
        ("one\ntwo changed\nthree\n", "one of the two was rewritten"),
        ("one\n", "older than the one on the branch: it has 1 lines of 2"),
        ("", "older than the one on the branch: it has 0 lines of 2"),
    ],
)
def test_a_ledger_that_does_not_go_on_from_the_one_on_the_branch_is_refused(
    tmp_path: Path, repository: Path, lines: str, words: str
) -> None:
    keep(tmp_path / "kept", "one\ntwo\n", repository)
    refused = keep(tmp_path / "kept", lines, repository)
    assert refused.returncode == 1
    assert words in refused.stderr
    assert on_branch(repository) == "one\ntwo\n"


def test_a_folder_without_a_ledger_is_told(tmp_path: Path, repository: Path) -> None:
    refused = said(REPOSITORY / ".ci" / "keep-ledger", tmp_path, repository)
    assert (refused.returncode, refused.stderr.partition(" in the folder")[0]) == (1, "There is no ledger")


def test_a_branch_from_which_somebody_took_the_ledger_is_told(tmp_path: Path, repository: Path) -> None:
    said("git", "branch", "ledger", "main", at=repository)
    refused = keep(tmp_path / "kept", "one\n", repository)
    assert (refused.returncode, "holds no ledger: somebody changed it" in refused.stderr) == (1, True)


def test_a_branch_that_is_gone_is_told_and_begun_anew(tmp_path: Path, repository: Path) -> None:
    keep(tmp_path / "kept", "one\n", repository)
    (tmp_path / "kept" / "checkpoints.jsonl").write_text("first\nsecond\n")
    said("git", "branch", "-D", "ledger", at=repository)
    begun = keep(tmp_path / "kept", "one\ntwo\n", repository)
    assert begun.returncode == 0
    assert begun.stdout.startswith("::warning::This is not the first publication")
    assert on_branch(repository) == "one\ntwo\n"


@pytest.mark.parametrize(("theirs", "status"), [("one\ntwo\n", 0), ("one\nother\n", 1)])
def test_what_another_run_pushed_meanwhile_is_looked_at_before_it_is_gone_on_from(
    tmp_path: Path, repository: Path, theirs: str, status: int
) -> None:
    """The first push finds a branch that grew since it was read; the second attempt reads it again."""
    keep(tmp_path / "kept", "one\n", repository)
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "ledger.jsonl").write_text(theirs)
    hook = repository / "hooks" / "pre-receive"
    script = REPOSITORY / ".ci" / "keep-ledger"
    clear = "unset GIT_DIR GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES"
    hook.write_text(f'#!/bin/sh\nrm "$0"\n{clear}\n"{script}" "{tmp_path}/theirs" "{repository}" >&2\n')
    hook.chmod(0o755)
    ended = keep(tmp_path / "kept", "one\ntwo\nthree\n", repository)
    assert ended.returncode == status, ended.stderr
    assert on_branch(repository) == (theirs if status else "one\ntwo\nthree\n")


def test_a_repository_that_cannot_be_read_is_not_taken_for_one_without_the_branch(tmp_path: Path) -> None:
    refused = keep(tmp_path / "kept", "one\n", tmp_path / "nowhere.git")
    assert refused.returncode != 0
    assert "cannot be read" in refused.stderr


def test_a_branch_that_could_not_be_begun_at_once_is_begun_next(tmp_path: Path, repository: Path) -> None:
    hook = repository / "hooks" / "pre-receive"
    hook.write_text('#!/bin/sh\nrm "$0"\nexit 1\n')
    hook.chmod(0o755)
    assert keep(tmp_path / "kept", "one\n", repository).returncode == 0
    assert on_branch(repository) == "one\n"


def test_a_branch_that_takes_nothing_is_told_after_some_attempts(tmp_path: Path, repository: Path) -> None:
    hook = repository / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    refused = keep(tmp_path / "kept", "one\n", repository)
    assert (refused.returncode, "3 attempts were made. Nothing was pushed." in refused.stderr) == (1, True)


# ---- what was kept of the last publication


def remembered(repository: Path, file: Path) -> subprocess.CompletedProcess[str]:
    return said(REPOSITORY / ".ci" / "remembered", repository, file)


def test_the_checkpoint_on_the_branch_is_the_one_of_the_last_publication(tmp_path: Path, repository: Path) -> None:
    for lines in ("one\n", "one\ntwo\n"):
        keep(tmp_path / "kept", lines, repository)
    assert remembered(repository, tmp_path / "checkpoint").returncode == 0
    assert (tmp_path / "checkpoint").read_text() == "of 8"


def test_before_anything_was_kept_there_is_nothing_to_go_on_from(tmp_path: Path, repository: Path) -> None:
    assert remembered(repository, tmp_path / "checkpoint").returncode == 0
    assert not (tmp_path / "checkpoint").exists()


def test_a_branch_that_cannot_be_read_is_not_taken_for_none(tmp_path: Path, repository: Path) -> None:
    refused = remembered(tmp_path / "nowhere.git", tmp_path / "checkpoint")
    assert (refused.returncode, "The repository cannot be read." in refused.stderr) == (1, True)
    said("git", "branch", "ledger", "main", at=repository)
    refused = remembered(repository, tmp_path / "checkpoint")
    assert (refused.returncode, "holds no checkpoint" in refused.stderr) == (1, True)
    assert not (tmp_path / "checkpoint").exists()


def test_what_is_published_goes_on_from_what_the_branch_keeps_and_not_only_from_what_the_host_hands_out(
    tmp_path: Path,
) -> None:
    """A host that hands out the site before the last one would else be given a second, other history."""
    steps = dict(JOBS)["publish: build"]["steps"]
    runs = [str(step.get("run", "")) for step in steps]
    (fetched,) = (number for number, run in enumerate(runs) if ".ci/remembered" in run)
    (held,) = (number for number, run in enumerate(runs) if run and '--checkpoint "$RUNNER_TEMP/remembered"' in run)
    (put,) = (number for number, step in enumerate(steps) if "upload-pages-artifact" in step.get("uses", ""))
    assert fetched < held < put
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    program = tmp_path / ".venv" / "bin" / "scrutiny"
    for kept, answer, status in ((False, 1, 0), (True, 0, 0), (True, 1, 1)):
        program.write_text(f"#!/bin/sh\nexit {answer}\n")
        program.chmod(0o755)
        (tmp_path / "remembered").unlink(missing_ok=True)
        if kept:
            (tmp_path / "remembered").write_text("x")
        found = said("env", f"RUNNER_TEMP={tmp_path}", "bash", "-eo", "pipefail", "-c", runs[held], at=tmp_path)
        assert found.returncode == status


def test_a_copy_with_what_may_have_to_be_erased_is_not_kept_for_long() -> None:
    (taken,) = (
        step["with"] for step in dict(JOBS)["publish: build"]["steps"] if step.get("with", {}).get("name") == "ledger"
    )
    assert taken["retention-days"] == 1


# ---- links to other sites


class Elsewhere(SimpleHTTPRequestHandler):
    """Another site: it has one page, one that asks who comes, and nothing else."""

    def do_GET(self) -> None:
        """Answer by the last part of the address."""
        self.send_response({"/there": 200, "/guarded": 403}.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    server = ThreadingHTTPServer(("localhost", 0), partial(Elsewhere))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not here")
@pytest.mark.parametrize(
    ("paths", "status", "words"),
    [
        (["there", "guarded", "there#part"], 0, "2 addresses asked, 0 of them lead nowhere."),
        (["there", "gone?a=1&amp;b=2"], 1, "/gone?a=1&b=2 answers 404."),
    ],
)
def test_a_link_that_leads_nowhere_is_told(
    tmp_path: Path, elsewhere: str, paths: list[str], status: int, words: str
) -> None:
    page = "".join(f'<a href="{elsewhere}/{path}">a</a>' for path in paths)
    (tmp_path / "index.html").write_text(f'{page}<a href="/inside/">a</a>')
    found = said(REPOSITORY / ".ci" / "external-links", tmp_path)
    assert (found.returncode, words in found.stdout) == (status, True), found.stdout


def test_a_folder_without_a_site_is_not_taken_for_one_without_broken_links(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        found = said(REPOSITORY / ".ci" / "external-links", folder)
        assert (found.returncode, "There is no site in" in found.stderr) == (1, True)


def test_titles_in_the_summary_of_a_pull_request_are_shown_as_they_are(tmp_path: Path) -> None:
    """Indented, so that no Markdown in them can act; and the status is that of the program."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    program = tmp_path / ".venv" / "bin" / "scrutiny"
    for status in (0, 1):
        program.write_text(f"#!/bin/sh\nprintf '%s\\n' '# A title' '[a](https://b)'\nexit {status}\n")
        program.chmod(0o755)
        found = said(REPOSITORY / ".ci" / "say-what-changes", "https://example.org", at=tmp_path)
        assert found.returncode == status
        assert "    # A title\n    [a](https://b)\n" in found.stdout


def test_words_for_github_itself_are_not_in_the_summary_of_a_pull_request(tmp_path: Path) -> None:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    program = tmp_path / ".venv" / "bin" / "scrutiny"
    program.write_text("#!/bin/sh\nprintf '%s\\n' 'a.yml:1:1: why' '::error file=a.yml,line=1,col=1::why'\nexit 1\n")
    program.chmod(0o755)
    found = said(REPOSITORY / ".ci" / "say-what-changes", "https://example.org", at=tmp_path)
    assert found.stdout.endswith("\n    a.yml:1:1: why\n")
    assert found.stderr == "::error file=a.yml,line=1,col=1::why\n"
