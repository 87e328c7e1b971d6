"""The file of a spreadsheet: every format says the same, and a bad one is answered in a sentence."""

from datetime import date
from io import BytesIO
from pathlib import Path

import orjson
import pytest
from xlsxwriter import Workbook

from generators.spreadsheets.grid import NotRead
from generators.spreadsheets.marks import unseen_in
from tests.imports import HAMPER, NAMES, PEN, book, gifts, run
from tests.projects import records
from tests.sheets import ods, packed, xlsx


@pytest.mark.parametrize("kind", ["csv", "ods", "json"])
def test_every_format_says_the_same(project: Path, kind: str) -> None:
    content = {
        "csv": ",".join(NAMES).encode() + b"\r\n" + ",".join(HAMPER).encode("cp1252") + b"\r\n",
        "ods": ods([NAMES, (date(2024, 3, 1), *HAMPER[1:])]),
        "json": orjson.dumps([dict(zip(NAMES, HAMPER, strict=True))]),
    }[kind]
    assert run(project, f"a.{kind}", content).exit_code == 0
    assert gifts(project)[1] == "2024-03-a,Brown Ltd,A hamper,2024-03-01,Front desk,£20,accepted"


ROW = dict(zip(NAMES, HAMPER, strict=True))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "|".join(NAMES).encode() + b"\n" + "|".join(HAMPER).encode()),
        ("a.csv", ",".join(NAMES).encode() + b"\n" + ",".join(HAMPER).encode() + b"\n\x1a"),
        ("a.json", orjson.dumps({"data": {"items": [ROW]}, "meta": {"count": 1}})),
        ("a.json", b"\n".join([orjson.dumps(ROW), b"", orjson.dumps(dict(zip(NAMES, PEN, strict=True)))])),
    ],
    ids=["bars between cells", "the old sign for the end", "rows beneath two names", "an object on each line"],
)
def test_what_other_programs_write_is_read_too(project: Path, name: str, content: bytes) -> None:
    ended = run(project, name, content)
    assert ended.exit_code == 0, ended.output
    assert gifts(project)[1] == "2024-03-a,Brown Ltd,A hamper,2024-03-01,Front desk,£20,accepted"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlsx", b"", "there is nothing in it."),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        ("a.xlsm", packed({"xl/workbook.xml": "", "xl/vbaProject.bin": "x"}), "it carries macros"),
        ("a.xlsx", book(HAMPER)[:900], "it is damaged or not whole"),
        ("a.csv", book(HAMPER), "it is named .csv and is .xlsx by what is in it"),
        ("a.xlsx", packed({"xl/workbook.xml": "0" * 60_000_000}), "so much larger than it is"),
        ("a.xlsx", packed({"some.txt": "x"}), "an archive and no spreadsheet"),
        ("a.xlsx", packed({"word/document.xml": "x"}), "a Word document and no spreadsheet"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "it is a web page"),
        ("a.xlsx", b"%PDF-1.7", "it is a PDF"),
        ("a.xlsx", book(HAMPER)[:40] + b"\xff" * 40 + book(HAMPER)[80:], "it is damaged or not whole"),
        ("a.ods", packed({"content.xml": "<a><b>", "META-INF/manifest.xml": "<m/>"}), "it is damaged or not whole"),
        ("a.csv", "id,what".encode("utf-32"), "it is damaged or not whole"),
        ("a.csv", f"id,what,{'x' * 1001}\n".encode(), "a name there has over 1000 characters"),
        ("a.json", b"{", "it is no JSON that can be read"),
        ("a.json", '[{"what": "a pen"}]'.encode("utf-16"), "from line 1 on it is damaged, or not in UTF-8"),
        ("a.xlsx", xlsx({"One": [], "Two": [[""]]}), "there is nothing in its cells"),
        ("a.json", b"[]", "there is nothing in its cells"),
        ("a.json", b"[{}]", "there is nothing in its cells"),
        ("a.json", b'{"a": 1}', "no list of rows"),
        ("a.csv", b'id,what\n"a', "line 2: a quotation mark"),
    ],
)
def test_a_bad_file_is_answered_in_a_sentence(project: Path, name: str, content: bytes, told: str) -> None:
    before = records(project)
    ended = run(project, name, content)
    assert ended.exit_code == 1
    assert told in ended.output
    assert ended.output.endswith("Nothing was written.\n")
    assert records(project) == before


def test_a_sheet_with_a_cell_far_out_is_not_opened() -> None:
    into = BytesIO()
    far = Workbook(into)
    far.add_worksheet().write_string(1_048_575, 16_383, "far")
    far.close()
    with pytest.raises(NotRead, match="so far apart"):
        unseen_in(into.getvalue(), 0)
