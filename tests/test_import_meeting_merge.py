"""`scrutiny import meeting` of a meeting that has a record: what is missing is proposed, and nothing is lost."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generators.check import load
from generators.cli import main
from generators.minutes.drafted import Drafted
from generators.minutes.merging import merged
from generators.minutes.proposing import HEAD, holds, proposal
from generators.public import public
from generators.read import yaml_text
from generators.read.yaml_spans import remarks_in
from generators.render import render
from generators.yaml_additions import with_entry, with_field, with_remark
from generators.yaml_writer import to_yaml, typed
from tests import bench_minutes
from tests.projects import NOW, copy_repository, copy_sound, edit

CASES = sorted((Path(__file__).parent / "cases" / "merge").glob("*.yml"))
MEETING = "content/meetings/committee/2024-06-26/meeting.yml"
RECORD = """body: committee
date: 2024-06-26
state: held
# As sent to members.
items:
  - {number: "1", title: Cost of the vans}
publication: published
published: 2024-06-19
"""
MINUTES = """Illustrative Oversight Committee

Minutes of the meeting held on Wednesday 26 June 2024 at 2.00 p.m. in Example Hall

Present: Cara Specimen (Chair)

1. Cost of the vans

RESOLVED that the costs be published once a year.

2. Any other business

There was none.
"""


def office(root: Path, record: str = RECORD, minutes: str = MINUTES) -> Path:
    """The sound project with one more meeting, and its minutes beside the folder."""
    copy_sound(root)
    (root / MEETING).parent.mkdir()
    (root / MEETING).write_bytes(record.encode())
    (root / "../minutes.txt").write_text(minutes, "utf-8")
    return root


def given_in(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["import", "meeting", *words, "--root", str(root), "--now", "2024-07-01T09:00"])


def imported(root: Path, *words: str) -> Result:
    return given_in(root, str(root.parent / "minutes.txt"), *words)


def without_unplaced(root: Path) -> str:
    """The proposal once somebody has taken out what could not be placed."""
    path = f"{MEETING}.proposed"
    edit(root, path, 'unplaced:\n  - page: "1"\n    line: "1"\n    text: Illustrative Oversight Committee\n', "")
    return (root / path).read_text("utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_minutes_of_a_meeting_that_has_a_record(path: Path, tmp_path: Path) -> None:
    case = yaml_text.parse(path.read_text("utf-8"))
    root = office(tmp_path / "office", case["record"], case["minutes"])
    done = imported(root)
    assert done.exit_code == 0, done.output
    assert (root / MEETING).read_text("utf-8") == case["record"]
    proposed = root / f"{MEETING}.proposed"
    found = proposed.read_text("utf-8") if proposed.exists() else ""
    assert "".join(line for line in found.splitlines(keepends=True) if not line.startswith(HEAD)) == case.get(
        "proposed", ""
    )
    assert done.output.partition("left out.\n")[2] == case["said"]
    again = imported(root)
    assert again.exit_code == 0, again.output
    assert "Nothing was written." in again.output
    assert (proposed.read_text("utf-8") if found else "") == found


WORDS = st.sampled_from(
    ["Cost of the vans", "Apologies", "A visit: cells", "4.10", "NO", "Any other # business", "It's", "£5"]
)
TEXTS = WORDS | st.lists(WORDS, min_size=1, max_size=3).map("\n\n".join)
LISTS = st.lists(WORDS, min_size=1, max_size=2, unique=True)
DECISIONS = st.fixed_dictionaries({"outcome": WORDS}, optional={"text": TEXTS})
ITEMS: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"title": WORDS},
    optional={"number": WORDS, "minute": st.sampled_from("1234"), "discussion": TEXTS, "report_of": LISTS,
              "decisions": st.lists(DECISIONS, min_size=1, max_size=2)},
)  # fmt: skip
PEOPLE: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"capacity": WORDS}, optional={"person": st.sampled_from("abc"), "role": WORDS, "status": LISTS}
)


def who(entry: dict[str, Any]) -> str:
    return str(entry.get("person") or entry.get("role"))


MEETINGS: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"body": st.just("panel"), "date": st.just("2024-06-03")},
    optional={
        "place": TEXTS, "start": st.just("14:00"),
        "items": st.lists(ITEMS, min_size=1, max_size=3, unique_by=lambda one: str(one["title"])),
        "attendance": st.lists(PEOPLE, min_size=1, max_size=3, unique_by=who), "next_meeting": DECISIONS,
        "state": st.just("held"), "publication": st.sampled_from(["draft", "published"]),
        "minutes": st.just({"state": "draft"}),
        "unplaced": st.lists(st.fixed_dictionaries({"text": WORDS}), max_size=2),
    },
)  # fmt: skip


def between_brackets(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {between_brackets(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(between_brackets, value)) + "]"
    return yaml_text_in_quotes(value)


def yaml_text_in_quotes(words: str) -> str:
    return "'" + words.replace("'", "''") + "'" if "\n" not in words else typed(words)


def by_hand(value: dict[str, Any], draw: Any, column: int = 0) -> list[str]:
    """Fields as a person may type them: between brackets or not, with remarks and empty lines among them."""
    lines: list[str] = []
    indent = " " * column
    for name, one in value.items():
        style = draw(st.integers(0, 5))
        lines += [f"{indent}# {draw(WORDS)}"] if style == 0 else [""] if style == 1 else []
        if isinstance(one, str) and "\n" in one:
            lines += [f"{indent}{name}: |-", *(f"{indent}  {line}" if line else "" for line in one.split("\n"))]
        elif isinstance(one, str) or style in (2, 3):
            after = draw(st.sampled_from(["", "  # why"])) if isinstance(one, dict | list) else ""
            lines.append(f"{indent}{name}: {between_brackets(one)}{after}")
        elif isinstance(one, dict):
            lines += [f"{indent}{name}:", *by_hand(one, draw, column + 2)]
        else:
            lines += [f"{indent}{name}:", *_listed(one, draw, column + draw(st.sampled_from([0, 2])))]
    return lines


def _listed(values: list[Any], draw: Any, column: int) -> list[str]:
    lines = []
    for one in values:
        if draw(st.booleans()):
            lines.append(f"{' ' * column}# {draw(WORDS)}")
        if isinstance(one, str) or draw(st.booleans()):
            lines.append(f"{' ' * column}- {between_brackets(one)}")
        else:
            inner = by_hand(one, draw, column + 2)
            first = next(at for at, line in enumerate(inner) if line and not line.lstrip().startswith("#"))
            lines += [*inner[:first], f"{' ' * column}- {inner[first].lstrip()}", *inner[first + 1 :]]
    return lines


def words_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {word for one in value.values() for word in words_of(one)}
    return (
        {word for one in value for word in words_of(one)}
        if isinstance(value, list)
        else set(value.replace(",", " ").split())
    )


@given(MEETINGS, MEETINGS, st.data(), st.sampled_from(["\n", "\r\n"]))
def test_nothing_that_a_person_wrote_is_lost_and_nothing_that_was_read(
    old: dict[str, Any], read: dict[str, Any], data: st.DataObject, end: str
) -> None:
    record = end.join(by_hand(old, data.draw, 0)) + data.draw(st.sampled_from(["", end]))
    written = yaml_text.parse(record.replace("\r", ""))
    assert holds(written, old)
    assert holds(old, written)
    drafted = Drafted("panel/2024-06-03", read, {("items", 0): "line 3, sure", ("place",): "line 1, likely: odd"})
    raw, merge = proposal("meeting.yml", record.encode(), drafted, "minutes.txt", date(2024, 7, 1))
    if not merge.added:
        assert raw == b""
        return
    text = raw.decode().replace("\r\n", "\n")
    made = yaml_text.parse(text)
    assert holds(made, old)
    rest = iter(remarks_in(text))
    assert all(mine in rest for mine in remarks_in(record.replace("\r\n", "\n")))
    told = {name: one for name, one in read.items() if name not in ("publication", "minutes") and one}
    told = told if "minutes" in read else {name: one for name, one in told.items() if name != "state"}
    assert words_of(told) <= words_of(made) | words_of(text)
    _, again = proposal("meeting.yml", raw, drafted, "minutes.txt", date(2024, 7, 1))
    assert again.added == []


@given(MEETINGS, st.data())
def test_every_line_of_a_record_without_brackets_stays_as_it_was(read: dict[str, Any], data: st.DataObject) -> None:
    old = data.draw(MEETINGS)
    record = to_yaml({name: value for name, value in old.items() if value})
    raw, _ = proposal("meeting.yml", record.encode(), Drafted("x", read, {}), "minutes.txt", date(2024, 7, 1))
    lines = iter(raw.decode().splitlines())
    assert not raw or all(line in lines for line in record.splitlines())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{a: {b: [1, 2]}, c: d}\n", "a:\n  b: [1, 2]\n  x: new\nc: d\n"),
        ("a: {b: [1, 2], # why\n  c: d} # then\ne: f\n", "# why\n# then\na:\n  b: [1, 2]\n  c: d\n  x: new\ne: f\n"),
        ("a:\n  {b: c}\n", "a:\n  b: c\n  x: new\n"),
        ("a:\n  b: |\n    c\n\n# of d\nd: e\n", "a:\n  b: |\n    c\n  x: new\n\n# of d\nd: e\n"),
        ("a:\n  b: c\n  x:\nd: e\n", "a:\n  b: c\n  x: new\nd: e\n"),
        ("a:\n  x: [] # none\n  b: c\n", "a:\n  # none\n  x: new\n  b: c\n"),
    ],
)
def test_a_field_comes_into_a_group_however_it_is_typed(text: str, expected: str) -> None:
    assert with_field(text, ("a",), "x", "new", {}, ()) == expected


def test_an_entry_comes_behind_another_and_above_the_remark_on_the_next() -> None:
    text = "a:\n# one\n- b: c\n# two\n- {b: d}\n"
    assert with_entry(text, ("a",), 0, {"b": "x"}, {}) == "a:\n- b: x\n# one\n- b: c\n# two\n- {b: d}\n"
    assert with_entry(text, ("a",), 1, {"b": "x"}, {(): "r"}) == "a:\n# one\n- b: c\n# r\n- b: x\n# two\n- {b: d}\n"
    assert with_entry("a: [{b: c}]\n", ("a",), 1, {"b": "x"}, {}) == "a:\n  - {b: c}\n  - b: x\n"


def test_a_remark_stands_above_its_value_or_above_the_brackets_around_it() -> None:
    text = "a:\n  - {b: c,\n     d: e}\n  - b: c\n    d: e\n"
    assert with_remark(text, ("a", 0, "d"), "r").startswith("a:\n  # r\n  - {b: c,\n")
    assert with_remark(text, ("a", 1, "d"), "r").endswith("  - b: c\n    # r\n    d: e\n")


def test_a_record_that_cannot_be_added_to_without_loss_is_left(tmp_path: Path) -> None:
    root = office(tmp_path / "office", "{body: committee, date: 2024-06-26, 'place': 'a\n\n b', state: held}\n")
    done = imported(root)
    assert done.exit_code == 1
    assert "cannot add to without losing something" in done.output
    (root / MEETING).write_text("body: committee\ndate: 2024-06-26\nplace: a: b\n")
    assert "meeting.yml:3" in imported(root, "--body", "committee").output or "3:" in imported(root).output


def test_nothing_is_public_before_somebody_took_it_and_then_the_minutes_are(tmp_path: Path) -> None:
    root = office(tmp_path / "office", minutes=MINUTES.replace("published once a year", "told to the quokkas"))
    assert "Nothing was written." in imported(root, "--dry-run").output
    assert not (root / f"{MEETING}.proposed").exists()
    assert imported(root).exit_code == 0
    seen = {output.path: output.make() for output in render(public(load(root), NOW), NOW, root)}
    assert b"Cost of the vans" in seen["meetings/committee/2024-06-26/index.md"]
    assert not [address for address, content in seen.items() if b"quokkas" in content]
    assert "could not be placed" in given_in(root, "--take", "committee/2024-06-26").output
    text = without_unplaced(root)
    done = given_in(root, "--take", "committee/2024-06-26")
    assert done.exit_code == 0, done.output
    assert (root / MEETING).read_text() == "".join(line for line in text.splitlines(True) if not line.startswith(HEAD))
    assert not (root / f"{MEETING}.proposed").exists()
    record: Any = load(root).records["meeting"]["committee/2024-06-26"]
    assert record.minutes.state == "draft"
    assert record.changes[-1].reason == "The draft minutes were added."
    assert "adds nothing to it" in imported(root).output


def test_a_proposal_that_lies_about_is_told_by_every_check(tmp_path: Path) -> None:
    root = office(tmp_path / "office")
    assert imported(root).exit_code == 0
    check = ["check", "--root", str(root), "--now", "2024-07-01T09:00"]
    assert CliRunner().invoke(main, check).output.splitlines()[-1] == (
        "Proposed for committee/2024-06-26, and not in place: "
        "read it, then `scrutiny import meeting --take committee/2024-06-26`."
    )
    (root / f"{MEETING}.proposed").unlink()
    assert "Proposed" not in CliRunner().invoke(main, check).output


def test_what_was_changed_in_the_meantime_is_never_replaced(tmp_path: Path) -> None:
    root = office(tmp_path / "office")
    assert "Nothing is proposed" in given_in(root, "--take", "committee/2024-06-26").output
    imported(root)
    proposed = root / f"{MEETING}.proposed"
    proposed.write_text(proposed.read_text() + "# mended\n")
    again = imported(root)
    assert again.exit_code == 1
    assert "or you have mended it" in again.output
    assert proposed.read_text().endswith("# mended\n")
    without_unplaced(root)
    (root / MEETING).write_text(RECORD.replace("vans", "lorries"))
    taken = given_in(root, "--take", "committee/2024-06-26")
    assert taken.exit_code == 1
    assert "was changed since the proposal was made from it" in taken.output
    assert "lorries" in (root / MEETING).read_text()


def test_what_only_the_program_links_is_not_proposed_again() -> None:
    record = {"items": [{"title": "Minutes"}], "next_meeting": {"as_printed": "5 July 2024"}}
    linked = {
        "items": [{"title": "Minutes", "follows": ["panel/2024-05-14"]}],
        "next_meeting": {"as_printed": "5 July 2024", "meeting": "panel/2024-07-05"},
    }
    assert not merged(record, linked).added
    assert not merged(record | {"source": "a.txt"}, linked | {"source": "a.txt", "place": "Hall"}).added[1:]
    assert len(merged(record, linked | {"place": "Hall"}).added) == 3


def test_of_two_meetings_on_a_day_it_is_asked_which(tmp_path: Path) -> None:
    root = office(tmp_path / "office")
    second = root / "content/meetings/committee/2024-06-26-2/meeting.yml"
    second.parent.mkdir()
    second.write_text(RECORD)
    assert "committee/2024-06-26, committee/2024-06-26-2. Say which, with --meeting." in imported(root).output
    assert imported(root, "--meeting", "committee/2024-06-26-2").exit_code == 0
    assert second.with_name("meeting.yml.proposed").exists()
    assert not (root / f"{MEETING}.proposed").exists()
    assert (
        'There is no meeting "committee/2024-06-27" on record.'
        in imported(root, "--meeting", "committee/2024-06-27").output
    )


MINUTED = ("minute", "discussion", "decisions", "actions", "reports_requested", "notes", "contributions_in_absence")


@pytest.mark.skipif(not bench_minutes.is_there(), reason="the five documents are not here; nothing is measured")
def test_the_minutes_of_15_june_2020_come_to_the_record_of_their_agenda(tmp_path: Path) -> None:
    root = copy_repository(tmp_path / "office")
    path = "content/meetings/pcp/2020-06-15/meeting.yml"
    whole = yaml_text.parse((root / path).read_text("utf-8"))
    left_out = ("attendance", "end", "minutes", "next_meeting", "changes")
    agenda = {name: value for name, value in whole.items() if name not in left_out}
    agenda["items"] = [
        {name: value for name, value in item.items() if name not in (*MINUTED, "taken")} for item in whole["items"]
    ]
    (root / path).write_text(to_yaml(agenda), "utf-8")
    done = given_in(root, str(bench_minutes.SEEDS / "001_fd0ddd173e8c1014.txt"))
    assert done.exit_code == 0, done.output
    made = yaml_text.parse((root / f"{path}.proposed").read_text("utf-8"))
    assert holds(made, agenda)
    assert [item.get("minute") for item in made["items"]] == [item.get("minute") for item in whole["items"]]
    outcomes = [
        [[one["outcome"] for one in item.get("decisions", [])] for item in record["items"]] for record in (made, whole)
    ]
    assert [at for at, (ours, theirs) in enumerate(zip(*outcomes, strict=True)) if ours != theirs] == [11]
    present = {one.get("person") for one in whole["attendance"] if "present" in one["status"]}
    assert {one.get("person") for one in made["attendance"] if "present" in one["status"]} == present
