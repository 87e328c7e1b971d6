"""The forms of the repository's website, and what is sent with them: one draft of a record, or an answer."""

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generators.archive import Archive
from generators.check import load
from generators.cli import main
from generators.forms.answer import LONGEST, fenced
from generators.forms.form import Form, forms
from generators.forms.issue_template import FOLDER, files
from generators.forms.new_record import new_record
from generators.forms.sent import NOTHING, Refused, again, kept, read
from generators.read import csv_text
from generators.read.yaml_text import parse
from tests.conftest import CASES, TEXTS
from tests.projects import REPOSITORY, SOUND, clean_environment, records

CASE_FILES = sorted((CASES / "forms").glob("*.yml"))
NEEDED = {
    "new-meeting": {"Body": "Illustrative Ethics Panel (panel)", "Date": "2026-12-01"},
    "new-gift": {
        "Register": "Gifts register of the Illustrative Office (office)",
        "Offered by": "Sample United",
        "What": "Two tickets",
    },
    "report-a-correction": {"Page": "https://record.example.org/about/", "What is wrong": "A name."},
}
NOW = ("--now", "2026-10-05")


def with_drafts(root: Path) -> Path:
    """A copy of the sound project, in one of whose registers a row can be a draft."""
    for name in ("content", "data"):
        shutil.copytree(SOUND / name, root / name)
    side, rows = root / "data" / "gifts" / "office.yml", root / "data" / "gifts" / "office.csv"
    side.write_text(side.read_text().replace("columns:\n", "columns:\n  publication: Whether it may be seen\n"))
    first, *others = rows.read_text().splitlines()
    rows.write_text("\n".join([f"{first},publication", *(f"{line}," for line in others), ""]))
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_drafts(tmp_path_factory.mktemp("forms") / "project")


@pytest.fixture(scope="module")
def archive(root: Path) -> Archive:
    return load(root)


def sent_as(form: Form, answers: Mapping[str, str], *, without: tuple[str, ...] = (), ends: str = "\n") -> str:
    """What GitHub writes of these answers, by the label of each question."""
    asked = [question.label for question in form.questions if question.label not in without]
    assert set(answers) <= {question.label for question in form.questions}
    text = "\n\n".join(f"### {label}\n\n{answers.get(label, '_No response_')}" for label in asked)
    return text.replace("\n", ends) if ends != "\n" else text


def event(text: Any, number: Any = 12) -> bytes:
    return json.dumps({"action": "labeled", "issue": {"number": number, "title": "$(id)", "body": text}}).encode()


def of_case(case: Mapping[str, Any], archive: Archive) -> str:
    if "body" in case:
        return str(case["body"])
    form = next(form for form in forms(archive) if form.name == case["form"])
    typed = {label: str(answer) for label, answer in case.get("answers", {}).items()}
    long = {label: "a" * times for label, times in case.get("repeated", {}).items()}
    answers = {**NEEDED[form.name], **typed, **long}
    return sent_as(form, answers, without=tuple(case.get("without", ())), ends=case.get("ends", "\n"))


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["forms", *map(str, arguments)])


# ---- what is sent


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: path.stem)
def test_case(path: Path, root: Path, archive: Archive, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text())
    (tmp_path / "event.json").write_bytes(event(of_case(case, archive)))
    before = records(root)
    ended = command("read", tmp_path / "event.json", "--out", tmp_path / "out", "--root", root, *NOW)
    assert ended.exit_code == 0, ended.output
    assert records(root) == before, "to read a form writes nothing"
    found = {file.name: file.read_text() for file in (tmp_path / "out").iterdir()}
    if "record" in case:
        judge_record(case["record"], found, root, tmp_path)
        return
    (said,) = found.items()
    assert said[0] == "answer.md"
    if "refused" in case:
        reasons = fenced("\n".join(case["refused"]))
        assert f"No record could be made of this form:\n\n{reasons}\n\nMend the text above" in said[1]
    elif "refused_with" in case:
        assert f"\n{case['refused_with']}: " in said[1]
    else:
        assert said[1] == case["said"]


