"""A new office: its folder is made whole or not at all, and its first check and build pass."""

import os
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner, Result
from hypothesis import given

from generators.check import load
from generators.cli import main
from generators.init.answers import Answers, NewBody, body_of
from generators.init.create import create, is_free, write
from generators.init.records import NEW
from generators.problem import Problems
from generators.read import yaml_text
from generators.sections.meetings.records import Body, Meeting, Office
from generators.yaml_writer import typed
from tests.conftest import LINES, REPOSITORY
from tests.projects import NOW, build, contents

GIVEN = {
    "name": "Office of the Commissioner for Exampleshire",
    "short_name": "Office",
    "area": "Exampleshire",
    "force": "Exampleshire Police",
}
TODAY = date(2024, 7, 1)


def begin(folder: Path, *others: str, input: str | None = None, **changed: str | None) -> Result:
    """Give the command with these options; one that is None is left out."""
    fields = {field: words for field, words in {**GIVEN, **changed}.items() if words is not None}
    options = [part for field, words in fields.items() for part in (f"--{field.replace('_', '-')}", words)]
    return CliRunner().invoke(main, ["init", str(folder), *options, *others, "--now", "2024-07-01"], input=input)


def test_a_new_office_is_sound_and_its_first_build_passes(tmp_path: Path) -> None:
    """With a name of any alphabet, in a folder with a space."""
    root = tmp_path / "Swyddfa Gŵyr"
    ended = begin(
        root, "--body", "Ethics Panel: Advises on ethics.", "--statutory-body", "Police and Crime Panel",
        name="Swyddfa'r Comisiynydd: “Gŵyr”", address="https://record.example.org/", accent="7a1f3d",
        licence="A licence of our own", licence_address="https://www.example.org/licence",
        report_a_mistake="mailto:office@example.org", website="https://www.example.org/",
    )  # fmt: skip
    assert ended.exit_code == 0, ended.output
    assert "Drafts until somebody writes what they are for: Police and Crime Panel." in ended.output
    assert CliRunner().invoke(main, ["check", "--root", str(root)]).output == (
        "All 3 records are sound. 1 of them is not public: 1 draft.\n"
    )
    made = build(root, NOW)
    assert made.warnings == ()
    site = contents(root / "site")
    assert "Swyddfa'r Comisiynydd: “Gŵyr”".encode() in site["index.html"]
    assert b"#7a1f3d" in site["assets/office.css"]
    assert "meetings/ethics-panel/index.html" in site
    assert "meetings/police-and-crime-panel/index.html" not in site
    assert b"accessibility-checklist/" in site["accessibility/index.html"]


def test_the_first_reference_to_a_kind_of_record_says_where_such_a_record_lies(tmp_path: Path) -> None:
    begin(tmp_path / "new", "--body", "Ethics Panel: Advises on ethics.")
    meeting = "content/meetings/ethics-panel/2024-03-12/meeting.yml"
    file = tmp_path / "new" / meeting
    file.parent.mkdir(parents=True)
    file.write_text(
        "body: ethics-panel\ndate: 2024-03-12\nstate: held\ndeclarations:\n"
        "  - {person: ada, nature: personal, interest: A seat.}\n"
        "items:\n  - {number: 1, title: A, papers: [ethics]}\n",
        "utf-8",
    )
    with pytest.raises(Problems) as found:
        load(tmp_path / "new")
    assert [str(problem) for problem in found.value.problems] == [
        f'{meeting}:5:14: declarations 1, person: there is no person "ada". None is on record yet; its file would be '
        "content/people/ada.yml.",
        f'{meeting}:7:36: items 1, papers 1: there is no paper "ethics-panel/2024-03-12/ethics". None is on record '
        "yet; its file would be content/meetings/ethics-panel/2024-03-12/ethics.md.",
    ]


def test_the_example_of_the_first_meeting_is_sound(tmp_path: Path) -> None:
    begin(tmp_path, "--body", "Ethics Panel: Advises on ethics.")
    lines = (tmp_path / "README.md").read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
    file = tmp_path / "content/meetings/ethics-panel/2026-12-08/meeting.yml"
    file.parent.mkdir(parents=True)
    file.write_text(dedent(lines), "utf-8")
    (meeting,) = load(tmp_path).all(Meeting)
    assert meeting.items[0].title == "Apologies"


