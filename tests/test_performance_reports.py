"""Published reports on performance: how numbers are read, how words are explained, and every printed number."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.archive import Archive
from generators.check import load
from generators.markdown import to_html
from generators.sections.performance.files import table
from generators.sections.performance.printed import CHANGE, VALUE, amount, unit
from generators.sections.performance.records import GlossaryTerm, PerformanceReport, Theme
from generators.sections.performance.words import explained, used
from generators.texts import texts
from tests.conftest import LINES, REPOSITORY
from tests.look import body_of, visible

PAPERS = REPOSITORY.parent / "shared" / "seeds"
needs_papers = pytest.mark.skipif(
    not PAPERS.is_dir(), reason="the texts of the papers do not lie beside the repository"
)


def term(id: str, word: str, *also: str) -> GlossaryTerm:
    return GlossaryTerm(id=id, path="", term=word, meaning=f'What "{word}" means.', also_written=also)


TERMS = (term("icv", "ICV", "ICVs"), term("limit", "control limit"), term("reach", "Facebook reach"))


@pytest.mark.parametrize(
    ("printed", "number", "of"),
    [
        ("15794", 15794, ""), ("28,977", 28977, ""), ("94%", 94, "%"), ("-1.8%", -1.8, "%"), ("+2pp", 2, "pp"),
        ("74 Days", 74, "Days"), ("60.5 hours", 60.5, "hours"), ("+464 offences", 464, "offences"),
        ("49% decrease", -49, "%"), ("increase by 6 percentage points", 6, "percentage points"),
        ("decrease of 7.7 percentage points", -7.7, "percentage points"), ("=", 0, ""), ("0", 0, ""),
    ],
)  # fmt: skip
def test_a_printed_number_is_read_with_its_sign_and_its_unit(printed: str, number: float, of: str) -> None:
    assert (amount(printed), unit(printed)) == (number, of)


@pytest.mark.parametrize("text", ["", "about 12", "1O0", "1,23", "12,", "--4", "3.", "12 % of all that is", "decrease"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert not VALUE.fullmatch(text)
    assert not CHANGE.fullmatch(text)


@given(st.integers(-(10**7), 10**7), st.booleans())
def test_every_whole_number_is_read_as_it_is_written(number: int, commas: bool) -> None:
    assert amount(f"{number:,}" if commas else str(number)) == number


@given(st.lists(LINES | st.sampled_from(["An ICV came.", "ICVs and an ICV", "CONTROL LIMIT", "[ICV](x)", "`ICV` icv"])))
def test_a_text_says_the_same_when_its_words_are_explained(lines: list[str]) -> None:
    linked = list(explained(lines, TERMS))
    for before, after in zip(lines, linked, strict=True):
        assert re.sub(r'\[([^\]]*)\]\(#word-[a-z]+ "[^)]*"\)', r"\1", after) == before
    first = [match for text in linked for match in re.findall(r"\(#word-([a-z]+) ", text)]
    assert len(first) == len(set(first))


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("An ICV came, and another ICV.", ["ICV"]),
        ("Two ICVs came.", ["ICVs"]),
        ("An icv, an ICVX and a pre-ICV came.", []),
        ("A Control limit is a line; facebook Reach is not.", ["Control limit", "facebook Reach"]),
        ("`ICV`, [an ICV](https://example.org) and <https://example.org/ICV>: then the ICV", ["ICV"]),
        ("**ICV** (ICV's own)", ["ICV"]),
    ],
)
def test_a_word_is_explained_where_it_is_first_used_as_a_whole_word(text: str, links: list[str]) -> None:
    (linked,) = explained([text], TERMS)
    body = body_of(to_html(linked))
    found = [node for node in body.css("a") if (node.attributes["href"] or "").startswith("#word-")]
    assert [node.text() for node in found] == links
    assert all('What "' in (node.attributes["title"] or "") for node in found)
    assert visible(body) == visible(body_of(to_html(text)))


def test_the_words_of_a_page_stand_in_alphabetical_order_each_once() -> None:
    found = used(["ICVs and Facebook reach", "an ICV and a control limit"], TERMS)
    assert [one.term for one in found] == ["control limit", "Facebook reach", "ICV"]


def test_the_file_of_a_report_has_every_indicator_and_no_formula(sound: Archive) -> None:
    for report in sound.all(PerformanceReport):
        made = table(report)
        assert len(made.rows) == len(report.indicators)
        assert {len(row) for row in made.rows} == {len(made.columns)}
        cells = [cell for row in made.rows for cell in row if isinstance(cell, str)]
        assert not any(cell.startswith(("=", "+", "-")) for cell in cells)


def test_the_file_of_a_report_has_numbers_as_numbers_with_their_units(sound: Archive) -> None:
    report = sound.get(PerformanceReport, "force-2023-24-q4")
    assert report is not None
    made = table(report)
    calls, abandoned, seconds, _ = (
        {column.name: cell for column, cell in zip(made.columns, row, strict=True) if cell is not None}
        for row in made.rows
    )
    told = {"number": "1.1", "upper": 1200, "mean": 1000, "lower": 800, "on_last_year": 10, "on_last_year_unit": "%",
            "on_last_year_count": 300, "state": "exception", "reset": "possible"}  # fmt: skip
    assert told.items() <= calls.items()
    assert "value" not in calls
    assert {"value": 98.5, "value_unit": "%", "complement": "yes"}.items() <= abandoned.items()
    assert {"number": "1.2", "value": 4, "value_unit": "seconds", "direction": "down"}.items() <= seconds.items()


@pytest.fixture(scope="module")
def real() -> Archive:
    return load(REPOSITORY)


def printed(number: int, start: str, end: str) -> str:
    """What a paper prints from one place to another."""
    (path,) = PAPERS.glob(f"{number:03}_*.txt")
    found = re.search(f"{re.escape(start)}(.*?){re.escape(end)}", path.read_text("utf-8"), re.DOTALL)
    assert found
    text = re.sub(r"<div[^>]*>|(?:[A-Z][a-z]{2}-\d\d )+", "", found[1])  # colours, and the months along an axis
    return text.replace("Mar 18", "March 2018")


def figures(text: str) -> set[str]:
    """Every number in a text, without commas."""
    return set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", text)))


THEMES = (
    ("force-2019-20-q4", 0, 1, "## 1. Calls", "## 2. Incidents"),
    ("force-2019-20-q4", 1, 1, "## 2. Incidents", "## 3. Crime"),
    ("force-2019-20-q4", 2, 1, "## 3. Crime", "## 4. Outcomes"),
    ("force-2019-20-q4", 3, 1, "## 4. Outcomes", "## 5. Prevention"),
    ("force-2019-20-q4", 4, 1, "## 5. Prevention", "\n32\n"),
    ("office-2019-20-q4", 0, 4, "1. Executive Support", "Office of the Police and Crime Commissioner Performance"),
    ("office-2019-20-q4", 1, 4, "2. Engagement", "Appendix B\n"),
)
IN_WORDS = {
    "force-2019-20-q4": {"1": "one", "2": "two", "3": "three", "5": "five"},
    "office-2019-20-q4": {"1": "one", "2": "two", "3": "three", "4": "four"},
}


def words_of(theme: Theme) -> str:
    return "\n".join(text for _, text in texts(theme))


@needs_papers
@pytest.mark.parametrize(("id", "at", "number", "start", "end"), THEMES)
def test_every_number_that_is_printed_is_in_the_record(
    real: Archive, id: str, at: int, number: int, start: str, end: str
) -> None:
    report = real.get(PerformanceReport, id)
    assert report is not None
    told = words_of(report.themes[at])
    for figure in figures(printed(number, start, end)) - figures(told):
        assert IN_WORDS[id].get(figure, "not told") in told.lower(), figure


@needs_papers
@pytest.mark.parametrize(("id", "at", "number", "start", "end"), THEMES)
def test_what_is_said_to_be_printed_is_printed(
    real: Archive, id: str, at: int, number: int, start: str, end: str
) -> None:
    report = real.get(PerformanceReport, id)
    assert report is not None
    text = figures(printed(number, start, end)) | figures("464 354 296 15 69 18 6 2")
    for where, value in said_to_be_printed(report.themes[at]):
        assert figures(value) <= text, where


def said_to_be_printed(theme: Theme) -> Iterator[tuple[str, str]]:
    for where, value in texts(theme):
        if str(where[-1]).endswith("as_printed") and where[-1] != "number_as_printed":
            yield str(where), value


@needs_papers
def test_the_changes_that_the_force_printed_are_in_their_order(real: Archive) -> None:
    report = real.get(PerformanceReport, "force-2019-20-q4")
    assert report is not None
    text = printed(1, "## 1. Calls", "\n32\n")
    boxes = re.findall(r"(?<![\w(])([+-][\d.]+(?:%|pp))(?=\s*<|\n)", text)
    told = [one.against_last_year.change_as_printed for one in report.indicators if one.against_last_year]
    assert boxes
    in_boxes = [change for change in told if change and change != "=" and "of" not in change]
    assert boxes == [change for change in in_boxes if change != "-3%"]  # in a description of that chart


@needs_papers
def test_every_indicator_of_the_force_is_there_by_its_number(real: Archive) -> None:
    report = real.get(PerformanceReport, "force-2019-20-q4")
    assert report is not None
    numbers = [one.number for one in report.indicators if one.number]
    counts = (("1", 7), ("2", 5), ("3", 11), ("4", 7), ("5", 6))
    assert [n for n in numbers if n.count(".") == 1] == [f"{t}.{n}" for t, last in counts for n in range(1, last + 1)]
    assert [n for n in numbers if n.count(".") == 2] == ["3.4.1", "3.6.1"]


@needs_papers
def test_every_word_of_the_papers_glossary_is_explained(real: Archive) -> None:
    lines = printed(4, "Glossary:\t", "\nAppendix E").strip().splitlines()
    terms = [line.partition("\t")[0] for line in lines]
    known = {form for found in real.all(GlossaryTerm) for form in found.forms}
    assert len(terms) == 8
    assert {re.sub(r".*\((\w+)\)$", r"\1", found) for found in terms} <= known
