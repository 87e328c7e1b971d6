"""Reading: every value stays what was typed, and its place in the file is known."""

import csv
import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfWriter

from generators.problem import NAME
from generators.read import Sources, csv_text, places, read, yaml_text
from generators.read.yaml_text import NotUnderstood
from tests.conftest import CHARACTERS, LINES, TEXTS

MEETING = "content/meetings/panel/2024-03-06/meeting.yml"
PAPER = "content/meetings/panel/2024-03-06/custody-review.md"
PLAN = "data/forward-plans/panel.csv"


@pytest.mark.parametrize(
    "typed",
    [
        "4.10",
        "NO",
        "yes",
        "14:00",
        "2024-03-06",
        "012",
        "1_000",
        "0x1F",
        "1e3",
        ".inf",
        "null",
        "~",
        "=",
        "21/17",
        "£5.00",
    ],
)
def test_a_value_stays_what_was_typed(typed: str) -> None:
    assert yaml_text.parse(f"value: {typed}\nlist: [{typed}]\n") == {"value": typed, "list": [typed]}


@given(TEXTS, st.sampled_from([None, "'", '"', "|", ">"]), st.booleans())
@example("", None, False)
@example("item #5", None, False)
@example("& more", None, False)
def test_any_text_written_as_yaml_comes_back_as_typed(text: str, style: str | None, unicode: bool) -> None:
    written = yaml.safe_dump({"value": text, "list": [text]}, default_style=style, allow_unicode=unicode)
    assert yaml_text.parse(written) == {"value": text, "list": [text]}


@given(LINES, st.characters(categories=["Cc", "Zl", "Zp"], exclude_characters="\t\n\r"))
def test_a_control_character_gets_in_by_no_escape(text: str, control: str) -> None:
    written = yaml.safe_dump({"value": text + control})
    with pytest.raises(NotUnderstood, match="control character"):
        yaml_text.parse(written)


@given(TEXTS | st.text(st.sampled_from("ab:-?[]{},#&*!|>'\"%@` \n\t\\")))
def test_any_text_is_read_as_yaml_or_refused_with_a_place(text: str) -> None:
    try:
        yaml_text.parse(text)
    except NotUnderstood as refused:
        error = refused
    else:
        return
    assert (error.line >= 1, error.column >= 1, error.message[-1]) == (True, True, ".")


def test_a_value_left_empty_counts_as_not_given_and_a_quoted_one_as_empty() -> None:
    assert yaml_text.parse('a:\nb: ""\nc: [x]\n') == {"b": "", "c": ["x"]}


def test_a_long_text_keeps_its_lines_and_its_indentation() -> None:
    assert yaml_text.parse("text: |\n  1. One\n      a. Two\n\n  3. Three # four\n") == {
        "text": "1. One\n    a. Two\n\n3. Three # four\n"
    }


NO_FORMULA = st.text(CHARACTERS | st.sampled_from('\n,;"')).map(str.strip).filter(lambda cell: cell[:1] not in "=#")
CELLS = st.lists(NO_FORMULA | st.just(""), min_size=3, max_size=3)


@given(
    st.lists(CELLS.filter(any), max_size=5),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from([(",", "two, or more"), (";", "two or more")]),
)
def test_any_row_written_as_csv_comes_back_as_typed_and_its_cells_are_found(
    rows: list[list[str]], quoting: Any, separated: tuple[str, str]
) -> None:
    separator, second = separated
    names = ["id", second, "three"]
    text = written(names, *rows, quoting=quoting, separator=separator)
    header, found = csv_text.parse(text)
    assert header == names
    assert [[row[name] for name in names] for row in found] == rows
    for row in found:
        for name in names:
            line, column = csv_text.places(text)((int(row[""]), name))
            start = sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1
            cell = written([row[name], ""], quoting=quoting, separator=separator).rpartition(separator)[0]
            assert text.startswith(cell, start)


def written(*rows: list[str], quoting: Any, separator: str) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", quoting=quoting, delimiter=separator).writerows(rows)
    return text.getvalue()


def test_a_row_knows_the_line_on_which_it_begins() -> None:
    _, rows = csv_text.parse('id,subject\na,"one\ntwo"\n\nb,three\n')
    assert [(row["id"], row[""]) for row in rows] == [("a", "2"), ("b", "5")]


