"""Nothing that is a draft, exempt or not yet due reaches any file that is made: planted words are looked for."""

import gzip
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from generators.check import load
from generators.fields import LONDON
from generators.ledger.publish import Last, Publishing, published
from generators.public import public
from generators.render import render
from tests.conftest import CASES, copy_ready
from tests.projects import NOW, build, edit

pytestmark = pytest.mark.usefixtures("draw_once")
DUE = "xylobanquet"
HIDDEN = ("quizzledraft", "zephyrexempt", "wombatrow", "yakregister", "vexdraftfile", "jumboname")
"""Words that nothing may have at any moment of these tests."""
LATE = "content/meetings/panel/2024-06-19"
SIGNATURE = b"\x1f\x8b"


def plant(root: Path, publish_on: str) -> list[str]:
    """Put the words into a draft meeting with a file, an exempt item, a draft row, a draft register, a late meeting.

    The files that were written are handed back.
    """
    written = {
        "content/meetings/panel/2024-06-12/meeting.yml": (
            "body: panel\ndate: 2024-06-12\nstate: held\ntitle: quizzledraft\n"
            "attachments:\n  - {file: jumboname.txt, title: quizzledraft}\n"
        ),
        "content/meetings/panel/2024-06-12/jumboname.txt": "vexdraftfile\n",
        "content/people/quizzledraft.yml": "name: Quizzledraft Person\n",
        "data/forward-plans/committee.yml": (
            "title: yakregister\nrow: One subject\ncolumns: {id: A short id, subject: What it is}\n"
        ),
        "data/forward-plans/committee.csv": "id,subject\nyakregister,yakregister\n",
        f"{LATE}/meeting.yml": (
            f"body: panel\ndate: 2024-06-19\nstate: held\ntitle: {DUE}\npublication: published\n"
            f"publish_on: {publish_on}\nattachments:\n  - {{file: {DUE}.txt, title: {DUE}}}\n"
        ),
        f"{LATE}/{DUE}.txt": f"{DUE}\n",
        f"{LATE}/{DUE}-paper.md": f"---\ntitle: {DUE}\npublication: published\n---\n\n{DUE}\n",
    }
    for path, text in written.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    edit(root, "content/meetings/panel/2024-06-05/meeting.yml", "What was said in private.", "zephyrexempt")
    plan = root / "data/forward-plans/panel.csv"
    header, *rows = plan.read_text("utf-8").rstrip("\n").split("\n")
    cells = {"id": "wombatrow", "subject": "wombatrow", "publication": "draft"}
    columns = header.split(",")
    if "publication" not in columns:
        side = root / "data/forward-plans/panel.yml"
        side.write_text(
            side.read_text("utf-8").replace("columns:\n", "columns:\n  publication: Whether it is public\n", 1)
        )
        columns.append("publication")
        rows = [f"{row}," for row in rows]
    row = ",".join(cells.get(name, "") for name in columns)
    plan.write_text("\n".join([",".join(columns), *rows, row, ""]), "utf-8")
    return list(written)


def found_in(files: Iterator[tuple[str, bytes]], words: tuple[str, ...]) -> set[tuple[str, str]]:
    """Every planted word and the file that has it in its name or its bytes, packed or not."""
    return {
        (word, path)
        for path, content in files
        for word in words
        if word in path.casefold() or word.encode() in unpacked(content).lower()
    }


