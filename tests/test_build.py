"""A real build of the sound project: what it makes, what it makes again, what is left when it fails or is killed."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from generators.fields import LONDON
from generators.problem import Problems
from tests.projects import NOW, REPOSITORY, build, clean_environment, contents, copy_built, copy_sound, edit, run

pytestmark = pytest.mark.usefixtures("draw_once")
PLAN = {"meetings/panel/", "meetings/panel/forward-plan/", "meetings/panel/forward-plan/forward-plan.csv"}
ALL = "SCRUTINY_TEST_ALL" in os.environ
MEETING = "content/meetings/panel/2024-03-06/meeting.yml"
PAPER = "content/meetings/panel/2024-03-06/custody-review.md"
KINDS = (
    "office", "body", "person", "matter", "meeting", "paper", "forward-plan", "forward-plan-entry",
    "visit-programme", "visit", "dilemma", "gifts-register", "gift-offer", "measure",
    "performance-report", "glossary-term", "published-table", "table-row",
    "dip-sample-function", "dip-sample", "dip-sample-case",
    "recommendation-source", "recommendation-updates", "recommendation-update", "letters", "letter",
    "erasure", "duties",
)  # fmt: skip
STATUSES = (
    "not-yet-answered", "open", "in-progress", "complete", "rejected", "superseded", "not-legible-in-the-original",
    "left-empty-in-the-original",
)  # fmt: skip
AGES = (
    "less-than-6-months", "6-months-to-a-year", "1-to-2-years", "2-to-5-years", "more-than-5-years", "undated",
)  # fmt: skip
RECOMMENDATIONS = (
    "", *(f"status/{status}/{year}" for status in STATUSES for year in ("", "2024/", "undated/")),
    "open/", *(f"open/{age}/" for age in AGES), "overdue/", "overdue/2024/", "overdue/undated/", "year-ends/",
    "owners/", "owners/illustrative-office/", "owners/illustrative-police/", "owners/no-owner-stated/",
    "owners/example-police/", "from/", "from/2024/", "from/undated/",
    "from/meeting/panel/2024-03-06/", "from/dip-sample/2024-01-31-custody-records/",
    "from/visit-programme/spring-2024/", "sources/inspection-2024/", "sources/plan-2024/", "registers/updates/",
    "letters/panel/", "panel-2024-03-06-item-2-decision-b/", "panel-2024-03-06-item-2-action-visit/",
    "dip-2024-01-31-custody-records-c-3/", "visits-spring-2024-a/", "visits-spring-2024-b/", "inspection-2024-1/",
    "inspection-2024-2/", "inspection-2024-3/", "inspection-2024-4/", "plan-2024-meals/",
)  # fmt: skip
QUARTERS = ("2021-22-q4", *(f"{year}-q{number}" for year in ("2022-23", "2023-24") for number in range(1, 5)))
GATHERED = re.compile(
    r"(pagefind|api)/.*|data/(?!index\.html|index\.md).*|(.*/)?(feed\.(atom|json)|calendar\.ics)|robots\.txt"
    r"|site-manifest\.json|_headers"
)
"""Files that are made from many records at once, or from all pages: the index of the search, feeds, calendars, data."""
HANDBOOK = {f"handbook/{file.stem}/".replace("index/", "") for file in (REPOSITORY / "docs" / "handbook").glob("*.md")}
PAGES = {
    "", "about/", "accessibility/", "accessibility-checklist/", "calendar/", "changes/",
    "cite/", "cited-not-held/", "data/", "decisions/", "decisions/2024/", "decisions-to-publish/", "field-guide/",
    "follow/", "licence/",
    *(f"field-guide/{noun}/" for noun in KINDS), "help/", "matters/", "matters/custody/", "matters/stop-and-search/",
    "meetings/", "meetings/committee/", "meetings/committee/2024-05-14/", "meetings/panel/",
    "meetings/panel/2024-03-06/", "meetings/panel/2024-03-06/custody-review/",
    "meetings/panel/2024-06-05/", "meetings/panel/2024-06-05/numbers/",
    "tables/", "tables/notes/", "tables/joining/", "tables/spending/",
    "meetings/panel/forward-plan/", "people/", "people/ada-example/", "people/ben-sample/", "people/cara-specimen/",
    "report-a-mistake/", "scrutiny/", "search/", "dilemmas/", "dilemmas/moving-a-patient/", "dilemmas/naming-drivers/",
    "meetings/panel/2024-06-05/performance-report/", "performance/", "performance/force-2023-24-q3/",
    "performance/force-2023-24-q4/", "performance/office-2023-24-q4/", "performance/indicators/calls/",
    "performance/glossary/", "performance/how-to-read/", "performance/complaints/", "performance/calls-answered/",
    *(f"performance/{quarter}/" for quarter in QUARTERS),
    "visits/", "visits/spring-2024/", "visits/spring-2024/custody/", "visits/winter-2023/",
    "visits/winter-2023/custody/",
    "duties/", "duties/comments/", "duties/contracts/", "duties/gifts/",
    "gifts/", "holding-back/", "hosting/", *HANDBOOK, "gifts/donors/",
    "gifts/donors/brown-and-sons-ltd/", "gifts/donors/sample-united/",
    "gifts/force/",
    "gifts/office/", "gifts/office/2022-23/", "gifts/office/2023-24/",
    "dip-samples/", "dip-samples/custody-records/", "dip-samples/hate-crime/", "dip-samples/winter-custody-records/",
    "dip-samples/2024-01-31-custody-records/", "dip-samples/by-year/2024/", "dip-samples/by-year/not-dated/",
    *(f"recommendations/{end}" for end in RECOMMENDATIONS),
}  # fmt: skip
"""Every page that the sound project's site has, and no other."""
DATA = {
    *(f"field-guide/{noun}.schema.json" for noun in KINDS), "meetings/panel/2024-03-06/agenda.txt",
    "meetings/panel/attendance.csv", "meetings/panel/attendance.json",
    "duties/duties.csv",
    "meetings/panel/forward-plan/forward-plan.csv", "dilemmas/dilemmas.csv", "visits/coverage.csv",
    *(f"performance/{id}/indicators.csv" for id in ("force-2023-24-q3", "force-2023-24-q4", "office-2023-24-q4")),
    *(f"performance/{id}/control-chart.{ending}" for id in ("complaints", "calls-answered", "how-to-read")
      for ending in ("csv", "json")),
    *(f"performance/{id}/values.csv" for id in ("complaints", "calls-answered")),
    *(f"tables/{id}/table.csv" for id in ("joining", "spending")),
    *(f"tables/{id}/picture-1.{ending}" for id in ("joining", "spending") for ending in ("csv", "json")),
    "visits/spring-2024/due-to-attend.csv", "visits/spring-2024/due-to-attend.json",
    "gifts/force/register.csv", "gifts/office/register.csv", "gifts/office/answers.csv", "gifts/office/answers.json",
    "gifts/office/value.csv", "gifts/office/value.json", "gifts/office/2022-23/offers-2022-23.csv",
    "gifts/office/2023-24/offers-2023-24.csv",
    "dip-samples/custody-records/outcomes.csv", "dip-samples/custody-records/outcomes.json",
    "dip-samples/2024-01-31-custody-records/cases.csv",
    "dip-samples/2024-01-31-custody-records/categories-custody-records.csv",
    "dip-samples/2024-01-31-custody-records/categories-custody-records.json",
    "recommendations/tracker.csv", "recommendations/events.csv", "recommendations/periods.csv",
    "recommendations/open-and-closed.csv", "recommendations/open-and-closed.json",
    "recommendations/registers/updates/rows.csv", "recommendations/letters/panel/rows.csv",
}  # fmt: skip
CHARTS = {path.removesuffix(".json") for path in DATA if path.endswith(".json") and not path.endswith(".schema.json")}
DRAWN = {f"{chart}.svg" for chart in CHARTS} | {f"embed/{chart}.html" for chart in CHARTS}
"""Every chart as a picture, and alone on a page for other sites to show."""


