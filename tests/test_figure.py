"""A figure: its drawing, its words, its table and its files say the same, and none of them does anything else."""

import csv
import io
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import altair as alt
import pytest
import yaml
from jsonschema import ValidationError

from generators.archive import Archive
from generators.check import load
from generators.dates import short_date
from generators.figure import Figure, to_spec, to_svg
from generators.page import made
from generators.sections.meetings import charts
from generators.table import Column, to_csv
from tests.conftest import CASES
from tests.look import in_html, nodes, pages_of, visible
from tests.projects import REPOSITORY, clean_environment

BODY = "meetings/panel/"
SVG = "{http://www.w3.org/2000/svg}"
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")
HOSTILE: list[str] = yaml.safe_load((CASES / "hostile.yml").read_text("utf-8"))


@pytest.fixture
def shown(sound: Archive) -> Figure:
    """The attendance at the meetings of the sound project's panel."""
    page = pages_of(sound)[BODY]
    (found,) = page.figures
    return made(page, found)


@pytest.fixture(autouse=True)
def plain_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chart of the section that shows its labels as they are."""

    def plain(rows: list[dict[str, Any]]) -> alt.Chart:
        data = alt.InlineData(values=rows)
        chart: alt.Chart = alt.Chart(data).mark_bar(clip=True).encode(y=alt.Y("label:N", title=None), x="members:Q")
        return chart

    monkeypatch.setattr(charts, "plain", plain, raising=False)


def labelled(label: str, *, title: str = "A title", description: str = "A description") -> Figure:
    """A figure with one bar, of this label."""
    row = (label, 3)
    columns = (Column("label", "Label"), Column("members", "Members", number=True))
    return Figure("plain", "meetings.charts.plain", title, "A subtitle", description, columns, (row,), (row,))


def attendance() -> Figure:
    """A figure with one meeting."""
    row = ("2024-03-06", "present", 3)
    columns = (
        Column("meeting", "Meeting"),
        Column("attendance", "Attendance"),
        Column("members", "Members", number=True),
    )
    return Figure("a", "meetings.charts.attendance", "A title", "A subtitle", "A description", columns, (row,), (row,))


def transform(node: ElementTree.Element) -> tuple[str, str]:
    """How far a part of a drawing is moved."""
    across, down = re.findall(r"-?[\d.]+", node.attrib["transform"])[:2]
    return across, down


def text_of(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]


# ---- the drawing


LONG = "Failure to give adequate meals and drinks at recognised times to people held in police custody overnight"
NAMED: dict[str, list[dict[str, Any]]] = {
    "dip_samples.charts.by_category": [{"category": LONG, "cases": 2}, {"category": "Rest", "cases": 1}],
    "dip_samples.charts.over_time": [{"sample": LONG, "found": 1, "cases": 2, "percentage": 50, "low": 9, "high": 91}],
    "tables.charts.bars": [{"row": LONG, "column": "People", "number": 40, "printed": "40"}],
    "visits.charts.due_to_attend": [
        {"day": "2024-04-10", "start": "09:00", "department": LONG, "member": "Ben", "attendance": "due to attend"}
    ],
}
"""Rows of the charts that write a name above its marks, by the chart."""
WIDEST = 400
"""Pixels: on a phone of 360 a wider picture has words of less than 12."""


def drawn(chart: str, rows: list[dict[str, Any]]) -> str:
    """A chart of these rows."""
    columns = tuple(Column(name, name.capitalize()) for name in rows[0])
    values = tuple(tuple(row.values()) for row in rows)
    return to_svg(Figure("a", chart, "A title", "A subtitle", "A description", columns, values, values), "here")


@pytest.mark.parametrize("chart", NAMED)
def test_a_long_name_stands_on_several_lines_and_makes_no_picture_wider(chart: str) -> None:
    svg = drawn(chart, NAMED[chart])
    root = ElementTree.fromstring(svg)
    assert float(root.attrib["viewBox"].split()[2]) <= WIDEST
    tops = {(node.text or ""): float(transform(node)[1]) for node in root.iter(f"{SVG}text") if node.text}
    lines = [
        line for line in tops if line and line.removesuffix(": 2").removesuffix(": 1 of 2") in LONG and len(line) > 9
    ]
    assert len(lines) == 3
    assert " ".join(sorted(lines, key=tops.__getitem__)).startswith(LONG)


LONG_AND_HOSTILE = (
    '</text><script>alert(1)</script> <img src=x onerror=alert(1)> " onload="alert(1) &#60;b&#62; {{ 7 * 7 }} {: #a }'
)


@pytest.mark.parametrize("chart", NAMED)
def test_a_name_that_is_broken_into_lines_is_text_in_each(chart: str) -> None:
    def of(name: str) -> ElementTree.Element:
        rows = [{key: name if value == LONG else value for key, value in row.items()} for row in NAMED[chart]]
        return ElementTree.fromstring(drawn(chart, rows))

    hostile, harmless = of(LONG_AND_HOSTILE), of(re.sub(r"\S", "w", LONG_AND_HOSTILE))
    assert [(node.tag, list(node.attrib)) for node in hostile.iter()] == [
        (node.tag, list(node.attrib)) for node in harmless.iter()
    ]
    said = {node.text for node in hostile.iter(f"{SVG}text") if node.text}
    assert all(any(word in line for line in said) for word in LONG_AND_HOSTILE.split())


@pytest.mark.parametrize(("most", "expected"), {1: "01", 2: "012", 3: "0123"}.items())
def test_an_axis_of_a_few_says_no_number_twice(most: int, expected: str) -> None:
    """Between whole numbers there was a tick for each half, rounded."""
    charts_of: dict[str, dict[str, Any]] = {
        "meetings.charts.attendance": {"meeting": "2024-03-06", "attendance": "present", "members": most},
        "dip_samples.charts.by_category": {"category": "Rest", "cases": most},
        "gifts.charts.answers": {"year": "2023-24", "answer": "accepted", "offers": most},
        "recommendations.charts.open_and_closed": {"year": "2024", "state": "closed", "number": most},
    }
    for chart, row in charts_of.items():
        texts = text_of(drawn(chart, [row]))
        assert "".join(text for text in texts if text.isdigit()).startswith(expected), chart
        assert "0.5" not in texts


def test_the_drawing_is_valid_and_says_what_it_shows(shown: Figure) -> None:
    """One image with one title and one description, neither empty, by which it is labelled."""
    root = ElementTree.fromstring(to_svg(shown, "here"))
    assert root.tag == f"{SVG}svg"
    (title,), (description,) = list(root.iter(f"{SVG}title")), list(root.iter(f"{SVG}desc"))
    assert title.text == shown.title == "1 of 2 members were present at the meeting of 6 March 2024"
    assert description.text == shown.description
    assert "6 March 2024: 1 present, 1 apologies" in (description.text or "")
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]


def test_the_drawing_has_one_role(shown: Figure) -> None:
    """What is inside it is not told apart by a screen reader: the description and the table say it."""
    svg = to_svg(shown, "here")
    assert re.findall(r'\brole="([^"]*)"', svg) == ["img"]
    assert not re.search(r"aria-(?!labelledby)", svg)


def test_ids_are_unique_on_the_page(sound: Archive) -> None:
    for page in pages_of(sound).values():
        ids = Counter(node.attributes["id"] for _, node in nodes(in_html(page)) if "id" in node.attributes)
        assert [id for id, number in ids.items() if number > 1] == [], f"/{page.address}"


def test_two_drawings_share_no_id(shown: Figure) -> None:
    """They may come to stand on one page."""
    ids = [set(re.findall(r'\bid="([^"]+)"', to_svg(shown, ident))) for ident in ("here", "there")]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_every_reference_inside_the_drawing_leads_somewhere(shown: Figure) -> None:
    svg = to_svg(shown, "here")
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(re.findall(r'\bid="([^"]+)"', svg))


def test_two_processes_draw_the_same(shown: Figure) -> None:
    """Whatever the order of their hashes."""
    program = (
        "import sys; from tests.test_figure import attendance; from generators.figure import to_svg, to_spec;"
        "sys.stdout.buffer.write(to_svg(attendance(), 'here').encode() + to_spec(attendance()))"
    )
    other = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=Path(__file__).parent.parent,
        env=clean_environment({"PYTHONHASHSEED": "1"}),
    )  # fmt: skip
    assert other.stdout == to_svg(attendance(), "here").encode() + to_spec(attendance())
    assert to_svg(shown, "here") == to_svg(shown, "here")


def test_the_drawing_runs_nothing_and_loads_nothing(shown: Figure) -> None:
    """No style of its own, no script, no handler, no address but the names of its language."""
    svg = to_svg(shown, "here")
    assert not re.search(r"\sstyle\s*=|<style|<script|<image|<foreignObject|\son[a-z]+\s*=|javascript:", svg)
    for address in re.findall(r"https?://[^\s\"'<)]*", svg):
        assert address in NAMESPACES


def test_the_drawing_takes_the_colours_of_the_page(shown: Figure) -> None:
    """Custom properties and the colour of the text: one drawing for the light page, the dark one and paper."""
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', to_svg(shown, "here")))
    assert colours
    for colour in colours:
        assert re.fullmatch(r"currentColor|var\(--[a-z0-9-]+\)|none|transparent|url\(#[^)]+\)", colour)


@pytest.mark.parametrize(
    "label",
    ['6 March role="x" 2024', 'aria-label="x"', ' id="clip0" ', "url(#clip0)", "a > b < c & d", "</text><script>"],
)
def test_a_label_stays_what_it_is(label: str) -> None:
    """Also one that looks like what is taken out of the drawing or renamed in it."""
    svg = to_svg(labelled(label), "here")
    assert [words for words in text_of(svg) if words.strip() == label.strip()] != []
    assert re.findall(r'<[^>]* role="([^"]*)"', svg) == ["img"]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_words_are_words(number: int) -> None:
    """In title, description and label: the same elements as with harmless ones."""
    words = " ".join(HOSTILE[number].split())
    root = ElementTree.fromstring(to_svg(labelled("label", title=words, description=words), "here"))
    expected = ElementTree.fromstring(to_svg(labelled("label"), "here"))
    assert [(node.tag, sorted(node.attrib)) for node in root.iter()] == [
        (node.tag, sorted(node.attrib)) for node in expected.iter()
    ]
    assert [node.text for tag in ("title", "desc") for node in root.iter(SVG + tag)] == [words, words]


# ---- the same numbers everywhere


def test_table_file_and_chart_hold_the_same_numbers(sound: Archive, shown: Figure) -> None:
    body = in_html(pages_of(sound)[BODY])
    table = [[visible(cell) for cell in row.css("th, td")] for row in body.css("table.numbers tbody tr")]
    rows = [[str(cell) for cell in row] for row in shown.rows]
    assert table == [[short_date(date.fromisoformat(row[0])), *row[1:]] for row in rows]
    assert list(csv.reader(io.StringIO(to_csv(shown).decode())))[1:] == rows
    chart = json.loads(to_spec(shown))
    drawn = [
        [point["meeting"], point["attendance"], str(point["members"])]
        for data in (chart.get("datasets") or {"": chart["data"]["values"]}).values()
        for point in data
    ]
    assert drawn == [row for row in rows if row[2] != "0"]


def test_the_table_has_the_columns_of_the_file(sound: Archive, shown: Figure) -> None:
    body = in_html(pages_of(sound)[BODY])
    assert [visible(cell) for cell in body.css("table.numbers thead th")] == [column.title for column in shown.columns]
    assert to_csv(shown).decode().splitlines()[0] == ",".join(column.name for column in shown.columns)


def test_a_figure_links_to_its_files(sound: Archive) -> None:
    links = {node.attributes["href"] for node in in_html(pages_of(sound)[BODY]).css("figure a[href]")}
    assert {"attendance.csv", "attendance.json"} <= links


def test_the_file_is_csv_as_the_standard_has_it(shown: Figure) -> None:
    """RFC 4180: lines end in CR LF; UTF-8 without a mark."""
    text = to_csv(replace(shown, rows=(("Ünal, “A”", "present", 1),))).decode("utf-8")
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == 2
    assert not text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text)))[1] == ["Ünal, “A”", "present", "1"]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
def test_no_cell_of_text_is_a_formula(formula: str) -> None:
    """A spreadsheet takes a cell that begins with such a sign for one; numbers stay numbers."""
    lines = list(csv.reader(io.StringIO(to_csv(labelled(formula)).decode(), newline="")))
    assert lines[1] == [f"'{formula}", "3"]
    below_zero = replace(labelled("here"), rows=(("here", -3),))
    assert to_csv(below_zero).decode().splitlines()[1] == "here,-3"


def test_the_specification_loads_nothing_and_has_no_background(shown: Figure) -> None:
    """Its data stands in it."""
    chart = json.loads(to_spec(shown))
    assert "url" not in json.dumps(chart.get("data", {}))
    assert chart["background"] == "transparent"
    assert chart["description"] == shown.description
    assert re.findall(r"https?://[^\"]*", json.dumps(chart)) == [chart["$schema"]]


def test_every_specification_has_the_form_that_vega_lite_states(sound: Archive) -> None:
    """The program does not compare them: it would take longer than to draw. So every function that draws is here."""
    figures = [
        made(page, shown)
        for archive in (sound, load(REPOSITORY))
        for page in pages_of(archive).values()
        for shown in page.figures
    ]
    for found in figures:
        alt.Chart.from_dict(json.loads(to_spec(found)), validate=True)
    assert {found.chart for found in figures} == {*every_chart()}


def every_chart() -> Iterator[str]:
    """The name of every function of a section that draws."""
    for path in sorted((REPOSITORY / "generators" / "sections").glob("*/charts.py")):
        for name in re.findall(r"^def ([a-z]\w*)\(rows:", path.read_text("utf-8"), re.MULTILINE):
            yield f"{path.parent.name}.charts.{name}"


def test_a_wrong_specification_would_be_found() -> None:
    with pytest.raises(ValidationError):
        alt.Chart.from_dict({"mark": "no such mark", "data": {"values": []}}, validate=True)


def test_a_body_without_attendance_has_no_figure(sound: Archive) -> None:
    assert pages_of(sound)["meetings/committee/"].figures == ()