def unpacked(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(SIGNATURE) else content


def rendered(root: Path, now: datetime) -> Iterator[tuple[str, bytes]]:
    for output in render(public(load(root), now), now, root):
        yield output.path, output.make()


def beneath(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.resolve().rglob("*")):
        if file.is_file():
            yield file.relative_to(folder.resolve()).as_posix(), file.read_bytes()


@pytest.mark.parametrize(
    ("publish_on", "moment"),
    [
        ("2026-12-01 09:00", datetime(2026, 12, 1, 9, tzinfo=UTC)),
        ("2026-07-01 09:00", datetime(2026, 7, 1, 8, tzinfo=UTC)),
        ("2026-03-29 00:30", datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
        ("2026-03-29 02:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("2026-10-25 00:30", datetime(2026, 10, 24, 23, 30, tzinfo=UTC)),
        ("2026-10-25 02:30", datetime(2026, 10, 25, 2, 30, tzinfo=UTC)),
    ],
    ids=["winter", "summer", "before spring forward", "after spring forward", "before fall back", "after fall back"],
)
def test_to_the_second_nothing_is_made_of_what_is_not_due(project: Path, publish_on: str, moment: datetime) -> None:
    plant(project, publish_on)
    before = found_in(rendered(project, moment - timedelta(seconds=1)), (DUE, *HIDDEN))
    assert before == set()
    after = found_in(rendered(project, moment), (DUE, *HIDDEN))
    assert {word for word, _ in after} == {DUE}
    assert f"meetings/panel/2024-06-19/{DUE}.txt" in {path for _, path in after}


def test_what_is_not_public_changes_no_byte_of_what_is(project: Path) -> None:
    """Not even a number tells that there is more: what is made is the same as if it did not exist."""
    planted = plant(project, "2026-12-01 09:00")
    with_hidden = dict(rendered(project, NOW))
    plan = project / "data/forward-plans/panel.csv"
    *rows, hidden, end = plan.read_text("utf-8").split("\n")
    assert "wombatrow" in hidden
    plan.write_text("\n".join([*rows, end]), "utf-8")
    for path in planted:
        (project / path).unlink()
    edit(project, "content/meetings/panel/2024-06-05/meeting.yml", "zephyrexempt", "Something else.")
    without = dict(rendered(project, NOW))
    assert with_hidden.keys() == without.keys()
    assert [path for path, content in with_hidden.items() if without[path] != content] == []


@pytest.mark.parametrize("zone", [UTC, LONDON])
def test_the_zone_in_which_the_clock_is_read_changes_nothing(project: Path, zone: object) -> None:
    plant(project, "2026-07-01 09:00")
    moment = datetime(2026, 7, 1, 7, 59, 59, tzinfo=UTC).astimezone(zone)  # type: ignore[arg-type]
    assert found_in(rendered(project, moment), (DUE, *HIDDEN)) == set()


def test_neither_the_staged_tree_nor_the_site_nor_its_index_has_what_is_not_public(
    finished: Path, tmp_path: Path
) -> None:
    root = copy_ready(finished, tmp_path / "project")
    plant(root, "2024-07-01 09:00")
    build(root, NOW - timedelta(seconds=1))
    for folder in (root / "site", root / ".scrutiny/stage"):
        assert folder.is_dir()
        assert found_in(beneath(folder), (DUE, *HIDDEN)) == set()
    build(root, NOW)
    assert {word for word, _ in found_in(beneath(root / "site"), (DUE, *HIDDEN))} == {DUE}
    assert any("pagefind" in path for _, path in found_in(beneath(root / "site"), (DUE,)))
    edit(root, f"{LATE}/meeting.yml", "2024-07-01 09:00", "2031-07-01 09:00")
    build(root, NOW)
    for folder in (root / "site", root / ".scrutiny/stage"):
        assert found_in(beneath(folder), (DUE, *HIDDEN)) == set()


def test_thousands_of_guessed_addresses_lead_only_to_what_is_public(project: Path) -> None:
    """As somebody would try them who knows how those of public records are made: by body, day, file and form."""
    plant(project, "2031-07-01 09:00")
    salts = (number.to_bytes(16, "big") for number in count())
    seen, drafts = published(load(project), NOW, Publishing(project, Last, lambda: next(salts)))
    there = {output.path for output in render(seen, NOW, project)}
    names = [
        f"{body}/{date(2024, 1, 1) + timedelta(days=day)}" for body in ("panel", "committee") for day in range(366)
    ]
    forms = ("meetings/{}/index.md", "api/v1/meeting/{}.json", "ledger/records/meeting/{}/v1.json",
             "meetings/{}/agenda.txt", "meetings/{}/jumboname.txt", f"meetings/{{}}/{DUE}-paper/index.md")  # fmt: skip
    guesses = {form.format(name): name for name in names for form in forms}
    assert len(guesses) > 4000
    public_names = {draft.key.partition(":")[2] for draft in drafts if draft.key.startswith("meeting:")}
    assert {guesses[path] for path in guesses.keys() & there} == public_names
    assert not public_names & {"panel/2024-06-12", "panel/2024-06-19"}
    assert not [draft for draft in drafts if any(word in draft.key for word in (DUE, *HIDDEN))]


def test_the_planted_words_stand_nowhere_else() -> None:
    assert found_in(beneath(CASES / "sound"), (DUE, *HIDDEN)) == set()
