"""Datasets as CSV, and beside each file what its columns mean, in the words of the W3C (CSVW)."""

from generators.follow.publisher import Publisher
from generators.formats.as_json import pretty, text_of
from generators.formats.dataset import Column, Dataset, Type, Value
from generators.table import Column as TableColumn
from generators.table import Table, to_csv

DATATYPES: dict[Type, str] = {
    "text": "string", "integer": "integer", "number": "number", "yes or no": "boolean", "date": "date", "time": "time",
    "moment": "dateTimeStamp", "list": "json", "group": "json",
}  # fmt: skip
WRITTEN = DATATYPES.keys() - {"text", "integer", "number"}
"""The types of which the values are no text and no number, and become text."""
NOTE = (
    "A spreadsheet takes a cell that begins with =, +, -, @ or a tab for a formula. An apostrophe stands before such a "
    "text, and one more before a text that begins with an apostrophe: take one away from each cell that begins with "
    "one. Numbers have none. An empty cell says that nothing is known or that it does not apply. Lists and groups are "
    "written as JSON."
)
"""What whoever reads the files has to know."""


def csv_of(dataset: Dataset) -> bytes:
    """The rows of a dataset, one header row above them."""
    columns = tuple(TableColumn(column.name, column.title) for column in dataset.columns)
    return to_csv(Table(dataset.name, columns, tuple(dataset.written(WRITTEN, _cell))))


def metadata_of(dataset: Dataset, office: Publisher) -> bytes:
    """What the file is, what one row is, and the meaning and type of every column."""
    return pretty(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "url": f"{dataset.name}.csv",
            "dc:title": dataset.title,
            "dc:description": " ".join(part for part in (dataset.row, dataset.left_out) if part),
            "dc:license": {"@id": office.licence_address} if office.licence_address else office.licence,
            "dc:publisher": office.name,
            "notes": [NOTE],
            "tableSchema": {
                "columns": [_column(column) for column in dataset.columns],
                "primaryKey": "id",
            },
        }
    )


def meaning_of(column: Column) -> str:
    """What a column means, and to what its ids lead."""
    return f"{column.meaning} The id of a row in {column.refers_to}." if column.refers_to else column.meaning


def _column(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": meaning_of(column),
        "datatype": DATATYPES[column.type],
        "required": column.required,
    }


def _cell(value: Value) -> str:
    """A value that is neither text nor number, as a cell has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return text_of(value)
