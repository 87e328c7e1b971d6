"""The handbook: every step of every page is taken, and what the program then says is what the page shows."""

import os
import re
import shutil
from pathlib import Path

import pytest

from generators.dates import long_date
from tests.conftest import REPOSITORY
from tests.desk import Desk, command_of, moment, under_git
from tests.handbook import MISTAKES, TODAY, Page, agrees, page
from tests.ledgers import Memory
from tests.projects import NOW, copy_sound
from tests.test_publish import DAY, Office

HANDBOOK = REPOSITORY / "docs" / "handbook"
PAGES = {file.stem: page(file) for file in sorted(HANDBOOK.glob("*.md"))}
TASKS = [name for name in PAGES if name != "index"]
ASKED = {
    "publish-an-agenda", "add-a-late-paper", "publish-draft-minutes", "confirm-minutes", "record-a-decision",
    "add-gifts", "run-a-dip-sample", "answer-a-recommendation", "correct-a-mistake", "withdraw-a-document",
    "hold-until-a-date", "hand-the-archive-over", "describe-a-body",
}  # fmt: skip
"""What people do with the record, whatever else the handbook tells."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The ledger of the sound project, published the day before."""
    office = Office(copy_sound(tmp_path_factory.mktemp("published") / "project"))
    office.now = NOW - 2 * DAY
    office.publish()
    assert isinstance(office.last.site, Memory)
    return {path: raw for path, raw in office.last.site.contents.items() if path.startswith("ledger/")}


def before(name: str) -> list[Page]:
    """The pages whose steps were taken before, the first one first."""
    first = PAGES[name].begins_after
    return [*before(first), PAGES[first]] if first else []


@pytest.mark.parametrize("name", TASKS)
def test_every_step_does_what_the_page_says(
    name: str, published: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, this, after = Desk(copy_sound(tmp_path / "project"), published), PAGES[name], tmp_path / "after"
    monkeypatch.chdir(desk.root)
    if "$ git " in this.text:
        under_git(desk.root)
    for each in (*before(name), this):
        for step in each.steps:
            if not step.mistake:
                desk.take(step, each.today)
    shutil.move(desk.root, after)
    for mistake in this.mistakes():
        shutil.copytree(after, desk.root, symlinks=True)
        os.chdir(desk.root)
        for step in this.steps:
            if step.mistake == mistake:
                desk.take(step, this.today, must_pass=False)
        shutil.rmtree(desk.root)


def test_every_task_has_a_page_and_the_index_leads_to_it() -> None:
    assert set(TASKS) >= ASKED
    assert {*re.findall(r"\]\((\S+?)\.md\)", PAGES["index"].text)} == set(TASKS)
    assert PAGES["index"].steps == ()


@pytest.mark.parametrize("name", TASKS)
def test_every_page_says_when_what_how_and_what_can_go_wrong(name: str) -> None:
    steps = [part for part in PAGES[name].parts if re.match(r"\d+\. ", part)]
    assert list(PAGES[name].parts) == ["When you do this", "What you need", *steps, "What you will see", MISTAKES]
    assert [int(step.split(".")[0]) for step in steps] == list(range(1, len(steps) + 1))
    assert PAGES[name].mistakes(), "no mistake is shown"
    assert any(step.language == "console" for step in PAGES[name].steps if step.mistake)


@pytest.mark.parametrize("name", TASKS)
def test_a_page_of_another_day_or_that_follows_another_page_says_so(name: str) -> None:
    this = PAGES[name]
    assert this.today == TODAY or f"today is {long_date(moment(this.today))}" in " ".join(this.text.split())
    assert not this.begins_after or f"]({this.begins_after}.md)" in this.text.partition("## 1.")[0]


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_is_named_is_one(name: str) -> None:
    """Between the blocks too, where nothing is run."""
    for words in re.findall(r"`scrutiny ([^`]+)`", PAGES[name].text):
        said = words.split()
        command = command_of([word for word in said if not word.startswith("-")])
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in said if word.startswith("--")} <= known, words


def test_every_form_that_is_named_is_one() -> None:
    texts = [file.read_text("utf-8") for file in (REPOSITORY / ".github" / "ISSUE_TEMPLATE").glob("*.yml")]
    forms = {name for text in texts for name in re.findall(r'(?m)^name: "(.*)"$', text)}
    named = {name for this in PAGES.values() for name in re.findall(r"\*(New gift|Report [^*]+)\*", this.text)}
    assert named == {"New gift", "Report a correction"} <= forms


@pytest.mark.parametrize(
    ("shown", "said", "agree"),
    [
        ("All 2 records are sound.\n", "All 2 records are sound.\n", True),
        ("All 3 records are sound.\n", "All 2 records are sound.\n", False),
        ("All … records are sound.\n", "All 2 records are sound.\n", True),
        ("…\nWritten.\n", "One.\nTwo.\nWritten.\n", True),
        ("…\nWritten.\n", "Written.\nMore.\n", False),
        ("", "Something.\n", False),
        (">\n", "> \n", True),
    ],
)
def test_what_is_shown_agrees_with_what_is_said_to_the_letter(shown: str, said: str, agree: bool) -> None:
    assert agrees(shown, said) == agree
