"""What the API answers, as OpenAPI has it: made from the types of the records, like the field guide."""

from functools import cache
from typing import Any

from generators.follow.publisher import Publisher
from generators.formats.api import ROOT
from generators.formats.as_json import pretty
from generators.formats.shown import can_be_guarded, fields_possible
from generators.meanings import every_group, meaning, meanings
from generators.record import Kind
from generators.references import noun_in_words
from generators.shape import adapter

CLOCK = r"^\d\d:\d\d:\d\d$"
TEXT = {"type": "string"}
NULLABLE = {"type": ["string", "null"]}
HEAD: dict[str, Any] = {"id": TEXT, "label": TEXT, "page": NULLABLE, "within": NULLABLE}
LISTED = {
    "type": "object",
    "properties": {"kind": TEXT, **HEAD, "answer": TEXT},
    "required": ["kind", *HEAD, "answer"],
    "additionalProperties": False,
}
WITHDRAWN = dict.fromkeys(("kind", "id", "withdrawn_on", "reason"), TEXT)


def description(kinds: tuple[Kind, ...], office: Publisher) -> bytes:
    """The whole description."""
    listed: dict[str, Any] = {"type": "array", "items": _ref("listed")}
    gone = {"type": "object", "properties": WITHDRAWN, "required": list(WITHDRAWN), "additionalProperties": False}
    return pretty(
        {
            "openapi": "3.1.0",
            "info": {
                "title": f"The public record: {office.name}",
                "version": "1",
                "description": "Files that are made anew whenever a record changes. Addresses in answers are from the "
                "root of the site. A list by body or by year is there only if something is in it: index.json names "
                "every list there is. Fields may be added; none is renamed or taken away while the address says v1.",
                "license": {
                    "name": office.licence,
                    **({"url": office.licence_address} if office.licence_address else {}),
                },
            },
            "servers": [{"url": office.address.rstrip("/") or "/"}],
            "paths": {
                f"/{ROOT}index.json": _get("Every list there is.", _ref("index"), "index"),
                f"/{ROOT}withdrawn.json": _get(
                    "Records that were withdrawn.", {"type": "array", "items": gone}, "withdrawn"
                ),
                **{path: found for kind in kinds for path, found in _paths(kind, listed).items()},
            },
            "components": {"schemas": {"listed": LISTED, "index": _index(), **_schemas(kinds)}},
        }
    )


def parts(kind: Kind) -> int:
    """Of how many parts the id of a record of this kind is made."""
    return kind.files.count("*") + kind.files.endswith(".csv")


def _paths(kind: Kind, listed: dict[str, Any]) -> dict[str, Any]:
    name = noun_in_words(kind.noun)
    names = [f"id{number}" for number in range(1, parts(kind) + 1)]
    id = "/".join(f"{{{one}}}" for one in names) or kind.noun
    return {
        f"/{ROOT}{kind.noun}.json": _get(f"Every {name}.", listed, f"{kind.noun}-list"),
        f"/{ROOT}bodies/{{body}}/{kind.noun}.json": _get(
            f"Every {name} of a body.", listed, f"{kind.noun}-by-body", "body"
        ),
        f"/{ROOT}years/{{year}}/{kind.noun}.json": _get(
            f"Every {name} of a year.", listed, f"{kind.noun}-by-year", "year"
        ),
        f"/{ROOT}{kind.noun}/{id}.json": _get(
            f"One {name}. Its id is made of the parts given, with a slash between.", _ref(kind.noun), kind.noun, *names
        ),
    }


def _get(summary: str, schema: dict[str, Any], name: str, *parameters: str) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": [{"name": one, "in": "path", "required": True, "schema": TEXT} for one in parameters],
            "responses": {"200": {"description": summary, "content": content}},
        }
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _index() -> dict[str, Any]:
    entry = {
        "type": "object",
        "properties": {"list": TEXT, "records": {"type": "integer"}},
        "required": ["list", "records"],
    }
    return {
        "type": "object",
        "properties": {"lists": {"type": "array", "items": entry}, "description": TEXT},
        "required": ["lists", "description"],
    }


def _schemas(kinds: tuple[Kind, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for kind in kinds:
        own, groups = _of_kind(kind)
        found |= groups
        found[kind.noun] = {
            "type": "object",
            "description": " ".join(meaning(kind.type).split()),
            "properties": {"kind": {"const": kind.noun}, **HEAD, "fields": own},
            "required": ["kind", *HEAD, "fields"],
            "additionalProperties": False,
        }
    return found


@cache
def _of_kind(kind: Kind) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schema of the fields of a kind of record, and of every group inside it."""
    made = adapter(kind.type).json_schema(
        mode="serialization", ref_template=f"#/components/schemas/{kind.noun}.{{model}}"
    )
    made = _with_clocks(made)
    groups: dict[str, Any] = made.pop("$defs", {})
    for group in every_group(kind.type):
        properties = (made if group is kind.type else groups[group.__name__])["properties"]
        for name, words in meanings(group).items():
            if name in properties:
                properties[name]["description"] = words
    shown = fields_possible(kind)
    made["properties"] = {name: schema for name, schema in made["properties"].items() if name in shown}
    made["required"] = [] if can_be_guarded(kind.type) else sorted(shown)
    made["additionalProperties"] = False
    return made, {f"{kind.noun}.{name}": {**group, "additionalProperties": False} for name, group in groups.items()}


def _with_clocks(schema: Any) -> Any:
    """The same with every time of day as it is here: local, without the offset that JSON Schema asks of a time."""
    if isinstance(schema, list):
        return [_with_clocks(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "time":
        return {**{name: value for name, value in schema.items() if name != "format"}, "pattern": CLOCK}
    return {name: _with_clocks(value) for name, value in schema.items()}
