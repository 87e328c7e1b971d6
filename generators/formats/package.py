"""One description of all datasets: a Frictionless Data Package."""

from collections.abc import Sequence

from generators.follow.publisher import LICENCE_ADDRESS, Publisher
from generators.formats.as_csv import NOTE, meaning_of
from generators.formats.as_json import pretty
from generators.formats.dataset import Column, Dataset, Type

TYPES: dict[Type, dict[str, str]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "yes or no": {"type": "boolean"},
    "date": {"type": "date"},
    "time": {"type": "time"},
    "moment": {"type": "datetime", "format": "any"},
    "list": {"type": "array"},
    "group": {"type": "object"},
}


def package_of(datasets: Sequence[Dataset], office: Publisher) -> bytes:
    """What every file is, how its columns are typed, and which of them name rows of another."""
    return pretty(
        {
            "profile": "tabular-data-package",
            "name": "record",
            "title": f"The public record: {office.name}",
            "description": NOTE,
            "licenses": [_licence(office)],
            "resources": [_resource(dataset) for dataset in datasets],
        }
    )


def _licence(office: Publisher) -> dict[str, str]:
    name = {"name": "OGL-UK-3.0"} if office.licence_address == LICENCE_ADDRESS else {}
    path = {"path": office.licence_address} if office.licence_address else {}
    return {"name": "other-open", **name, "title": office.licence, **path}


def _resource(dataset: Dataset) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": dataset.name,
        "path": f"{dataset.name}.csv",
        "title": dataset.title,
        "description": " ".join(part for part in (dataset.row, dataset.left_out) if part),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in dataset.columns],
            "missingValues": [""],
            "primaryKey": ["id"],
            "foreignKeys": [_key(column, dataset) for column in dataset.columns if column.refers_to],
        },
    }


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {"required": column.required} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    found: dict[str, object] = {
        "name": column.name,
        "title": column.title,
        "description": meaning_of(column),
        **TYPES[column.type],
    }
    return {**found, "constraints": constraints} if constraints else found


def _key(column: Column, dataset: Dataset) -> dict[str, object]:
    resource = "" if column.refers_to == dataset.name else column.refers_to
    return {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}