@pytest.fixture
def root(finished: Path, tmp_path: Path) -> Path:
    """A copy of the finished project, with all that the builder has kept."""
    return copy_built(finished, tmp_path / "project")


def addresses(site: Path) -> set[str]:
    return {path.removesuffix("index.html") for path in contents(site) if path.split("/")[-1] == "index.html"}


def clean_site(root: Path, now: datetime = NOW) -> dict[str, bytes]:
    """The site of the same sources, built where nothing has been built before."""
    fresh = root.parent / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns(".scrutiny", "site"))
    build(fresh, now)
    return contents(fresh / "site")


# ---- what is made


def test_every_page_that_should_exist_does_and_no_other(finished: Path) -> None:
    assert addresses(finished / "site") == PAGES


def test_data_and_attachments_stand_beside_their_pages(finished: Path) -> None:
    made = contents(finished / "site")
    assert made.keys() >= DATA
    assert made["meetings/panel/2024-03-06/agenda.txt"] == (finished / MEETING).with_name("agenda.txt").read_bytes()
    outside = (
        {path for path in made if path.split("/")[-1] != "index.html" and not GATHERED.fullmatch(path)} - DATA - DRAWN
    )
    assert made.keys() >= DRAWN
    assert {path.split("/")[0] for path in outside} == {"404.html", "assets"}


