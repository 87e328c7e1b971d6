"""Registers of other offices, with all their untidiness: read by writing a side file only, and counted rightly."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.check import load
from generators.problem import Problem, Problems
from generators.read import csv_text
from generators.read.encoding import sheet_text
from generators.read.yaml_text import NotUnderstood
from generators.sections.dip_samples.records import Case
from generators.sections.gifts.figures import figures
from generators.sections.gifts.offers import index
from tests.untidy import COMPLAINTS_SIDE, DONORS, GIFTS_SIDE, complaints, gifts, offers, written

SIGNS = st.sampled_from('aZ0 ,;\n"\t£\u00a0\u2013\u2019\u201c\u201d')
"""Signs that a spreadsheet of Windows writes, each in one byte that could be nothing else."""


def lay(project: Path, name: str, side: str, rows: bytes) -> Path:
    (project / f"data/{name}.yml").write_text(side, "utf-8")
    (project / f"data/{name}.csv").write_bytes(rows)
    return project


def test_fifteen_hundred_untidy_gifts_are_read_and_add_up(project: Path) -> None:
    rows = offers(1500)
    archive = load(lay(project, "gifts/other", GIFTS_SIDE, gifts(rows)))
    found = index(archive).offers_of["other"]
    assert Counter(offer.day for offer in found) == Counter(row.day for row in rows)
    years = {row.day: row.day.year - (row.day.month < 4) for row in rows}
    answers, values = figures("Register", found)
    counted = Counter((f"{years[row.day]}-{(years[row.day] + 1) % 100}", row.answer) for row in rows)
    assert {(year, answer): number for year, answer, number in answers.rows} == counted
    for year, low, high, number, unvalued in values.rows:
        here = [row for row in rows if str(years[row.day]) == str(year)[:4]]
        known = [row.value for row in here if row.value]
        assert (low, high) == (sum(least for least, _ in known), sum(most for _, most in known))
        assert (number, unvalued) == (len(here), len(here) - len(known))


def test_a_donor_written_five_ways_is_one_and_nobody_is_none(project: Path) -> None:
    rows = offers(500)
    archive = load(lay(project, "gifts/other", GIFTS_SIDE, gifts(rows)))
    there = {offer.id for offer in index(archive).offers_of["other"]}
    donors = {slug: sum(offer.id in there for offer in donor.offers) for slug, donor in index(archive).donors.items()}
    expected = Counter(row.donor for row in rows if row.donor)
    slugs = {"Example Rovers FC": "example-rovers-fc", "Brown & Sons Ltd": "brown-and-sons-ltd"}
    assert {slug: number for slug, number in donors.items() if number} == {
        slugs.get(name, "sample-city-council"): number for name, number in expected.items()
    }
    assert len(expected) == len(DONORS) - 1


def test_values_that_cannot_be_counted_are_told_of_once_each(project: Path) -> None:
    archive = load(lay(project, "gifts/other", GIFTS_SIDE, gifts(offers(1500))))
    told = [warning.message for warning in archive.warnings if warning.path == "data/gifts/other.csv"]
    assert sorted(message.split('"')[1] for message in told) == ["c. £30 each", "negligible"]


def test_thousands_of_complaints_are_read(project: Path) -> None:
    name = "dip-samples/2024-02-01-custody-records"
    archive = load(lay(project, name, COMPLAINTS_SIDE, complaints(3000)))
    cases = [case for case in archive.all(Case) if case.path == f"data/{name}.csv"]
    assert len(cases) == 3000
    assert {case.view for case in cases} == {
        "appropriate", "appropriate with observations", "no view", "inappropriate", None,
    }  # fmt: skip
    assert {case.categories for case in cases} >= {("Incivility", "Delay"), ("Delay",), ()}


@pytest.mark.parametrize(
    ("line", "instead", "most"),
    [
        ("header_line: 3\n", "", 1),
        ("rows_left_out: {Total: It adds up the rows above.}\n", "", 1),
        ("left_out: {By: Initials of members of staff}\n", "", 1),
        ("id_from: [offered, what, offered_by]\n", "", 1),
        ("  answer: {Not accepted: declined, blank: not stated}\n", "  answer: {blank: not stated}\n", 1),
        ("  offered_by: Offered by\n", "  offered_by: Offered bye\n", 1),
        (
            "  offered: Date of offer\n  recipient: Offered to\n",
            "  recipient: Date of offer\n  offered: Offered to\n",
            4,
        ),
        ("  value: Value (£)\n  answer: Accepted?\n", "  value: Accepted?\n  answer: Value (£)\n", 3),
        (
            "disclosure: process-exact\n",
            "register_within_days: 28\noutcome_required: yes\ndisclosure: process-exact\n",
            1,
        ),
    ],
)
def test_a_mistake_in_a_side_file_is_told_of_in_few_lines_for_any_number_of_rows(
    project: Path, line: str, instead: str, most: int
) -> None:
    assert GIFTS_SIDE.count(line) == 1
    problems = problems_of(lay(project, "gifts/other", GIFTS_SIDE.replace(line, instead), gifts(offers(300))))
    assert 0 < len(problems) <= most
    assert all("\n" not in problem.message and problem.message.endswith(".") for problem in problems)


def problems_of(project: Path) -> tuple[Problem, ...]:
    with pytest.raises(Problems) as caught:
        load(project)
    return caught.value.problems


@given(
    st.lists(st.lists(st.text(SIGNS).map(str.strip), min_size=2, max_size=2), max_size=4),
    st.sampled_from(",;\t"),
)
def test_a_table_says_the_same_in_every_encoding_of_a_spreadsheet(rows: list[list[str]], separator: str) -> None:
    text = written([["id", "what"], *rows], separator)
    expected = read_as(text.encode("utf-8"))
    assert read_as(b"\xef\xbb\xbf" + text.encode("utf-8")) == expected
    assert read_as(b"\xff\xfe" + text.encode("utf-16-le")) == expected
    assert read_as(b"\xfe\xff" + text.encode("utf-16-be")) == expected
    assert read_as(text.encode("cp1252")) == expected


@given(st.lists(st.text(SIGNS.filter(lambda sign: sign != "\n")), max_size=4), st.sampled_from(",;\t"))
def test_lines_above_the_names_of_columns_change_nothing_but_the_lines_of_rows(
    above: list[str], separator: str
) -> None:
    text = written([["id", "what"], ["a", "Wine; red,\n\twhite"], ["b", ""]], separator).replace("\r\n", "\n")
    header, rows = csv_text.parse(text)
    lower, moved = csv_text.parse("\n".join([*above, text]), len(above) + 1)
    assert (lower, [{**row, "": ""} for row in moved]) == (header, [{**row, "": ""} for row in rows])
    assert [int(row[""]) - len(above) for row in moved] == [int(row[""]) for row in rows] == [2, 4]
    place = csv_text.places("\n".join([*above, text]), len(above) + 1)
    assert place((int(moved[0][""]), "what")) == (len(above) + 2, 3)


def read_as(raw: bytes) -> object:
    try:
        return csv_text.parse(sheet_text(raw))
    except NotUnderstood as refused:
        return refused.message