def test_what_stands_as_a_remark_in_the_record_of_a_new_office_can_be_taken_out(tmp_path: Path) -> None:
    begin(tmp_path)
    text = (tmp_path / "content/office.yml").read_text("utf-8")
    group = text.partition("# accessibility:")[2].splitlines()[1]
    group = f"accessibility:\n{group.removeprefix('#')}\n"
    (tmp_path / "content/office.yml").write_text(text + group, "utf-8")
    (office,) = load(tmp_path).all(Office)
    assert office.accessibility is not None


def test_what_is_left_out_stands_in_the_record_as_a_remark_with_its_meaning(tmp_path: Path) -> None:
    assert begin(tmp_path / "new", "--yes").exit_code == 0
    text = (tmp_path / "new" / "content" / "office.yml").read_text("utf-8")
    assert "\nname: Office of the Commissioner for Exampleshire\n" in text
    assert "\n# accent: The colour of links and marks" in text
    office = load(tmp_path / "new").all(Office)[0]
    assert (office.publication, office.published, office.accent) == ("published", TODAY, None)


def test_what_every_office_begins_with_is_what_this_repository_has() -> None:
    """The program is installed without the repository. If this fails, copy the file into `generators/init/new/`."""
    for path in ("mkdocs.yml", "docs/accessibility-checklist.md", "docs/holding-back.md"):
        assert (NEW / path).read_bytes() == (REPOSITORY / path).read_bytes(), path
    assert contents(NEW / "docs/handbook") == contents(REPOSITORY / "docs/handbook")


def test_nothing_is_asked_where_nobody_is_there(tmp_path: Path) -> None:
    ended = begin(tmp_path / "new", area=None, force=None)
    assert ended.exit_code == 2
    assert "An office needs these too: --area, --force." in ended.output
    assert list(tmp_path.iterdir()) == []


# ---- at a terminal


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.commands.telling.is_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
def test_what_was_not_given_is_asked_and_asked_again_until_it_will_do(tmp_path: Path) -> None:
    answers = [
        "", "Example Police",  # the force is needed
        "", "www.example.org", "https://record.example.org/",  # no website; then the address
        "", "ffff00", "7a1f3d",  # no address for mistakes; a colour that is too pale
        "",  # the usual licence, so that nobody asks for its address
        "委员会", "Ethics Panel", "", "Advises on ethics.",
        "Ethics Panel", "Board", "y", "",
        "",
    ]  # fmt: skip
    ended = begin(tmp_path / "new", force=None, input="\n".join([*answers, ""]))
    assert ended.exit_code == 0, ended.output
    assert "This is needed." in ended.output
    assert '"www.example.org" is not a web address. Write it like https://www.example.org/page.' in ended.output
    assert '"ffff00" is too pale to read text in' in ended.output
    assert "needs a letter from a to z" in ended.output
    assert "2 bodies would have the address meetings/ethics-panel/" in ended.output
    archive = load(tmp_path / "new")
    office = archive.all(Office)[0]
    assert (office.force, office.accent, office.licence) == ("Example Police", "#7a1f3d", None)
    found = [(body.id, body.standing, body.publication) for body in archive.all(Body)]
    assert found == [("board", "statutory", "draft"), ("ethics-panel", "advisory", "published")]


@pytest.mark.usefixtures("terminal")
def test_with_yes_nothing_is_asked(tmp_path: Path) -> None:
    assert ">" not in begin(tmp_path / "new", "--yes").output


@pytest.mark.usefixtures("terminal")
def test_who_stops_answering_leaves_nothing(tmp_path: Path) -> None:
    ended = begin(tmp_path / "new", area=None, input="")
    assert ended.exit_code == 1
    assert "Aborted!" in ended.output
    assert list(tmp_path.iterdir()) == []