def test_the_staged_tree_holds_the_same_pages_as_plain_markdown(finished: Path) -> None:
    """All but those that are written by hand: another builder can take it from there."""
    staged = contents(finished / ".scrutiny" / "stage")
    pages = {path.removesuffix("index.md") for path in staged if path.endswith("index.md")}
    assert pages == PAGES - {"accessibility-checklist/", "help/", "holding-back/", "hosting/", *HANDBOOK}
    others = staged.keys() - {f"{address}index.md" for address in pages}
    assert {path for path in others if not GATHERED.fullmatch(path)} == DATA | DRAWN | {"assets/office.css"}


def test_a_second_build_makes_no_page_and_leaves_the_site_alone(root: Path) -> None:
    before, link = contents(root / "site"), os.readlink(root / "site")
    assert build(root).made == 0
    assert contents(root / "site") == before
    assert os.readlink(root / "site") == link


@pytest.mark.parametrize(
    ("path", "old", "new", "shown_on"),
    [
        (MEETING, "Example Hall", "Town Hall", {"meetings/panel/2024-03-06/", "calendar/"}),
        (MEETING, "waiting times", "opening times", {"meetings/panel/2024-03-06/"}),
        (PAPER, "illustrative month", "illustrative year", {"meetings/panel/2024-03-06/custody-review/"}),
        ("content/matters/custody.yml", "illustrative cells", "illustrative rooms", {"matters/custody/"}),
        ("data/forward-plans/panel.csv", "Quarter 2", "Quarter 4", PLAN),
        ("docs/help.md", "illustrative page", "illustrative leaf", {"help/"}),
        ("content/people/ben-sample.yml", "publication:", "# A remark.\npublication:", set()),
    ],
)
def test_one_change_makes_only_the_pages_that_show_it(
    root: Path, path: str, old: str, new: str, shown_on: set[str]
) -> None:
    before = contents(root / "site")
    edit(root, path, old, new)
    built = build(root)
    after = contents(root / "site")
    changed = {name for name in after if after[name] != before.get(name) and not GATHERED.fullmatch(name)}
    assert {name.removesuffix("index.html") for name in changed} == shown_on
    pages = {name for name in shown_on if name.endswith("/")}
    if shown_on and not path.startswith("docs/"):
        pages.add("data/")  # it says how large the files of data are
    assert built.made == len(pages)
    assert built.pages == len(PAGES)


# ---- the incremental site is the clean one