@pytest.mark.parametrize(
    ("path", "where", "there"),
    [
        (MEETING, ("place",), "Example Hall"),
        (MEETING, ("attendance", 1, "status"), "[apologies]"),
        (MEETING, ("attendance", 1, "status", 0), "apologies]"),
        (MEETING, ("items", 1, "decisions", 1, "text"), "The cells are"),
        (MEETING, ("items", 1, "discussion"), "|"),
        (MEETING, ("items", 1, "what is not there"), 'number: "2"'),
        (MEETING, ("minutes",), "minutes:"),
        (MEETING, ("what is not there",), "body: panel"),
        (MEETING, ("place", NAME), "place: Example Hall"),
        (MEETING, ("items", 1, "discussion", NAME), "discussion: |"),
        (MEETING, ("items", 1, "what is not there", NAME), 'number: "2"'),
        (PAPER, ("title",), "Custody review"),
        (PAPER, ("recommendations", 0, "text"), "Note the review."),
        (PAPER, ("text",), "\n## Purpose"),
        (PLAN, (1, "subject"), "subject,when"),
        (PLAN, (2, "meeting"), "panel/2024-06-05"),
        (PLAN, (3, "when"), "Quarter 3"),
        (PLAN, (3, "what is not there"), "cells,"),
    ],
)
def test_the_place_of_a_value_is_where_it_stands(project: Path, path: str, where: Any, there: str) -> None:
    line, column = places(project, path)(where)
    beneath = "\n".join((project / path).read_text().split("\n")[line - 1 :])
    assert beneath[column - 1 :].startswith(there)


def test_the_text_beneath_the_fields_is_kept_as_it_is(project: Path) -> None:
    (project / PAPER).write_text("--- \ntitle: Review\n---\n\nOne\n\n---\n\nTwo  \n")
    paper = document(read(project), PAPER)
    assert (paper.fields, paper.body) == ({"title": "Review"}, "\nOne\n\n---\n\nTwo  \n")


def test_a_mark_at_the_start_and_ends_of_lines_from_windows_are_no_text(project: Path) -> None:
    (project / PAPER).write_bytes(b"\xef\xbb\xbf---\r\ntitle: Review\r\n---\r\nOne\r\nTwo\r\n")
    paper = document(read(project), PAPER)
    assert (paper.fields, paper.body) == ({"title": "Review"}, "One\nTwo\n")


def test_hidden_files_and_folders_are_left_alone(project: Path) -> None:
    before = read(project)
    (project / "content/.DS_Store").write_text("not a record")
    (project / "content/.trash").mkdir()
    (project / "content/.trash/old.yml").write_text("not: a record")
    assert read(project) == before


@pytest.mark.parametrize("ending", [".md", ".pdf"])
def test_a_name_that_no_text_can_hold_is_a_problem(project: Path, ending: str) -> None:
    folder = (project / MEETING).parent
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9" + ending.encode())).write_text("---\ntitle: A paper\n---\n")
    except OSError:
        pytest.skip("this system keeps no such names")
    (found,) = read(project).problems
    assert (project / found.path) == folder / f"caf?{ending}"
    assert "the name has a sign that cannot be read" in found.message


def test_what_was_read_before_is_the_same_when_it_comes_from_the_cache(project: Path) -> None:
    first = read(project)
    assert (project / ".scrutiny/parsed.sqlite").exists()
    assert read(project) == first


def test_a_changed_file_is_read_anew(project: Path) -> None:
    read(project)
    (project / "content/people/ada-example.yml").write_text("name: Ada Changed\n")
    assert document(read(project), "content/people/ada-example.yml").fields == {"name": "Ada Changed"}


def test_a_damaged_cache_is_no_hindrance(project: Path) -> None:
    first = read(project)
    (project / ".scrutiny/parsed.sqlite").write_bytes(b"not a database")
    assert read(project) == first


def pdf(pages: int) -> bytes:
    writer, content = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    writer.write(content)
    return content.getvalue()


def test_the_pages_of_a_pdf_are_counted(project: Path) -> None:
    (project / "content/agenda.pdf").write_bytes(pdf(2))
    assert read(project).files["content/agenda.pdf"].pages == 2


@pytest.mark.parametrize(
    "content",
    [b"", b"not a PDF", pdf(1).replace(b"xref\n0 ", b"xref\n(0) "), pdf(1).replace(b"trailer\n", b"trailer\n/x ")],
)
def test_a_damaged_pdf_has_no_number_of_pages_and_no_warning(
    project: Path, content: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "content/agenda.pdf").write_bytes(content)
    assert read(project).files["content/agenda.pdf"].pages is None
    assert capfd.readouterr().err == ""


def test_lists_nested_without_end_do_not_end_the_program() -> None:
    for opening in ("[", "{a: ", "- ", "? "):
        with pytest.raises(NotUnderstood, match="nested too deeply"):
            yaml_text.parse("value:\n  " + opening * sys.getrecursionlimit() * 20)


def document(sources: Sources, path: str) -> Any:
    return next(found for found in sources.documents if found.path == path)
