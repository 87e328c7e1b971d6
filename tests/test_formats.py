"""The record as data: every file is read back by a program that is not ours, and says what the records say."""

import contextlib
import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, time
from html import unescape
from pathlib import Path
from typing import Any

import frictionless
import pytest
from csvw import CSVW
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate as validate_openapi
from python_calamine import CalamineWorkbook
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from generators.archive import Archive
from generators.file_size import in_words
from generators.follow.publisher import Publisher, publisher
from generators.formats import api, page
from generators.formats.as_json import text_of
from generators.formats.dataset import File
from generators.formats.datasets import datasets
from generators.formats.files import files as files_of_all
from generators.formats.rows import ID_LINKED, lists
from generators.formats.shown import guarded
from generators.formats.sized import sized
from generators.page import to_markdown
from generators.public import public
from generators.record import Kind, Record
from generators.render import render
from generators.sections.recommendations.tracker import tracker
from tests.conftest import Change
from tests.projects import NOW

HERE = "urn:api"


@pytest.fixture(scope="module")
def archive(sound: Archive) -> Archive:
    return public(sound, NOW)


@pytest.fixture(scope="module")
def office(archive: Archive) -> Publisher:
    return publisher(archive, "The office")


def files(archive: Archive, office: Publisher) -> Iterator[File]:
    """Every file of data, those of single records too."""
    yield from files_of_all(archive, office)
    yield from api.files(archive)