def judge_record(expected: Mapping[str, Any], found: Mapping[str, str], root: Path, tmp_path: Path) -> None:
    """Put the record into a copy: one file is another, and it says what was sent."""
    assert list(found) == ["form.json"]
    before, copy = records(root), Path(shutil.copytree(root, tmp_path / "copy"))
    ended = command("put", tmp_path / "out" / "form.json", "--body", tmp_path / "words.md", "--root", copy, *NOW)
    assert (ended.exit_code, ended.output) == (0, f"{expected['path']}\n")
    after = records(copy)
    assert {path for path in after if after[path] != before.get(path)} == {expected["path"]}
    assert before.keys() <= after.keys()
    text = after[expected["path"]].decode()
    if "row" in expected:
        assert text == before[expected["path"]].decode() + expected["row"] + "\n"
    else:
        assert parse(text) == {name: str(value) for name, value in expected["fields"].items()}
    words = (tmp_path / "words.md").read_text()
    assert f"`{expected['path']}`" in words
    assert "Closes #12" in words


@pytest.mark.parametrize("text", [None, 3, ["a"], "\ud800", "### Body\n\n\udfff"])
def test_what_is_no_text_is_refused(archive: Archive, text: Any) -> None:
    with pytest.raises(Refused):
        read(event(text), forms(archive))


@pytest.mark.parametrize(
    "raw",
    [b"", b"[]", b"{}", b'{"issue": 3}', event("a", 0), event("a", -1), event("a", "12"), event("a", True),
     event("a", 1.5), event("a", 10**9), b"\xff", b" " * 3_000_000, b"[" * 100_000],
)  # fmt: skip
def test_a_file_that_tells_of_nothing_is_told_of(root: Path, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "event.json").write_bytes(raw)
    ended = command("read", tmp_path / "event.json", "--out", tmp_path / "out", "--root", root)
    assert (ended.exit_code, ended.output) == (1, "Error: This is not a file in which GitHub tells of an issue.\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "changed",
    [{"path": ".github/workflows/a.yml"}, {"number": "12; id"}, {"form": "../a"}, {"form": None}, {"answers": []},
     {"answers": {"publication": "published"}}, {"answers": {"body": "../.."}}, {"answers": {"date": 3}}],
)  # fmt: skip
def test_what_is_handed_on_is_judged_anew(root: Path, tmp_path: Path, changed: dict[str, Any]) -> None:
    good = {
        "number": 12,
        "form": "new-meeting",
        "answers": {"body": NEEDED["new-meeting"]["Body"], "date": "2026-12-01"},
    }
    (tmp_path / "form.json").write_text(json.dumps({**good, **changed}))
    before = records(root)
    ended = command("put", tmp_path / "form.json", "--root", root)
    assert ended.exit_code == 1
    assert ended.output.startswith("Error: ")
    assert records(root) == before


def test_a_folder_that_is_a_link_leads_nowhere(tmp_path: Path) -> None:
    root = with_drafts(tmp_path / "project")
    outside = tmp_path / "outside"
    shutil.move(root / "content" / "meetings" / "panel", outside)
    (root / "content" / "meetings" / "panel").symlink_to(outside)
    made = read(event(sent_as(forms(load(SOUND))[0], NEEDED["new-meeting"])), forms(load(SOUND)))
    with pytest.raises(Refused, match="is a link to another place"):
        new_record(load(SOUND), root, made)


def test_rows_that_are_a_link_are_left_alone(tmp_path: Path) -> None:
    root = with_drafts(tmp_path / "project")
    archive, rows = load(root), root / "data" / "gifts" / "office.csv"
    form = next(form for form in forms(archive) if form.name == "new-gift")
    shutil.move(rows, tmp_path / "rows.csv")
    rows.symlink_to(tmp_path / "rows.csv")
    with pytest.raises(Refused, match=r"do not lie in data/gifts/office\.csv itself"):
        new_record(archive, root, read(event(sent_as(form, NEEDED["new-gift"])), forms(archive)))


@given(place=TEXTS, title=TEXTS, date=TEXTS | st.dates().map(str), body=TEXTS | st.just(NEEDED["new-meeting"]["Body"]))
def test_a_form_makes_the_record_of_its_answers_or_none(
    root: Path, archive: Archive, place: str, title: str, date: str, body: str
) -> None:
    """Whatever is typed: the record lies in its own place, and says the very words that were typed."""
    every = forms(archive)
    form = next(form for form in every if form.name == "new-meeting")
    text = sent_as(form, {"Body": body, "Date": date, "Place": place, "Title": title})
    try:
        made = new_record(archive, root, again(kept(read(event(text), every)), every))
    except Refused:
        return
    assert re.fullmatch(r"content/meetings/panel/[0-9]{4}-[0-9]{2}-[0-9]{2}/meeting\.yml", made.path)
    said = parse(made.content.decode())
    assert said["publication"] == "draft"
    typed = {"place": place.strip(), "title": title.strip()}
    assert {name: said.get(name, "") for name in typed} == {
        name: "" if words in NOTHING else words for name, words in typed.items()
    }