def add_a_meeting(root: Path) -> None:
    folder = root / "content/meetings/committee/2024-06-20"
    folder.mkdir()
    (folder / "meeting.yml").write_text(
        "body: committee\ndate: 2024-06-20\nstate: held\npublication: published\n"
        "attendance: [{person: cara-specimen, capacity: member, status: [present]}]\n"
        "attachments: [{file: plan.txt, title: The plan}]\n"
    )
    (folder / "plan.txt").write_text("An illustrative plan.")
    (folder / "budget.md").write_text("---\ntitle: Budget\npublication: published\n---\n\n1. One paragraph.\n")


def take_away_a_paper(root: Path) -> None:
    """With every line and cell that names it."""
    (root / PAPER).unlink()
    for path in (*root.glob("content/**/*.yml"), *root.glob("data/**/*.yml")):
        lines = path.read_text().splitlines(keepends=True)
        path.write_text("".join(line for line in lines if "custody-review" not in line))
    for path in root.glob("data/**/*.csv"):
        path.write_text(path.read_text().replace("panel/2024-03-06/custody-review", ""))


def rename_a_meeting(root: Path) -> None:
    (root / "content/meetings/committee/2024-05-14").rename(root / "content/meetings/committee/2024-05-15")
    edit(root, "content/meetings/committee/2024-05-15/meeting.yml", "date: 2024-05-14", "date: 2024-05-15")


def add_pictures(root: Path) -> None:
    for path in ("docs/pictures/one.svg", "docs/two.svg"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(f"<svg xmlns='http://www.w3.org/2000/svg'><title>{path}</title></svg>")
    edit(root, "docs/help.md", "# Help", "# Help\n\n![One](pictures/one.svg) ![Two](two.svg)")


def change_an_attachment(root: Path) -> None:
    """To one of the same size."""
    edit(root, str(Path(MEETING).with_name("agenda.txt")), "Custody review.", "Custody Review.")


def add_a_page_by_hand(root: Path) -> None:
    (root / "docs" / "more").mkdir()
    (root / "docs" / "more" / "index.md").write_text("# More\n\nSee [help](../help.md).\n")
    edit(root, "mkdocs.yml", "  - Help: help.md\n", "  - Help: help.md\n  - More: more/index.md\n")


EDITS: dict[str, Callable[[Path], None]] = {
    "a person is renamed": lambda root: edit(root, "content/people/ben-sample.yml", "Ben Sample", "Ben Zample"),
    "a person is no longer published": lambda root: edit(
        root, "content/people/cara-specimen.yml", "publication: published", "publication: draft"
    ),
    "the office is renamed": lambda root: edit(
        root, "content/office.yml", "name: Illustrative Office", "name: New & Co"
    ),
    "a meeting is added": add_a_meeting,
    "a meeting gets another date": rename_a_meeting,
    "a paper is taken away": take_away_a_paper,
    "an attachment is changed": change_an_attachment,
    "a page is written by hand": add_a_page_by_hand,
    "pictures are added to a page written by hand": add_pictures,
    "the configuration is changed": lambda root: edit(root, "mkdocs.yml", "Use the dark colours", "Go dark"),
}


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS.keys())
def test_after_a_change_the_site_is_the_one_a_clean_build_makes(root: Path, change: Callable[[Path], None]) -> None:
    """Byte by byte, and when it is taken back, the old one."""
    before = contents(root / "site")
    sources = Path(shutil.copytree(root, root.parent / "sources", ignore=shutil.ignore_patterns(".scrutiny", "site")))
    change(root)
    build(root)
    assert contents(root / "site") == clean_site(root)
    assert contents(root / "site") != before
    for folder in ("content", "data", "docs"):
        shutil.rmtree(root / folder)
        shutil.copytree(sources / folder, root / folder)
    shutil.copy(sources / "mkdocs.yml", root)
    build(root)
    assert contents(root / "site") == before


def test_a_picture_that_moves_is_at_its_new_place_only(root: Path) -> None:
    """Its name and bytes are the same."""
    add_pictures(root)
    build(root)
    (root / "docs" / "pictures").rename(root / "docs" / "images")
    edit(root, "docs/help.md", "pictures/one.svg", "images/one.svg")
    build(root)
    made = contents(root / "site")
    assert "images/one.svg" in made
    assert "pictures/one.svg" not in made
    assert made == clean_site(root)


