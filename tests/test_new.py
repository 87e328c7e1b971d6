"""`scrutiny new`, by cases: what is given or answered in the sound project, what is said, and what is written.

A case is a file in `cases/new` whose name is the fact it proves. It may say

`files`: what is laid over the sound project; `new`: what stands behind the command; `answers`: what is typed at a
terminal; `says`: the lines that are printed, without the questions; `writes`: by path the text of each new file down to
the remarks on what else it could say, and what is added to the end of a file that was there.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generators import sections
from generators.check import load, problems_of
from generators.cli import main
from generators.field_guide.examples import example
from generators.new.complete import within_field
from generators.new.ids import id_of_row
from generators.new.kinds import Unclear, kind_named
from generators.new.place import Misplaced, path_of
from generators.new.row import Unfit, appended
from generators.new.row_ids import row_ids
from generators.new.values import needed
from generators.problem import field_name
from generators.record import Kind
from generators.register import Register
from generators.sections.gifts.records import GiftsRegister
from generators.sections.meetings.numbering import next_letter, next_numbers
from generators.sections.meetings.records.item import Item
from tests.conftest import LINES, cases
from tests.projects import NOW, contents, records

KEYS = {"files", "new", "answers", "says", "writes"}
REMARKS = "\n# What else the record can say"
OFFICE = "data/gifts/office.csv"


def begin(root: Path, *words: str, answers: str | None = None) -> Result:
    """Give the command in a project, at a terminal if there are answers."""
    arguments = ["new", *words, "--root", str(root), "--now", "2024-07-01"]
    return CliRunner(env={"VISUAL": "", "EDITOR": ""}).invoke(main, arguments, input=answers)


@pytest.mark.parametrize("case", cases("new"))
def test_new(case: dict[str, Any], project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert case.keys() <= KEYS
    for path, text in case.get("files", {}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    before, broken = records(project), problems_of(project, NOW)
    answers = "\n".join(case["answers"]) + "\n" if "answers" in case else None
    monkeypatch.setattr("generators.commands.telling.is_terminal", lambda: answers is not None)
    ended = begin(project, *case["new"], answers=answers)
    said = [line for line in ended.output.splitlines() if not re.match(r"$|> |  (Like|One of|Enter takes)", line)]
    assert case["says"].splitlines() == [line for line in said if answers is None or not is_question(line)]
    after = records(project)
    assert before.keys() <= after.keys()
    changed = {path: raw for path, raw in after.items() if before.get(path) != raw}
    assert case.get("writes", {}) == {path: new_in(raw, before.get(path, b"")) for path, raw in changed.items()}
    assert (ended.exit_code == 0) == bool(changed)
    assert problems_of(project, NOW) == broken


def is_question(line: str) -> bool:
    return bool(re.match(r"[a-z][a-z0-9, _-]*( \(may be left out\))?: ", line))


def new_in(raw: bytes, before: bytes) -> str:
    assert raw.startswith(before)
    return raw.removeprefix(before).decode().partition(REMARKS)[0]


# ---- every kind


@pytest.mark.parametrize("kind", sections.kinds(), ids=lambda kind: kind.noun)
def test_a_record_of_every_kind_is_written_or_says_what_it_lacks(kind: Kind, project: Path) -> None:
    """With the example of every field that is needed it checks, or is refused for what it says of other records."""
    before = records(project)
    ended = begin(project, kind.noun, "--yes", *given_by_examples(kind, project))
    after = records(project)
    assert ended.exception is None or isinstance(ended.exception, SystemExit), ended.output
    if ended.exit_code:
        assert after == before
        assert "Nothing was written." in ended.output, ended.output
    else:
        assert after != before
        load(project)


def given_by_examples(kind: Kind, project: Path) -> Iterator[str]:
    archive = load(project)
    if kind.within and within_field(kind) == "in":
        yield from ("--set", f"in={next(iter(archive.records[kind.within]))}")
    for way in needed(kind.type):
        found = example(kind.type, str(way[0])) if len(way) == 1 else "x"
        if isinstance(found, str):
            yield from ("--set", f"{field_name(way).replace(', ', '.').replace(' ', '.')}={found}")


def test_a_kind_is_known_by_one_of_its_words() -> None:
    assert kind_named("gift").noun == "gift-offer"
    assert kind_named("Dip sample").noun == "dip-sample"
    assert kind_named("case").noun == "dip-sample-case"
    with pytest.raises(Unclear, match="recommendation-source or recommendation-update"):
        kind_named("recommendation")
    with pytest.raises(Unclear, match='Did you mean "meeting"'):
        kind_named("metting")


@given(st.text(max_size=30))
def test_a_record_lies_in_its_own_place_whatever_its_id(id: str) -> None:
    for kind in sections.kinds():
        try:
            path = path_of(kind, id)
        except Misplaced:
            continue
        assert kind.id_in(path) is not None
        assert os.path.normpath(path) == path
        assert path.startswith(("content/", "data/"))


def test_a_folder_that_is_a_link_is_left_alone(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (project / "content/glossary").rename(elsewhere)
    (project / "content/glossary").symlink_to(elsewhere)
    before = contents(elsewhere)
    ended = begin(project, "glossary-term", "--yes", "--set", "term=ANPR", "--set", "meaning=Cameras.")
    assert ended.exit_code == 1
    assert contents(elsewhere) == before


def test_a_record_that_is_there_is_never_overwritten(project: Path) -> None:
    before = records(project)
    ended = begin(project, "meeting", "--yes", "--set", "id=panel/2024-03-06", "--set", "date=2024-03-06")
    assert "there is a meeting panel/2024-03-06 already" in ended.output
    assert records(project) == before


# ---- rows


@given(
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([",", ";", "\t"]),
    st.booleans(),
    LINES.filter(bool),
)
@settings(max_examples=60)
def test_a_row_is_put_at_the_end_and_every_other_byte_stays(
    encoding: str, end: str, between: str, is_ended: bool, words: str
) -> None:
    register = Register(
        id="office", path="", title="T", row="R", columns={"id": "I", "what": "W", "offered_by": "O"},
        called={"offered_by": "Donor or host"},
    )  # fmt: skip
    lines = [["id", "Donor or host", "Remarks", "what"], ["2024-01-a", "caf\u00e9 £", "", "A, b"]]
    text = end.join(between.join(f'"{cell}"' for cell in line) for line in lines) + (end if is_ended else "")
    raw = text.encode(encoding)
    try:
        made = appended(raw, register, {"id": "2024-02-a", "what": words})
    except Unfit:
        assert encoding == "cp1252"
        with pytest.raises(UnicodeEncodeError):
            words.encode("cp1252")
        return
    assert made.startswith(raw)
    assert made.decode(encoding).endswith(end) is is_ended
    from generators.read.csv_text import parse
    from generators.read.encoding import sheet_text

    if encoding != "cp1252" or "\n" not in words:
        _, rows = parse(sheet_text(made))
        assert rows[-1]["what"] == " ".join(words.split())
        assert rows[-1]["Donor or host"] == rows[-1]["Remarks"] == ""


def test_ids_go_on_in_the_style_of_the_register() -> None:
    row = {"offered": "2024-05-01", "what": "Tea"}
    assert [*row_ids("gifts", [row, row], [("2024-05-a", {})], "what")] == ["2024-05-b", "2024-05-c"]
    assert [*row_ids("gifts", [row, row], [("2024-z", {})], "what")] == ["2024-a", "2024-b"]
    assert [*row_ids("gifts", [row, row], [("2023-old-hat", {})], "what")] == ["2024-tea", "2024-tea-2"]
    assert [*row_ids("gifts", [row], [("g-008", {}), ("g-009", {})], "what")] == ["g-010"]
    assert [*row_ids("tables", [{"label": "All"}], [], "label")] == ["all"]


def test_a_row_keeps_to_the_style_of_the_ids_before_it(project: Path) -> None:
    from datetime import date

    archive, kind, day = load(project), kind_named("gift"), date(2024, 2, 20)
    assert id_of_row(archive, kind, "office", {"offered": "2024-02-11"}, day) == "2024-02-b"
    assert id_of_row(archive, kind, "office", {}, date(2024, 7, 1)) == "2024-07-a"
    assert id_of_row(archive, kind, "force", {}, day) == "2024-02-a"


# ---- what is proposed for meetings


def test_minutes_are_numbered_on_as_the_body_does() -> None:
    from datetime import date

    def items(*minutes: str) -> list[Item]:
        return [Item(title="T", minute=minute) for minute in minutes]

    march, june, after = date(2017, 3, 1), date(2017, 6, 1), date(2018, 3, 1)
    assert next_numbers(items("20/17", "21/17"), march, june, 2) == ["22/17", "23/17"]
    assert next_numbers(items("20/17", "21/17"), march, after, 2) == ["1/18", "2/18"]
    assert next_numbers(items("EC/19/17"), march, june, 1) == ["EC/20/17"]
    assert next_numbers(items("48", "49"), march, june, 2) == ["50", "51"]
    assert next_numbers(items("1", "2"), march, june, 2) == ["1", "2"]
    assert next_numbers(items("6.3.1"), march, june, 2) == []
    assert next_letter(["A", "C", "Agenda Item 5"]) == "D"
    assert next_letter([]) == "A"
    assert next_letter(["Agenda Item 5"]) is None
    assert next_letter(["Z"]) is None


# ---- the editor


def test_the_editor_is_started_without_a_shell(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.commands.telling.is_terminal", lambda: True)
    noted = tmp_path / "noted"
    editor = tmp_path / "my editor"
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{noted}"\n')
    editor.chmod(0o755)
    arguments = ["new", "matter", "--set", "title=Vans; touch gone", "--root", str(project)]
    ended = CliRunner(env={"VISUAL": f'"{editor}" --wait'}).invoke(main, arguments, input="")
    assert ended.exit_code == 0, ended.output
    assert noted.read_text().splitlines() == ["--wait", str(project / "content/matters/vans-touch-gone.yml")]
    assert isinstance(load(project).all(GiftsRegister), tuple)


@pytest.mark.parametrize("editor", ["my editor", '"unclosed', "none of that name"])
def test_an_editor_is_a_path_with_spaces_or_said_to_be_none(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setattr("generators.commands.telling.is_terminal", lambda: True)
    noted = tmp_path / "noted"
    (tmp_path / "my editor").write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{noted}"\n')
    (tmp_path / "my editor").chmod(0o755)
    arguments = ["new", "matter", "--set", "title=Vans", "--root", str(project)]
    ended = CliRunner(env={"VISUAL": str(tmp_path / editor)}).invoke(main, arguments, input="")
    assert ended.exit_code == 0, ended.output
    assert (project / "content/matters/vans.yml").exists()
    assert noted.exists() == (editor == "my editor")
    assert ("could not be started. Open" in ended.output) != noted.exists()