@given(what=TEXTS, donor=TEXTS)
def test_a_row_holds_the_very_words_and_all_else_stays(root: Path, archive: Archive, what: str, donor: str) -> None:
    every = forms(archive)
    form = next(form for form in every if form.name == "new-gift")
    text = sent_as(form, {**NEEDED["new-gift"], "What": what, "Offered by": donor})
    try:
        sent = read(event(text), every)
    except Refused:
        return
    made = new_record(archive, root, sent)
    before = (root / made.path).read_bytes()
    assert made.content.startswith(before)
    _, rows = csv_text.parse(made.content.decode())
    assert len(rows) == len(csv_text.parse(before.decode())[1]) + 1
    typed = {**rows[-1], "what": " ".join(what.split()), "Donor or host": " ".join(donor.split())}
    assert rows[-1] == typed
    assert rows[-1]["publication"] == "draft"


@given(TEXTS | st.text("`~ \n#a", max_size=40))
def test_no_line_of_a_fenced_text_closes_its_fence(text: str) -> None:
    first, *lines, last = fenced(text).split("\n")
    fence = first.removesuffix("text")
    assert set(fence) == {"`"}
    assert last == fence
    assert not any(fence in line for line in lines)
    assert len(fenced("a" * 2 * LONGEST)) < LONGEST + 100


# ---- the forms themselves


def test_the_forms_and_what_editors_read_are_as_the_records_are() -> None:
    ended = command("--check", "--root", REPOSITORY)
    assert ended.exit_code == 0, ended.output


def test_a_form_asks_in_the_words_of_the_record(archive: Archive) -> None:
    made = {path: yaml.safe_load(text) for path, text in files(forms(archive))}
    gift = {asked["id"]: asked for asked in made[f"{FOLDER}/new-gift.yml"]["body"] if "id" in asked}
    assert gift["kind"]["attributes"]["options"] == ["gift", "hospitality", "gratuity", "sponsorship", "discount"]
    assert gift["what"]["attributes"]["description"] == "What was offered."
    assert gift["what"]["validations"] == {"required": True}
    assert gift["register"]["attributes"]["options"] == [NEEDED["new-gift"]["Register"]]
    for form in made.values():
        for asked in form.get("body", ()):
            assert all(isinstance(option, str) for option in asked["attributes"].get("options", ()))
            if asked["type"] == "markdown":
                assert "can be read by everybody" in asked["attributes"]["value"]


def test_the_first_questions_of_all_forms_differ_and_so_do_all_of_one(archive: Archive) -> None:
    every = forms(archive)
    assert len({form.questions[0].label for form in every}) == len(every) == 3
    for form in every:
        assert len({question.label for question in form.questions}) == len(form.questions)


def test_a_register_whose_rows_cannot_be_drafts_has_no_form() -> None:
    assert [form.name for form in forms(load(SOUND))] == ["new-meeting", "report-a-correction"]


def test_what_somebody_wrote_is_not_overwritten(tmp_path: Path) -> None:
    root = with_drafts(tmp_path / "project")
    form = root / FOLDER / "new-gift.yml"
    form.parent.mkdir(parents=True)
    form.write_text("name: Mine\n")
    before = records(root)
    ended = command("--root", root)
    assert ended.exit_code == 1
    assert "was written by somebody" in ended.output
    assert records(root) == before
    form.unlink()
    assert command("--check", "--root", root).exit_code == 1
    assert command("--root", root).exit_code == 0
    assert command("--root", root).output.startswith("0 of ")


# ---- the request to take a record over


@pytest.fixture
def desk(root: Path, tmp_path: Path) -> Path:
    """A folder with the records as a repository's main branch has them, and a program that asks in GitHub's place."""
    work, bare = tmp_path / "work", tmp_path / "repository.git"
    for name in ("content", "data"):
        shutil.copytree(root / name, work / name)
    (work / ".gitignore").write_text(".scrutiny/\n")
    git(tmp_path, "init", "--quiet", "--bare", str(bare))
    git(work, "init", "--quiet", "-b", "main")
    git(work, "add", "--all")
    git(work, "-c", "user.name=office", "-c", "user.email=office@localhost", "commit", "--quiet", "-m", "Begin")
    git(work, "push", "--quiet", str(bare), "main")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{tmp_path}/asked"\n')
    (tmp_path / "bin" / "gh").chmod(0o755)
    return work