@pytest.fixture(scope="module")
def folder(archive: Archive, office: Publisher, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every file of data, as the site has them."""
    root = tmp_path_factory.mktemp("data")
    for file in files(archive, office):
        (root / file.path).parent.mkdir(parents=True, exist_ok=True)
        (root / file.path).write_bytes(file.make())
    return root


@pytest.fixture
def database(folder: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(f"file:{folder}/data/record.sqlite?mode=ro", uri=True)) as found:
        yield found


def test_the_names_of_datasets_columns_and_ids_are_each_there_once(archive: Archive) -> None:
    every = datasets(archive)
    assert len({dataset.name for dataset in every}) == len(every)
    for dataset in every:
        names = [column.name for column in dataset.columns]
        assert len(set(names)) == len(names), dataset.name
        assert len({row[0] for row in dataset.rows}) == len(dataset.rows), dataset.name
        assert {len(row) for row in dataset.rows} <= {len(names)}, dataset.name
        assert {column.refers_to for column in dataset.columns} <= {"", *(other.name for other in every)}
    assert sum(bool(dataset.rows) for dataset in every) > 40


def test_every_kind_of_record_is_a_dataset_with_its_public_records(archive: Archive) -> None:
    by_name = {dataset.name: dataset for dataset in datasets(archive)}
    guards = guarded(archive)
    for kind in archive.kinds:
        left_out = {id for id in archive.records[kind.noun] if f"{kind.within}:{id.rpartition('/')[0]}" in guards}
        assert {row[0] for row in by_name[kind.noun].rows} == archive.records[kind.noun].keys() - left_out


def test_a_row_with_a_permanent_link_has_its_id_from_that_and_says_where_it_stands(
    archive: Archive, tmp_path: Path
) -> None:
    staged = {found.path: found for found in render(archive, NOW, tmp_path)}
    seen = 0
    for kind in archive.kinds:
        linked = [part for record in archive.records[kind.noun].values() for part in parts(kind, record)]
        names = {name for name, _, columns in lists(kind) if columns[0] == ID_LINKED}
        found = (dataset.rows for dataset in datasets(archive) if dataset.name in names)
        rows = [(str(row[0]), str(row[-1])) for each in found for row in each]
        assert len(rows) == len(linked)
        for id, place in rows:
            address, _, anchor = place.partition("#")
            page = staged[f"{address}index.md"].make().decode()
            assert not anchor or f'id="{anchor}"' in page or f"{{: #{anchor} " in page, place
            assert anchor in ("", id.partition("#")[2])
        seen += len(rows)
    assert seen > 20


def parts(kind: Kind, record: Record) -> Iterator[str]:
    """The names of the parts of a record whose rows have a permanent link; a reference may name each of them."""
    names = [part.name for found in kind.linked.values() for part in found(record)]
    assert len(set(names)) == len(names)
    assert kind.parts is None or set(names) <= set(kind.parts(record))
    return iter(names)


def test_an_item_put_in_before_others_changes_the_id_of_none_that_has_a_permanent_link(
    changed: Change, archive: Archive
) -> None:
    id, meeting = next((id, one) for id, one in archive.records["meeting"].items() if len(one.items) > 1)  # type: ignore[attr-defined]
    items = meeting.items  # type: ignore[attr-defined]
    fewer = public(changed("meeting", id, items=items[1:]), NOW)
    for name in ("meeting-items", "meeting-items-decisions", "meeting-items-actions"):
        assert ids(fewer, name) <= ids(archive, name), name
    assert len(ids(fewer, "meeting-items")) == len(ids(archive, "meeting-items")) - 1


def ids(archive: Archive, name: str) -> set[Any]:
    (found,) = (dataset for dataset in datasets(archive) if dataset.name == name)
    return {row[0] for row in found.rows}


def test_one_table_says_what_is_open_whose_it_is_and_since_when(archive: Archive, folder: Path) -> None:
    rows = json.loads((folder / "data" / "recommendations.json").read_text("utf-8"))
    assert [row["id"] for row in rows] == [found.raised.ref for found in tracker(archive)]
    for row, found in zip(rows, tracker(archive), strict=True):
        assert row["state"] == found.standing(date.max).status
        assert row["is_open"] == (row["closed_on"] is None and not row["state"].endswith("in the original"))
        assert row["source_id"] in archive.records[row["source_kind"]]
        assert bool(row["updates"]) == bool(row["last_update"])
    assert {row["is_open"] for row in rows} == {True, False}
    assert any(row["addressed_to"] for row in rows)


def test_the_data_package_is_valid(folder: Path) -> None:
    report = frictionless.validate(str(folder / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])


def test_every_csv_file_is_read_as_its_description_says(folder: Path, archive: Archive) -> None:
    for dataset in datasets(archive):
        table = CSVW(str(folder / "data" / f"{dataset.name}.csv-metadata.json")).t
        found = list(table.iterdicts(strict=True))
        assert len(found) == len(dataset.rows), dataset.name
        for read, row in zip(found, dataset.rows, strict=True):
            for column, value in zip(dataset.columns, row, strict=True):
                if column.type == "text":
                    assert (read[column.name] or "").removeprefix("'") == (value or ""), dataset.name
                elif column.type in ("integer", "number", "yes or no"):
                    assert read[column.name] == value, dataset.name
                elif column.type == "date":
                    assert (read[column.name] and read[column.name].date()) == value, dataset.name


def test_every_json_file_has_the_rows(folder: Path, archive: Archive) -> None:
    for dataset in datasets(archive):
        found = json.loads((folder / "data" / f"{dataset.name}.json").read_text("utf-8"))
        assert [list(row) for row in found] == [[column.name for column in dataset.columns]] * len(dataset.rows)
        assert [list(row.values()) for row in found] == json.loads(text_of([list(row) for row in dataset.rows]))


def test_the_workbook_has_a_sheet_for_every_dataset_with_rows(folder: Path, archive: Archive) -> None:
    book = CalamineWorkbook.from_path(str(folder / "data" / "record.xlsx"))
    listed = book.get_sheet_by_name("Contents").to_python()[1:]
    filled = [dataset for dataset in datasets(archive) if dataset.rows]
    assert [row[1:3] for row in listed] == [[dataset.row, len(dataset.rows)] for dataset in filled]
    for row, dataset in zip(listed, filled, strict=True):
        header, *rows = book.get_sheet_by_name(str(row[0])).to_python()
        assert header == [column.name for column in dataset.columns]
        assert rows == [[in_sheet(value) for value in values] for values in dataset.rows]


def in_sheet(value: Any) -> Any:
    """A value as a workbook has it; an empty cell is read as an empty text."""
    if value is None:
        return ""
    return value if isinstance(value, str | int | float | time) or type(value) is date else text_of(value)


def test_every_key_of_the_database_leads_to_a_row_and_every_word_is_found(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    (text, count) = database.execute(
        "SELECT meeting_items.title, count(*) FROM meeting_items_fts "
        "JOIN meeting_items ON meeting_items.rowid = meeting_items_fts.rowid WHERE meeting_items_fts MATCH 'minutes'"
    ).fetchone()
    assert count
    assert "inute" in text


def test_the_description_for_datasette_names_the_columns_of_the_database(
    folder: Path, database: sqlite3.Connection
) -> None:
    described = json.loads((folder / "data" / "metadata.json").read_text("utf-8"))["databases"]["record"]["tables"]
    for name, table in described.items():
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{name}")')]
        assert list(table["columns"]) == columns
        assert set(table["facets"]) <= set(columns)
        empty = f'SELECT count(*) FROM "{name}" WHERE "{table["label_column"]}" IS NULL'
        assert database.execute(empty).fetchone() == (0,), name


def test_every_answer_of_the_api_is_as_its_description_says(folder: Path) -> None:
    description = json.loads((folder / "api" / "v1" / "openapi.json").read_text("utf-8"))
    validate_openapi(description)
    registry: Registry[Any] = Registry().with_resource(HERE, DRAFT202012.create_resource(description))
    paths = {
        re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))): schema_of(found)
        for path, found in description["paths"].items()
    }
    answers = [path for path in (folder / "api").rglob("*.json") if path.name != "openapi.json"]
    for answer in answers:
        address = f"/{answer.relative_to(folder).as_posix()}"
        (schema,) = [schema for path, schema in paths.items() if path.fullmatch(address)]
        Draft202012Validator(schema, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
            json.loads(answer.read_text("utf-8"))
        )
    assert len(answers) > 50


def schema_of(path: Mapping[str, Any]) -> Any:
    schema = path["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return json.loads(json.dumps(schema).replace('"#/', f'"{HERE}#/'))


def test_every_list_of_the_api_leads_to_answers(folder: Path) -> None:
    index = json.loads((folder / "api" / "v1" / "index.json").read_text("utf-8"))
    for each in index["lists"]:
        found = json.loads((folder / each["list"]).read_text("utf-8"))
        assert len(found) == each["records"]
        for entry in found:
            answer = json.loads((folder / entry["answer"]).read_text("utf-8"))
            assert {name: answer[name] for name in answer if name != "fields"} == {
                name: entry[name] for name in entry if name != "answer"
            }
    assert any("/bodies/" in each["list"] for each in index["lists"])
    assert any("/years/" in each["list"] for each in index["lists"])


def test_the_same_records_give_the_same_bytes(archive: Archive, office: Publisher, folder: Path) -> None:
    for file in files(replace(archive), office):  # a copy, of which nothing is known yet
        assert file.make() == (folder / file.path).read_bytes(), file.path


def test_a_changed_record_changes_only_the_keys_of_what_holds_it(
    changed: Change, archive: Archive, office: Publisher
) -> None:
    person = next(iter(archive.records["person"]))
    after = keys(public(changed("person", person, name="Another Name"), NOW), office)
    before = keys(archive, office)
    stale = {path for path in after if after[path] != before.get(path)}
    assert {"data/person.csv", "data/record.sqlite", f"api/v1/person/{person}.json", "api/v1/person.json"} <= stale
    assert not [path for path in stale if "meeting" in path or "dilemma" in path or "recommendation" in path]


def test_an_update_changes_the_key_of_the_tracker(changed: Change, archive: Archive, office: Publisher) -> None:
    update = next(iter(archive.records["recommendation-update"]))
    after = keys(public(changed("recommendation-update", update, status="in progress"), NOW), office)
    assert after["data/recommendations.csv"] != keys(archive, office)["data/recommendations.csv"]


def keys(archive: Archive, office: Publisher) -> dict[str, str]:
    found: list[File] = list(files(archive, office))
    assert len({file.path for file in found}) == len(found)
    return {file.path: file.key for file in found}


def test_the_rows_and_own_fields_of_a_guarded_register_are_in_no_file(archive: Archive, folder: Path) -> None:
    guards = {guard.split(":", 1)[1] for guard in guarded(archive) if guard.startswith("published-table:")}
    rows = [row for row in archive.records["table-row"].values() if row.id.rpartition("/")[0] in guards]
    assert rows
    for path in folder.rglob("*"):
        if path.suffix in (".csv", ".json", ".sqlite"):
            content = path.read_bytes()
            assert not [row.id for row in rows if row.id.encode() in content], path
    for id in guards:
        fields = json.loads((folder / f"api/v1/published-table/{id}.json").read_text("utf-8"))["fields"]
        assert not fields.keys() & {"rules", "units", "pictures", "number"}


def test_the_examples_on_the_page_run(
    archive: Archive, office: Publisher, folder: Path, database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = page.pages(archive, office, sized(files_of_all(archive, office))[1])
    text = to_markdown(found).decode()
    python, sql = (
        unescape(code).strip("\n") for code in re.findall(r"<pre class=\"example\"><code>(.*?)</code>", text, re.S)
    )
    monkeypatch.chdir(folder / "data")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(python, {})
    assert re.search(r"^[a-z-]+ was present at \d+ of \d+$", said.getvalue(), re.M)
    assert database.execute(sql).fetchall()


def test_a_csv_file_can_be_read_without_its_description(folder: Path) -> None:
    raw = (folder / "data" / "meeting.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") >= raw.count(b"\r\n") > 1
    assert next(csv.reader(io.StringIO(raw.decode(), newline="")))[:2] == ["id", "body"]


def test_the_page_leads_to_the_files_of_every_dataset(archive: Archive, office: Publisher) -> None:
    (found,) = page.pages(archive, office, sized(files_of_all(archive, office))[1])
    led_to = set(re.findall(r'href="(?:\.\./data/)?([a-z-]+)\.csv"', to_markdown(found).decode()))
    assert led_to == {dataset.name for dataset in datasets(archive)}


def test_the_page_counts_the_rows_that_are_in_the_files(archive: Archive, office: Publisher, folder: Path) -> None:
    (found,) = page.pages(archive, office, sized(files_of_all(archive, office))[1])
    said = {name: number for _, name, _, number in found.values["kinds"]}
    for name, number in said.items():
        assert number == len(json.loads((folder / "data" / f"{name}.json").read_text("utf-8"))), name
    assert said["table-row"] < len(archive.records["table-row"])  # those of guarded tables are in none


def test_the_page_does_not_say_that_nothing_is_on_record_where_all_rows_are_guarded(
    archive: Archive, office: Publisher
) -> None:
    guards = {guard.partition(":")[2] for guard in guarded(archive) if guard.startswith("published-table:")}
    rows = {id: row for id, row in archive.records["table-row"].items() if id.rpartition("/")[0] in guards}
    assert rows
    alone = replace(archive, records={**archive.records, "table-row": rows})
    (found,) = page.pages(alone, office, lambda _path: 0)
    assert "table-row" not in {name for _, name, *_ in found.values["empty"]}


def test_the_page_says_how_large_each_file_is(archive: Archive, office: Publisher, folder: Path) -> None:
    def kept(path: str, _: str) -> int | None:
        return 12_345_678 if path == "data/record.sqlite" else None

    (found,) = page.pages(archive, office, sized(files_of_all(archive, office), kept)[1])
    text = to_markdown(found).decode()
    for name in ("meeting.csv", "meeting.json", "record.xlsx", "datapackage.json"):
        large = in_words((folder / "data" / name).stat().st_size)
        assert re.search(rf"{re.escape(name)}[^/]*</a>,? {re.escape(large)}", text), name
    assert "Database (SQLite)</a>, 12.3 MB" in unescape(text)