# ---- what would not do


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": ""}, "--name: the field is missing."),
        ({"name": "a\nb"}, "--name: "),
        ({"name": "a\x1bb"}, "invisible control character"),
        ({"name": "a\udcffb"}, "--name: this cannot be read as text."),
        ({"accent": "fff"}, '--accent: "fff" is not a colour.'),
        ({"accent": "eeeeee"}, '--accent: "eeeeee" is too pale'),
        ({"address": "record.example.org"}, "--address: "),
        ({"website": "javascript:alert(1)"}, "--website: "),
        ({"report_a_mistake": "by telephone"}, "--report-a-mistake: "),
        ({"area": "call 07700 900123"}, "looks like a telephone number"),
    ],
)
def test_an_answer_that_will_not_do_is_told_of_and_nothing_is_written(
    tmp_path: Path, changed: dict[str, str], words: str
) -> None:
    ended = begin(tmp_path / "new", **changed)
    assert ended.exit_code == 1, ended.output
    assert words in ended.output
    assert ended.output.endswith("Nothing was written.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("bodies", "words"),
    [
        (["委员会"], "needs a letter from a to z"),
        (["A", "a: b"], "2 bodies would have the address meetings/a/"),
        ([": what it is for"], "needs a letter from a to z"),
        (["Panel: ask 07700 900123"], '--body "Panel": '),
        (["P\nQ"], '--body "P\nQ": '),
    ],
)
def test_a_body_that_will_not_do_is_told_of(tmp_path: Path, bodies: list[str], words: str) -> None:
    ended = begin(tmp_path / "new", *(part for body in bodies for part in ("--body", body)))
    assert ended.exit_code == 1
    assert words in ended.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["file", "full", "hidden", "broken"])
def test_a_folder_that_holds_anything_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / ".mine").touch()
    (tmp_path / "broken").symlink_to("nowhere")
    before = sorted(tmp_path.rglob("*"))
    ended = begin(tmp_path / name)
    assert ended.exit_code == 1
    assert "holds something already, and it is left as it is. Choose a new folder." in ended.output
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_folder_and_one_that_only_keeps_history_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert begin(Path(".")).exit_code == 0
    made = [".gitignore", ".vscode", "README.md", "content", "data", "docs", "mkdocs.yml"]
    assert sorted(os.listdir(tmp_path)) == [".git", *made]


@pytest.mark.parametrize("times", range(6))
def test_a_disk_that_fails_at_any_step_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """While the files are put in their place, and before."""
    rename, left = os.rename, [times]

    def failing(old: Path, new: Path) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(30, "Read-only file system", str(new))
        rename(old, new)

    monkeypatch.setattr("generators.init.create.os.rename", failing)
    ended = begin(tmp_path / "a" / "new")
    assert ended.exit_code == 1
    assert ended.output.startswith("Error: The office could not begin. Read-only file system: ")
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_nothing_can_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = begin(tmp_path / "file" / "new")
    assert ended.exit_code == 1
    assert "The office could not begin. Not a directory: " in ended.output


# ---- the small pieces


@given(LINES)
def test_whatever_is_typed_comes_back_as_it_was(words: str) -> None:
    assert yaml_text.parse(f"name: {typed(words)}\n")["name"] == words


@given(LINES, LINES)
def test_a_body_on_one_line_has_a_name_and_what_it_is_for(name: str, remit: str) -> None:
    body = body_of(f"{name.replace(':', '')}: {remit}", "advisory")
    assert (body.name, body.remit) == (name.replace(":", "").strip(), remit.strip())


@pytest.mark.parametrize("name", ["no", "null", "1.10", "~", "a: b", "# a", "- a", "{a}", "true", "'a", '"a"', "a #b"])
def test_a_name_that_means_something_else_in_yaml_is_still_a_name(tmp_path: Path, name: str) -> None:
    write(tmp_path, Answers({**GIVEN, "name": name}), TODAY)
    assert load(tmp_path).all(Office)[0].name == name


def test_records_that_are_not_sound_are_never_put_in_place(tmp_path: Path) -> None:
    with pytest.raises(Problems):
        create(tmp_path / "new", Answers({**GIVEN, "accent": "fff"}, (NewBody("A", "advisory"),)), TODAY)
    assert is_free(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []
