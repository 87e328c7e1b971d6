"""The records against the text of the papers they come from: every number of a table, every heading, every name.

The texts are no part of the repository. Where they do not lie beside it, these tests are skipped.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from generators.archive import Archive
from generators.check import load
from generators.public import public
from generators.sections.dilemmas.records import Dilemma
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.tallies import outcome_of
from generators.sections.visits.records import Programme, Visit
from tests.conftest import REPOSITORY
from tests.projects import NOW

PAPERS = REPOSITORY.parent / "shared" / "seeds"
OCTOBER = "2017-10-31-complaint-files"
LATER = "2018-12-to-2020-03"
VISITS = "familiarisation-2023"
WORDS = {"1": "one", "2": "two", "3": "three", "4": "four", "5": "five"}
ROUTES = {
    "with consent": "with consent", "local": "local resolution", "withdrawn": "withdrawn", "2x": "2x complaint",
    "disapplication": "disapplication", "management action": "management action", "words of advice": "words of advice",
}  # fmt: skip
"""What a printed comment says of the route, and what the record then says."""

pytestmark = pytest.mark.skipif(not PAPERS.is_dir(), reason="the texts of the papers do not lie beside the repository")


class Line(NamedTuple):
    """A line of the table of 31 October 2017, as printed."""

    categories: str
    file: str
    comment: str
    response: str


@pytest.fixture(scope="module")
def real() -> Archive:
    """What the repository publishes."""
    return public(load(REPOSITORY), NOW.replace(year=2030))


def paper(number: int) -> str:
    (path,) = PAPERS.glob(f"{number:03}_*.txt")
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def table() -> tuple[Line, ...]:
    """The table of 31 October 2017."""
    return tuple(Line(*found) for found in re.findall(r"(?m)^(.*)\t(C[OM]/\d+/\d+)\t(.*)\t(.*)$", paper(2)))


def cases_of(archive: Archive, sample: str) -> list[Case]:
    found = (case for case in archive.all(Case) if case.id.startswith(f"{sample}/"))
    return sorted(found, key=lambda case: case.line)


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


def is_told(number: str, text: str) -> bool:
    """Whether a record has a printed number, in digits or as a word."""
    return number in numbers(text) or WORDS.get(number, number) in re.findall(r"\w+", text.lower())


def test_the_files_of_october_2017_are_those_printed_in_their_order(real: Archive, table: tuple[Line, ...]) -> None:
    cases = cases_of(real, OCTOBER)
    assert len(table) == 20
    assert [case.file for case in cases] == [line.file for line in table]
    assert [" ".join(case.categories) for case in cases] == [line.categories for line in table]
    assert [case.function == "misconduct-files" for case in cases] == [line.file.startswith("CM") for line in table]


def test_the_outcomes_of_october_2017_are_those_printed(real: Archive, table: tuple[Line, ...]) -> None:
    for case, line in zip(cases_of(real, OCTOBER), table, strict=True):
        function = real.get(Function, case.function or "complaint-files")
        assert outcome_of(function, case.view) == outcome(line.comment), line
        assert dict(allegations(case)) == printed_allegations(line.comment), line
        route = (case.route or "").lower()
        for words, told in ROUTES.items():
            assert (words in line.comment.lower()) == (told in route), (line, told)


def outcome(comment: str) -> str:
    """How a printed comment counts."""
    said = comment.lower()
    if "on balance" in said.replace(",", ""):
        return "appropriate with observations"
    views = ("happy with", "action appropriate", "agree")
    return "appropriate" if any(view in said for view in views) else "no view"


def allegations(case: Case) -> Iterator[tuple[str, str]]:
    for entry in case.allegations:
        which, _, result = entry.partition(": ")
        yield from ((number, result) for number in numbers(which))


def printed_allegations(comment: str) -> dict[str, str]:
    found = re.findall(r"Allegations? ([\d, and]+?) ?(?:are )?(not )?upheld", comment)
    return {number: f"{no}upheld" for which, no in found for number in numbers(which)}


def test_the_answers_of_october_2017_are_those_printed(real: Archive, table: tuple[Line, ...]) -> None:
    for case, line in zip(cases_of(real, OCTOBER), table, strict=True):
        assert (case.response or "").startswith("Noted") == line.response.startswith("Noted"), line
        assert (case.answer == "none printed") == (not line.response.strip()), line
        assert (case.answer == "promised") == line.response.startswith("We will"), line


def test_the_day_and_the_reviewers_of_october_2017_are_those_printed(real: Archive) -> None:
    sample = real.get(DipSample, OCTOBER)
    assert sample
    (said,) = re.findall(r"(?m)^4\. Three members of the Committee, (.*) undertook .* on (.* 2017)\.", paper(2))
    assert sample.date_as_printed == said[1]
    assert f"{sample.date:%A} {sample.date:%-d} {sample.date:%B} {sample.date:%Y}" == said[1]
    people = [real.records["person"][reviewer.person or ""] for reviewer in sample.reviewers]
    printed = re.split(", | and ", said[0])
    assert [any(name.endswith(person.name) for name in printed) for person in people] == [True] * 3  # type: ignore[attr-defined]


def test_the_numbers_of_december_2018_to_march_2020_are_those_printed(real: Archive) -> None:
    (printed,) = re.findall(
        r"total of (\d+) completed.*inspected (\d+) decision logs.*and (\d+) cases of all", paper(1)
    )
    kinds = ("complaint-files", "decisions-not-to-refer", "misconduct-files")
    samples = [real.get(DipSample, f"{LATER}-{kind}") for kind in kinds]
    assert [str(sample.sample_size) for sample in samples if sample] == list(printed)


@pytest.mark.parametrize(
    ("kind", "after"),
    [("complaint-files", "arising from complaint files"), ("misconduct-files", "misconduct cases examined")],
)
def test_the_cases_that_the_annual_report_cites_are_there_with_their_numbers(
    real: Archive, kind: str, after: str
) -> None:
    text = paper(1).partition(after)[2]
    text = re.split("In respect of misconduct|Ethical Dilemmas", text)[0]
    printed = re.findall(r"(?m)^- (C[OM]/?\d+/\d+) - (.*)$", text)
    cases, sample = cases_of(real, f"{LATER}-{kind}"), real.get(DipSample, f"{LATER}-{kind}")
    assert [case.file for case in cases] == [file for file, _ in printed]
    assert sample
    for case, (_, said) in zip(cases, printed, strict=True):
        told = " ".join([case.comment or "", case.response or "", *map(str, sample.notes)])
        assert [number for number in numbers(said) if not is_told(number, told)] == [], said


def test_the_functions_have_the_quarters_that_are_printed(real: Archive) -> None:
    names = {"OOCR": "out-of-court-resolutions", "Complaints": "complaint-files"}
    printed = re.findall(r"\*([\w ]+) \((Q\d)\)\*", paper(3))
    quarters = {names.get(name, name.lower().replace(" ", "-")): quarter for name, quarter in printed}
    assert len(quarters) == 4
    assert {one.id: one.quarter for one in real.all(Function) if one.quarter} == quarters
    (other,) = re.findall(r"i\.e\. (Quarter \d) will be focused around Complaints", paper(3))
    for id, quarter in quarters.items():
        function = real.get(Function, id)
        assert function
        assert any(quarter in note and other in note for note in map(str, function.notes))


def test_the_timetable_of_the_visits_is_that_printed(real: Archive) -> None:
    programme = real.get(Programme, VISITS)
    assert programme
    printed = re.findall(r"(?m)^(\w+day \d+) (?:th|rd) (\w+ \d{4})\t*\n(.*)\n(.*)\n(.*)$", paper(0))
    names = {member.person: member.as_printed for member in programme.members}
    assert len(printed) == 3
    for day, (weekday, month, times, departments, due) in zip(programme.timetable, printed, strict=True):
        assert f"{day.date:%A} {day.date:%-d} {day.date:%B} {day.date:%Y}" == f"{weekday} {month}"
        assert [f"{slot.start:%H:%M} – {slot.end:%H:%M}" for slot in day.slots] == times.split("\t")
        filled = [slot for slot in day.slots if slot.department]
        assert [slot.department for slot in filled] == [name for name in departments.split("\t") if name]
        members = [re.split(", | and ", who.replace(" (TBC)", "")) for who in due.split("\t") if who]
        assert [[names[due.person] for due in slot.due] for slot in filled] == members
        unsure = [slot.department for slot in filled if any(due.to_be_confirmed for due in slot.due)]
        assert len(unsure) == due.count("(TBC)")


def test_every_department_visited_has_its_paragraphs_and_its_numbers(real: Archive) -> None:
    text = paper(0).partition("Departmental Visits\n")[2].partition("Panel's Recommendations")[0]
    visits = sorted((visit for visit in real.all(Visit) if visit.listed), key=lambda visit: visit.listed or 0)
    assert len(visits) == 9
    for visit in visits:
        text = text.partition(f"\n{visit.department}\n")[2]
        assert text, visit.department
        own = min((text.partition(f"\n{other.department}\n")[0] for other in visits if other != visit), key=len)
        stated = {seen.paragraph for seen in visit.observations} | {asked.paragraph for asked in visit.questions}
        assert stated - {None} == set(re.findall(r"(?m)^(\d+)\. ", own)), visit.id
        told = " ".join(str(observation.text) for observation in visit.observations)
        missing = [number for number in numbers(re.sub(r"(?m)^\d+\. ", "", own)) if not is_told(number, told)]
        assert missing == [], visit.id


def test_the_recommendations_of_the_visits_are_those_printed(real: Archive) -> None:
    programme = real.get(Programme, VISITS)
    assert programme
    text = paper(0).partition("Panel's Recommendations")[2].partition("Summary")[0]
    assert [one.letter for one in programme.recommendations] == re.findall(r"(?m)^- (\w)\. ", text)
    assert [one.letter for one in programme.recommendations if one.due_as_printed] == [
        letter for letter, said in re.findall(r"(?m)^- (\w)\. (.*)$", text) if "next meeting" in said
    ]


def test_every_dilemma_that_is_printed_has_a_record_and_its_view(real: Archive) -> None:
    printed = {
        f"Circumstances {number}": bool(re.search(r"(?m)^\*[^*].*\*$", said))
        for number, said in re.findall(
            r"\*\*Circumstances (\d+):\*\*(.*?)(?=\*\*Circumstances|\*\*Consideration)", paper(1), re.DOTALL
        )
    }
    questions = re.findall(r"(?m)^(\d+)\. \*\*(.+?)\.\*\* ", paper(2))
    printed |= {f"Paragraph {number}: {title}": False for number, title in questions}
    scenarios = re.findall(r"(?m)^(Scenario \d)\n\n(.+)$", paper(2))
    printed |= {f"{number}: {title}": True for number, title in scenarios}
    assert (len(printed), len(questions), len(scenarios)) == (24, 13, 2)
    assert {dilemma.printed_as: bool(dilemma.view) for dilemma in real.all(Dilemma)} == printed
