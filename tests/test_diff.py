"""What `scrutiny diff` says that publishing now would do.

A case is a file in `cases/diff` whose name is the fact it proves. The sound project was published once; then `files`
are laid over it, each with its text, some are taken away (`remove`), and places of others are changed (`edits`: a path,
what stands there and what is to). At the moment `now` it `says` exactly this; `drafts` asks for each draft by itself.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner

from generators.check import load
from generators.cli import main
from generators.diff.diff import diff_of
from generators.diff.words import LONGEST, changes, in_words
from generators.drafts.marks import marks
from generators.fields import LONDON
from generators.ledger.differences import Difference, Part, differences
from generators.ledger.publish import Last, Publishing
from generators.ledger.usual import usual
from generators.public import with_drafts
from generators.sections.meetings.records import Meeting
from generators.unseen import unseen
from tests.conftest import CASES, cases
from tests.ledgers import Memory
from tests.projects import contents, edit
from tests.test_publish import Office

KEYS = {"files", "remove", "edits", "now", "says", "drafts"}
NOW = "2024-07-03T09:00"
MEETING = "content/meetings/panel/2024-06-12/meeting.yml"


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory) -> Last:
    """The sound project as it was published."""
    office = Office(Path(shutil.copytree(CASES / "sound", tmp_path_factory.mktemp("diff") / "project")))
    office.publish()
    return office.last


def said(root: Path, last: Last, now: str = NOW, *, with_drafts: bool = False) -> Iterator[str]:
    moment = datetime.fromisoformat(now).replace(tzinfo=LONDON)
    return in_words(diff_of(load(root), moment, Publishing(root, lambda: last, bytes)), with_drafts=with_drafts)


@pytest.mark.parametrize("case", cases("diff"))
def test_diff(case: dict[str, Any], project: Path, last: Last) -> None:
    assert case.keys() <= KEYS
    for path, text in case.get("files", {}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    for path in case.get("remove", ()):
        (project / path).unlink()
    for path, old, new in case.get("edits", ()):
        edit(project, path, old, new)
    lines = said(project, last, str(case.get("now", NOW)), with_drafts=case.get("drafts", False))
    assert "\n".join(lines) == case["says"].rstrip("\n")


def test_from_a_draft_to_the_public(project: Path) -> None:
    """The way of every record: written, looked at, released, and public only once it is published."""
    office = Office(project)
    office.publish()
    (project / MEETING).parent.mkdir()
    (project / MEETING).write_text("body: panel\ndate: 2024-06-12\nstate: held\n", "utf-8")
    archive, hidden = load(project), unseen(load(project), office.now)
    seen = with_drafts(archive, office.now)
    assert {place: mark.short for place, mark in marks(seen, hidden).places.items()} == {
        "meetings/panel/2024-06-12/": "draft"
    }
    told = "Nothing to publish: no record would be new, changed or withdrawn."
    assert list(said(project, office.last)) == [told, "Still drafts: 1. `scrutiny diff --drafts` lists them."]
    assert office.publish() == ["nothing is published, changed or withdrawn against the last ledger"]
    edit(project, MEETING, "state: held\n", "state: held\npublication: published\n")
    assert list(said(project, office.last)) == ["Will be new (1):", "  meeting panel/2024-06-12, “12 June 2024”"]
    assert office.publish() == ["published: meeting panel/2024-06-12"]
    assert list(said(project, office.last)) == [told]


def test_the_command_writes_nothing_and_says_what_it_compares_with(project: Path) -> None:
    before = contents(project / "content")
    ended = CliRunner().invoke(main, ["diff", "--root", str(project), "--last", str(project), "--now", NOW])
    assert ended.exit_code == 1
    assert "There is no mkdocs.yml here" in ended.stderr
    shutil.copy(CASES.parent.parent / "mkdocs.yml", project)
    ended = CliRunner().invoke(main, ["diff", "--root", str(project), "--last", str(project), "--now", NOW])
    assert ended.exit_code == 1
    assert "the last published ledger is not whole, so nothing is published" in flat(ended.stderr)
    ended = CliRunner().invoke(main, ["diff", "--root", str(project), "--now", NOW])
    assert ended.exit_code == 0
    assert ended.stdout.startswith("Nothing is known to be published before, so everything is new.")
    assert contents(project / "content") == before
    assert not (project / "site").exists()
    assert not (project / ".scrutiny/stage").exists()


def flat(text: str) -> str:
    return " ".join(text.replace(":1:1:", "").split())


def test_what_the_last_site_does_not_have_any_more_is_not_compared(project: Path, last: Last) -> None:
    """A copy of a ledger can lack the bytes; that something changes is said all the same."""
    bare = replace(last, site=Memory({}))
    edit(project, "content/people/ben-sample.yml", "name: Ben Sample", "name: Ben Sampler")
    assert list(said(project, bare)) == [
        "Will change (1):",
        "  person ben-sample, “Dr Ben Sampler” (refused: no reason is given yet)",
    ]


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ([Part("out", "one"), Part("in", "two"), Part("same", " of three")], "Text: “one of three” → “two of three”"),
        ([Part("in", "A new line.")], "Text: added “A new line.”"),
        ([Part("out", "An old line.")], "Text: taken out “An old line.”"),
        (
            [Part("same", "a b c d e f g h i "), Part("out", "x"), Part("same", " j k l m n o p q r s")],
            "Text: “… e f g h i x j k l m n …” → “… e f g h i j k l m n …”",
        ),
        ([Part("in", "w" * 1000)], f"Text: added “{'w' * LONGEST} …”"),
    ],
)
def test_a_change_is_shown_with_some_words_around_it(parts: list[Part], line: str) -> None:
    assert list(changes(Difference("Text", (tuple(parts),)))) == [line]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("items", [{"number": "1", "title": "A"}], [{"number": "2", "title": "B"}],
         ["Item 2: added “B”", "Item 1: taken out “A”"]),
        ("items", [{"number": "1"}, {"number": "2"}], [{"number": "2"}, {"number": "1"}],
         ["Items, order: “1, 2” → “2, 1”"]),
        ("decisions", [{"text": "Noted."}], [{"text": "Noted."}, {"outcome": "agreed", "text": "Agreed."}],
         ["Decision: added “Agreed. (outcome: agreed)”"]),
        ("categories", None, [{"name": "One", "counts": [1, 2]}], ["Category One: added “counts: 1, 2”"]),
        ("minutes", {"state": "draft"}, {"state": "confirmed", "amendments": [{"text": "A word."}]},
         ["Minutes, state: “draft” → “confirmed”", "Minutes, amendment: added “A word.”"]),
        ("minutes", None, {"state": "draft"}, ["Minutes: added “state: draft”"]),
        ("called", None, {"what": "Gift", "answer": "Taken?"}, ["Called: added “what: Gift; answer: Taken?”"]),
        ("items", [{"number": "1"}], [{"number": "1", "discussion": "One.\nTwo."}],
         ["Item 1, discussion: added “One.”", "Item 1, discussion: added “Two.”"]),
        ("matters", ["a", "b"], ["b"], ["Matters: taken out “a”"]),
    ],
)  # fmt: skip
def test_what_changes_inside_a_record_is_told_by_the_group_it_stands_in(
    name: str, old: Any, new: Any, said: list[str]
) -> None:
    """`said`: the lines, which name the item, the decision or the action as its record does."""
    before, after = (orjson.dumps({"fields": {name: value} if value else {}}).decode() for value in (old, new))
    assert [line for one in differences(before, after) for line in changes(one)] == said


def test_of_a_group_that_was_added_only_what_was_typed_is_told_and_of_one_that_stays_every_change() -> None:
    public, exempt = ({"number": "2", "title": "A", "access": access} for access in ("public", "exempt"))
    texts = [orjson.dumps({"fields": {"items": items}}).decode() for items in ([], [public], [exempt])]
    said = usual(Meeting)
    told = [[line for one in differences(before, after, said) for line in changes(one)] for before, after in
            ((texts[0], texts[1]), (texts[0], texts[2]), (texts[1], texts[2]))]  # fmt: skip
    assert told == [
        ["Item 2: added “A”"],
        ["Item 2: added “A (access: exempt)”"],
        ["Item 2, access: “public” → “exempt”"],
    ]