def test_a_file_that_changes_and_changes_back_is_there_again(root: Path) -> None:
    """Long after the store has forgotten its first bytes."""
    add_pictures(root)
    for text in ("<svg>1</svg>", "<svg>2</svg>", "<svg>3</svg>", "<svg>4</svg>", "<svg>1</svg>"):
        (root / "docs" / "two.svg").write_text(text)
        build(root)
        assert contents(root / "site")["two.svg"] == text.encode()
    assert contents(root / "site") == clean_site(root)


@pytest.mark.parametrize("seed", range(10 if ALL else 1))
def test_many_changes_in_any_order_end_in_the_clean_site(root: Path, seed: int) -> None:
    names = list(EDITS)
    random.Random(seed).shuffle(names)
    for name in names[:4]:
        EDITS[name](root)
        build(root)
    assert contents(root / "site") == clean_site(root)


def test_what_was_kept_is_of_no_account(root: Path) -> None:
    """Any of the builder's files can be deleted or spoilt: it costs time and nothing else."""
    before = contents(root / "site")
    kept = root / ".scrutiny"
    for spoilt in (kept / "links.sqlite", kept / "parsed.sqlite", kept / "stage.json", *kept.glob("sites/*/*.json")):
        spoilt.write_text("spoilt")
    build(root)
    assert contents(root / "site") == before
    for folder in ("stage", "store"):
        shutil.rmtree(root / ".scrutiny" / folder)
        build(root)
        assert contents(root / "site") == before


def test_what_another_program_put_into_the_site_is_gone_after_the_next_build(root: Path) -> None:
    """`mkdocs build` writes into the same folder, of records that may then be changed back."""
    before = contents(root / "site")
    edit(root, MEETING, "Example Hall", "Town Hall")
    assert run("mkdocs", "build", "--config-file", root / "mkdocs.yml").returncode == 0
    assert b"Town Hall" in contents(root / "site")["calendar/index.html"]
    edit(root, MEETING, "Town Hall", "Example Hall")
    build(root)
    assert contents(root / "site") == before


# ---- where it stands, and when


def test_a_project_can_lie_in_any_folder(tmp_path: Path, finished: Path) -> None:
    """With spaces and letters of any language in its name, and the site is the same."""
    root = copy_sound(tmp_path / "the office's record – 記録 #1 100%")
    build(root)
    assert contents(root / "site") == contents(finished / "site")


def test_a_project_can_be_moved_with_its_site(root: Path) -> None:
    before = contents(root / "site")
    moved = root.rename(root.with_name("moved"))
    assert contents(moved / "site") == before
    assert build(moved).made == 0
    assert contents(moved / "site") == before


def test_the_site_can_be_put_elsewhere(root: Path, tmp_path: Path) -> None:
    before = contents(root / "site")
    build(root, site=tmp_path / "public" / "www")
    assert contents(tmp_path / "public" / "www") == before


def test_a_preview_elsewhere_does_not_change_the_site(root: Path, tmp_path: Path) -> None:
    """Each site keeps what was built for it until it is built again."""
    build(root, site=tmp_path / "preview")
    before = contents(root / "site")
    edit(root, MEETING, "Example Hall", "Town Hall")
    build(root, site=tmp_path / "preview")
    assert contents(root / "site") == before
    edit(root, MEETING, "Town Hall", "County Hall")
    build(root, site=tmp_path / "preview")
    assert contents(root / "site") == before
    assert b"County Hall" in contents(tmp_path / "preview")["calendar/index.html"]


