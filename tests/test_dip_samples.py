"""Dip samples: how cases are counted, what the figures hold, what is raised, and the real table of October 2017."""

import re
from pathlib import Path
from typing import Any

import pytest

from generators.archive import Archive
from generators.check import load
from generators.figure import to_spec
from generators.public import public
from generators.render import render
from generators.sections.dip_samples import figures
from generators.sections.dip_samples.raised import raised
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.records.function import OUTCOMES
from generators.sections.dip_samples.records.sample import Counted, Earlier, NoLongerShown
from generators.sections.dip_samples.tallies import categories, outcome_of, tallies
from tests.conftest import REPOSITORY, Change
from tests.look import in_html
from tests.projects import NOW, SOUND

SAMPLE = "2024-01-31-custody-records"
PRINTED = """
CO/00105/17 CO/00641/16 CO/00240/17 CO/00459/16 CO/00082/17 CO/00117/17 CO/00041/17 CO/00041/17 CO/00615/15
CO/00655/16 CO/00214/17 CO/131/17 CO/177/17 CO/623/16 CO/538/16 CO/599/16 CM/60/16 CM/63/16 CM/5/16 CM/28/16
"""
"""The file numbers of 31 October 2017, line by line as the paper of 15 December 2017 prints them."""


@pytest.fixture(scope="module")
def real() -> Archive:
    """What the repository publishes."""
    return public(load(REPOSITORY), NOW.replace(year=2030))


@pytest.mark.parametrize(
    ("view", "outcome"),
    [
        (None, "no view"), ("", "no view"), ("appropriate", "appropriate"), ("Panel could not agree", OUTCOMES[3]),
        ("all in order", "appropriate"), ("ALL in order", "appropriate"), ("in order", None),
    ],
)  # fmt: skip
def test_a_view_counts_as_a_standard_outcome(sound: Archive, view: str | None, outcome: str | None) -> None:
    assert outcome_of(sound.get(Function, "custody-records"), view) == outcome


def test_of_a_function_that_is_not_there_only_the_standard_outcomes_are_known() -> None:
    assert outcome_of(None, "inappropriate") == "inappropriate"
    assert outcome_of(None, "all in order") is None


def test_a_case_stands_under_each_of_its_categories_once_whatever_its_capitals(sound: Archive, changed: Change) -> None:
    case = f"{SAMPLE}/c-4"
    archive = changed("dip-sample-case", case, categories=("rest", "REST", "Loud noise"))
    assert categories(archive.all(Case)) == (("Rest", 4), ("Meals", 2), ("Loud noise", 1))
    assert categories(sound.all(Case)) == (("Rest", 3), ("Meals", 2))


def test_a_figure_holds_the_counts_of_its_tallies(sound: Archive) -> None:
    function = sound.get(Function, "custody-records")
    assert function
    figure = figures.over_time(function, tallies(sound))
    assert figure
    assert figure.rows == (("In a winter (checklist 2)", 18, 0, 20, 90, None, None),
                           ("31 January 2024 (no checklist)", 4, 0, 5, 80, 38, 96))  # fmt: skip
    assert b'"line_0": "In a winter (checklist 2): 18 of 20"' in to_spec(figure)
    by_category = figures.by_category(tallies(sound)[1], "Custody records")
    assert by_category
    assert by_category.rows == (("Rest", 3), ("Meals", 2))


def test_two_dip_samples_of_one_day_have_each_a_mark_of_their_own(sound: Archive, changed: Change) -> None:
    archive = changed("dip-sample", "winter-custody-records", date=sound.get(DipSample, SAMPLE).date, checklist=None)  # type: ignore[union-attr]
    function = archive.get(Function, "custody-records")
    assert function
    figure = figures.over_time(function, tallies(archive))
    assert figure
    assert len({row[0] for row in figure.rows}) == 2


def test_exact_numbers_of_people_are_nowhere_on_the_site(changed: Change) -> None:
    """Every page, picture and file of the whole site is searched for them, written in either way."""
    counts = (Counted(outcome="appropriate", number=7907), Counted(outcome="inappropriate", number=1019))
    earlier = (Earlier(where="A paper", counts=(Counted(outcome="appropriate", number=4903),)),)
    withdrawn = (NoLongerShown(sample="old", counts=(Counted(outcome="appropriate", number=58113),)),)
    archive = changed(
        "dip-sample", "winter-custody-records", disclosure="people-threshold-rounded", counts=counts, sample_size=8926,
        not_opened=0, population=9917, earlier=earlier, no_longer_shown=withdrawn,
    )  # fmt: skip
    found = {output.path: output.make() for output in render(archive, NOW, SOUND)}
    assert any(b"7,905" in content for content in found.values())
    exact = (7907, 1019, 8926, 9917, 4903, 58113)
    forms = "|".join(form for number in exact for form in (f"{number}", f"{number:,}"))
    written = re.compile(rf"(?<![\d.])(?:{forms})(?!\d)".encode())  # as a number, not within another one
    assert [path for path, content in found.items() if written.search(content)] == []


def test_what_the_force_promised_on_a_case_is_raised(sound: Archive, changed: Change) -> None:
    (promise,) = raised(sound)
    assert (promise.ref, promise.kind) == (f"dip-{SAMPLE}-c-3", "promise")
    assert promise.text == "C/3: A new clock will be found"
    assert (promise.noun, promise.id, promise.part) == ("dip-sample", SAMPLE, "c-3")
    of_people = changed("dip-sample", SAMPLE, disclosure="people-threshold-rounded")
    assert list(raised(of_people)) == []


def test_the_table_of_october_2017_is_there_case_by_case(real: Archive) -> None:
    cases = sorted((case for case in real.all(Case) if case.id.startswith("2017-10-31")), key=lambda case: case.line)
    assert [case.file for case in cases] == PRINTED.split()
    assert [case.file for case in cases if not case.categories] == ["CO/00041/17"]
    assert [case.file for case in cases if not case.response] == ["CO/00641/16"]
    assert [case.allegations for case in cases if case.allegations] == [
        ("1, 2, 3: not upheld", "4: upheld"),
        ("1, 2, 3, 4, 6: not upheld", "5, 7: upheld"),
    ]
    counted = {tally.function: tally.counts for tally in tallies(real) if tally.sample.id.startswith("2017-10-31")}
    assert counted == {"complaint-files": (8, 1, 0, 0, 7), "misconduct-files": (4, 0, 0, 0, 0)}


def test_the_figures_of_december_2018_to_march_2020_are_there(real: Archive) -> None:
    sizes = {
        sample.function: sample.sample_size for sample in real.all(DipSample) if sample.id.startswith("2018-12")
    }  # fmt: skip
    assert sizes == {"complaint-files": 114, "decisions-not-to-refer": 15, "misconduct-files": 21}
    cited = [case.file for case in real.all(Case) if case.id.startswith("2018-12")]
    assert sorted(cited) == ["CM13/18", "CM19/19", "CO/142/18", "CO445/18", "CO533/19", "CO84/18"]
    quarters = {function.id: function.quarter for function in real.all(Function) if function.quarter}
    assert quarters == {
        "out-of-court-resolutions": "Q1", "custody-records": "Q2", "hate-crime": "Q3", "complaint-files": "Q4",
    }  # fmt: skip


# ---- many cases


def test_many_cases_stand_on_several_pages_and_an_address_from_before_leads_to_its_own(project: Path) -> None:
    rows = [f"c-{at},C/{at},Rest,,appropriate,,,,{'awaited' if at == 401 else ''}" for at in range(1, 451)]
    table = project / f"data/dip-samples/{SAMPLE}.csv"
    table.write_text("\n".join([table.read_text("utf-8").partition("\n")[0], *rows]), "utf-8")
    side = project / f"data/dip-samples/{SAMPLE}.yml"
    side.write_text(re.sub(r"(?m)^(sample_size|population|not_opened): .*\n", "", side.read_text("utf-8")), "utf-8")
    archive = public(load(project), NOW)
    found = {output.path: output for output in render(archive, NOW, project)}
    first, second, third = (in_html(found[f"dip-samples/{SAMPLE}/{end}index.md"].page) for end in ("", "2/", "3/"))  # type: ignore[arg-type]
    assert [len(page.css("table.cases tbody tr")) for page in (first, second, third)] == [200, 200, 50]
    assert [page.css_first("tr#c-201") is not None for page in (first, second, third)] == [False, True, False]
    entry: Any = first.css_first("li:has(#c-201)")
    assert entry.text().strip() == "Cases 201 to 400"
    assert entry.css_first("a").attributes["href"] == f"../../dip-samples/{SAMPLE}/2/"
    assert f"dip-samples/{SAMPLE}/4/index.md" not in found
    assert found[f"dip-samples/{SAMPLE}/cases.csv"].make().count(b"\r\n") == 451
    gathered = in_html(found["dip-samples/index.md"].page)  # type: ignore[arg-type]
    assert f"../dip-samples/{SAMPLE}/3/#c-401" in {link.attributes["href"] for link in gathered.css("a")}