def git(at: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=at, capture_output=True, text=True, check=True)
    return done.stdout


def propose(desk: Path, number: str = "12") -> subprocess.CompletedProcess[str]:
    extra = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "example/record", "GITHUB_RUN_ID": "7"}
    path = {"PATH": f"{desk.parent}/bin:{clean_environment()['PATH']}"}
    words = desk.parent / "words.md"
    words.touch()
    return subprocess.run(
        [str(REPOSITORY / ".ci" / "propose"), number, str(words), str(desk.parent / "repository.git")],
        cwd=desk, env=clean_environment({**extra, **path}), capture_output=True, text=True, check=False,
    )  # fmt: skip


def branches(desk: Path) -> list[str]:
    return git(desk.parent / "repository.git", "branch", "--format", "%(refname:short)").split()


@pytest.mark.parametrize("name", ["new-meeting", "new-gift"])
def test_a_form_goes_all_its_way_to_a_request(desk: Path, archive: Archive, name: str) -> None:
    """The steps of the workflow, one after the other, with a repository of our own."""
    outside = desk.parent
    form = next(form for form in forms(archive) if form.name == name)
    first = next(
        question.label
        for question in form.questions
        if not question.choices and question.name in ("place", "recipient")
    )
    text = sent_as(form, {**NEEDED[name], first: "a $(id) ${{ secrets.A }} ``` @everyone"})
    (outside / "event.json").write_bytes(event(text))
    assert command("read", outside / "event.json", "--out", outside / "form", "--root", desk, *NOW).exit_code == 0
    assert git(desk, "status", "--porcelain") == ""
    ended = command("put", outside / "form" / "form.json", "--body", outside / "words.md", "--root", desk, *NOW)
    assert ended.exit_code == 0, ended.output
    done = propose(desk)
    assert done.returncode == 0, done.stderr
    assert branches(desk) == ["form-12", "main"]
    repository = outside / "repository.git"
    assert git(repository, "diff", "--name-only", "main", "form-12").split() == [ended.output.strip()]
    assert git(repository, "log", "-1", "--format=%an %s", "form-12") == "form Add the record sent with form 12\n"
    assert (outside / "asked").read_text().split("\n")[:9] == [
        "pr", "create", "--repo", "example/record", "--base", "main", "--head", "form-12", "--title",
    ]  # fmt: skip
    assert "Record sent with form 12" in (outside / "asked").read_text()
    words = (outside / "words.md").read_text()
    assert "````text\n" in words
    assert words.endswith("`preview` of https://github.com/example/record/actions/runs/7\n")
    again_sent = propose(desk)
    assert again_sent.returncode == 1, "nothing is left to propose"


@pytest.mark.parametrize(
    ("paths", "number", "words"),
    [
        ((), "12", "Something else than one record"),
        ((".github/workflows/a.yml",), "12", "Something else than one record"),
        (("content/meetings/panel/2026-12-01/meeting.yml", "mkdocs.yml"), "12", "Something else than one record"),
        (("content/meetings/panel/2026-12-01/meeting.yml.sh",), "12", "Something else than one record"),
        (("content/office.yml",), "12", "Something else than one record"),
        (("content/meetings/panel/2026-12-01/meeting.yml",), "12 --force", "written in digits"),
        (("content/meetings/panel/2026-12-01/meeting.yml",), "", "written in digits"),
    ],
)
def test_nothing_but_one_record_is_pushed(desk: Path, paths: tuple[str, ...], number: str, words: str) -> None:
    for path in paths:
        (desk / path).parent.mkdir(parents=True, exist_ok=True)
        (desk / path).write_text("a: b\n")
    done = propose(desk, number)
    assert (done.returncode, words in done.stderr) == (1, True), done.stderr
    assert branches(desk) == ["main"]


def test_a_form_that_was_proposed_is_not_proposed_again(desk: Path) -> None:
    git(desk, "push", "--quiet", str(desk.parent / "repository.git"), "main:form-12")
    record = desk / "content" / "meetings" / "panel" / "2026-12-01" / "meeting.yml"
    record.parent.mkdir()
    record.write_text("a: b\n")
    done = propose(desk)
    assert (done.returncode, "was proposed before" in done.stderr) == (1, True)


def test_every_case_says_what_it_expects() -> None:
    for path in CASE_FILES:
        expected = {"refused", "refused_with", "record", "said"} & yaml.safe_load(path.read_text()).keys()
        assert len(expected) == 1, path.name