def test_a_record_appears_at_its_moment_in_local_time(root: Path) -> None:
    """To the minute, in summer time; the page is there, and every list names it."""
    edit(root, PAPER, "publication: published", "publication: published\npublish_on: 2024-08-01 09:00")
    due = datetime(2024, 8, 1, 9, 0, tzinfo=LONDON)
    page = "meetings/panel/2024-03-06/custody-review/index.html"
    build(root, due - timedelta(seconds=1))
    before = contents(root / "site")
    assert page not in before
    told = (
        content for path, content in before.items() if not path.startswith("handbook/")
    )  # which has it as an example
    assert b"custody-review" not in b"".join(told)
    build(root, due)
    after = contents(root / "site")
    assert page in after
    assert b"custody-review" in after["meetings/panel/2024-03-06/index.html"]
    assert after == clean_site(root, due)


def test_the_day_decides_what_is_to_come(root: Path) -> None:
    """On the day of a meeting it is still announced; the next day it is not."""
    edit(
        root,
        "content/meetings/committee/2024-05-14/meeting.yml",
        "state: cancelled\nreason: Not enough members could come.",
        "state: scheduled",
    )
    for now, announced in (
        (datetime(2024, 5, 14, 23, tzinfo=LONDON), True),
        (datetime(2024, 5, 15, tzinfo=LONDON), False),
    ):
        build(root, now)
        assert (b"Oversight Committee, 14 May 2024" in contents(root / "site")["index.html"]) is announced


# ---- what is refused leaves the old site


@pytest.fixture
def broken(root: Path) -> Path:
    """A finished project in which one record was spoilt since."""
    edit(root, MEETING, "date: 2024-03-06", "date: 6 March")
    return root


@pytest.mark.parametrize("command", [("scrutiny", "check"), ("scrutiny", "build"), ("mkdocs", "build")], ids=" ".join)
def test_a_broken_record_leaves_the_site_as_it_is(broken: Path, command: tuple[str, str]) -> None:
    """Exit status 1, and the place of the mistake."""
    before, link = contents(broken / "site"), os.readlink(broken / "site")
    place = ("--root", broken) if command[0] == "scrutiny" else ("--config-file", broken / "mkdocs.yml")
    ended = run(*command, *place)
    assert ended.returncode == 1
    assert f"{MEETING}:2:7: date: " in ended.stderr
    assert "1 problem in 1 file. Nothing was written." in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    assert contents(broken / "site") == before
    assert os.readlink(broken / "site") == link


def test_a_broken_record_leaves_the_staged_tree_as_it_is(broken: Path) -> None:
    before = contents(broken / ".scrutiny" / "stage")
    with pytest.raises(Problems):
        build(broken)
    assert contents(broken / ".scrutiny" / "stage") == before


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../nowhere/", "meetings/panel/2024-03-06/nowhere/"),
        ("#para-99", "meetings/panel/2024-03-06/custody-review/#para-99"),
        ("../#item-99", "meetings/panel/2024-03-06/#item-99"),
        ("/people/nobody/", "people/nobody/"),
        ("../agenda.pdf", "meetings/panel/2024-03-06/agenda.pdf"),
    ],
)
def test_a_broken_link_in_a_paper_is_explained_with_the_papers_path(root: Path, link: str, target: str) -> None:
    before = contents(root / "site")
    edit(root, PAPER, "illustrative month", f"[illustrative month]({link})")
    with pytest.raises(Problems) as found:
        build(root)
    (problem,) = found.value.problems
    line = 1 + (root / PAPER).read_text().partition(f"]({link})")[0].count("\n")
    assert (problem.path, problem.line) == (PAPER, line)
    assert (root / PAPER).read_text().splitlines()[line - 1][problem.column - 1 :].startswith(link)
    assert f'"/{target}"' in problem.message
    assert contents(root / "site") == before
    edit(root, PAPER, f"[illustrative month]({link})", "illustrative month")
    assert build(root).made == 0
    assert contents(root / "site") == before


def test_a_link_that_was_right_is_broken_by_a_change_elsewhere(root: Path) -> None:
    """The page with the link is not made again, and its link is still checked."""
    edit(root, PAPER, "illustrative month", "[illustrative month](../#item-2-decision-a)")
    build(root)
    before = contents(root / "site")
    edit(root, MEETING, "outcome: noted, letter: a", "outcome: noted, letter: c")
    with pytest.raises(Problems) as found:
        build(root)
    assert [problem.path for problem in found.value.problems] == [PAPER]
    assert contents(root / "site") == before


@pytest.mark.parametrize(
    "page",
    [
        "people/ada-example.md",
        "calendar.md",
        "index.md",
        "README.md",
        "decisions/2024/index.md",
        "field-guide/meeting.md",
    ],
)
def test_a_page_by_hand_does_not_take_a_generated_pages_address(root: Path, page: str) -> None:
    before = contents(root / "site")
    (root / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
    (root / "docs" / page).write_text("# By hand\n")
    with pytest.raises(Problems) as found:
        build(root)
    assert f"docs/{page}" in str(found.value)
    assert contents(root / "site") == before


@pytest.mark.parametrize("name", ["index.html", "custody-review"])
def test_an_attachment_does_not_take_a_pages_address(root: Path, name: str) -> None:
    """The page of the meeting it lies beside, or of one of its papers."""
    before = contents(root / "site")
    edit(root, MEETING, "attachments:\n", f"attachments:\n  - {{file: {name}, title: An attachment}}\n")
    (root / MEETING).with_name(name).write_text("Instead of the page.")
    with pytest.raises(Problems):
        build(root)
    assert contents(root / "site") == before


def test_a_mistake_in_a_page_by_hand_is_explained_with_its_path(root: Path) -> None:
    before = contents(root / "site")
    edit(root, "docs/help.md", "# Help", "# Help\n\nSee [this](nowhere.md).")
    with pytest.raises(Problems) as found:
        build(root)
    assert [problem.path for problem in found.value.problems] == ["docs/help.md"]
    assert contents(root / "site") == before


# ---- a build that is killed


def toggled(root: Path, number: int) -> None:
    """Another change each time; every third one changes every page."""
    (path,) = {root / "content/office.yml"} if number % 3 == 0 else {root / MEETING}
    old = next(line for line in path.read_text().splitlines() if line.startswith(("name:", "place:")))
    path.write_text(path.read_text().replace(old, f"{old.partition(':')[0]}: Number {number}", 1))


def next_build_is_right(root: Path, before: dict[str, bytes]) -> None:
    """The site is the old one or the new one, and then the new one."""
    left = contents(root / "site")
    build(root)
    after = contents(root / "site")
    assert left in (before, after)
    assert after != before
    for place, _, names in os.walk(root):
        assert not [name for name in names if name.endswith((".new", ".old"))], place


def seconds_of_a_build(root: Path, number: int) -> float:
    """How long a whole one takes after this change."""
    toggled(root, number)
    started = time.monotonic()
    assert run("scrutiny", "build", "--root", root, "--now", "2024-07-01").returncode == 0
    return time.monotonic() - started


def test_killed_at_any_moment_the_old_site_or_the_new_one_is_there_whole(root: Path) -> None:
    """By a signal that it cannot answer: at a moment within the time that such a build takes, of many pages or few."""
    longest = {number % 3: seconds_of_a_build(root, number) for number in (0, 1)}
    for number in range(2, 101 if ALL else 9):
        before = contents(root / "site")
        toggled(root, number)
        command = [sys.executable, "-m", "generators.cli", "build", "--root", str(root), "--now", "2024-07-01"]
        process = subprocess.Popen(command, env=clean_environment(), start_new_session=True, stdout=subprocess.DEVNULL)
        with suppress(subprocess.TimeoutExpired):  # it may end before
            process.wait(random.Random(number).uniform(0.2, 1) * longest[min(number % 3, 1)])
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        next_build_is_right(root, before)
    assert contents(root / "site") == clean_site(root)


def test_two_builds_at_once_take_turns(root: Path) -> None:
    toggled(root, 0)
    command = [sys.executable, "-m", "generators.cli", "build", "--root", str(root), "--now", "2024-07-01"]
    both = [subprocess.Popen(command, env=clean_environment(), stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert contents(root / "site") == clean_site(root)
