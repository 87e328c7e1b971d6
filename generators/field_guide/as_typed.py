"""A JSON Schema of values as one of what is typed: an editor sees `4.10` as a number and `true` as no text.

Every value of a record is text to us, and becomes what it is only when the record is made. An editor knows nothing of
that: it takes what is typed for what YAML 1.2 takes it for, and some editors still take `yes` and `no` for booleans.
"""

from collections.abc import Mapping
from typing import Any

FORMATS: Mapping[str, tuple[str, str]] = {
    "date": (r"^\d{4}-\d\d-\d\d$", "Write the year, month and day like 2017-09-22."),
    "time": (r"^([01]\d|2[0-3]):[0-5]\d$", "Write the time in 24 hours like 14:00."),
    "date-time": (r"^\d{4}-\d\d-\d\d( \d\d:\d\d)?$", "Write it like 2026-12-01 09:00, in local time."),
}
"""How what has one of these formats is typed, and what an editor says of anything else."""
DIGITS = r"^\s*[0-9]{1,9}\s*$"
LARGEST = 999_999_999
AMOUNT = r"^\s*[-−]?£?[0-9][0-9,]*(\.[0-9]+)?\s*%?\s*$"
YES_OR_NO = r"^\s*([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$"
AS_BOOLEAN = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
SAID = "patternErrorMessage"
"""A word that editors know and other readers of schemas pass over."""
WORDS = ("yes", "no")
LIMITS = ("minLength", "maxLength", "pattern")
NOTHING = {"type": "null"}

Schema = dict[str, Any]


def as_typed(schema: Schema, *, in_cells: bool = False) -> Schema:
    """The schema of what can be typed for values of this one. `in_cells`: in a spreadsheet, which has days of its own.

    What is left empty counts as not given, so every field that need not be there can be empty.
    """
    made = {name: words for name, words in schema.items() if name in ("description", "$ref", "required")}
    if "enum" in schema:
        made["enum"] = [typed for value in schema["enum"] for typed in _ways(value)]
    elif "anyOf" in schema:
        made["anyOf"] = [as_typed(one, in_cells=in_cells) for one in schema["anyOf"]]
    elif schema.get("type") == "object":
        made |= _object(schema, in_cells=in_cells)
    elif schema.get("type") == "array":
        made |= {"type": "array", "items": as_typed(schema["items"], in_cells=in_cells)}
    elif "type" in schema:
        made |= _plain(schema, in_cells=in_cells)
    if "$defs" in schema:
        made["$defs"] = {name: as_typed(one, in_cells=in_cells) for name, one in schema["$defs"].items()}
    if isinstance(schema.get("default"), str):
        made["default"] = schema["default"]
    return made


def _object(schema: Schema, *, in_cells: bool) -> Schema:
    needed = schema.get("required", ())
    made: Schema = {"type": "object", "additionalProperties": False}
    if isinstance(schema.get("additionalProperties"), dict):
        made["additionalProperties"] = _or_nothing(as_typed(schema["additionalProperties"], in_cells=in_cells))
    properties = {name: as_typed(one, in_cells=in_cells) for name, one in schema.get("properties", {}).items()}
    if properties:
        made["properties"] = {name: one if name in needed else _or_nothing(one) for name, one in properties.items()}
    return made


def _plain(schema: Schema, *, in_cells: bool) -> Schema:
    """What is neither a list nor a group of fields."""
    match schema["type"]:
        case "boolean":
            return {
                "type": ["boolean", "string"],
                "pattern": YES_OR_NO,
                SAID: "Write yes or no.",
                "examples": list(WORDS),
            }
        case "integer":
            return {"type": ["integer", "string"], "minimum": 0, "maximum": LARGEST, "pattern": DIGITS}
        case "number":
            return {"type": ["number", "string"], "pattern": AMOUNT}
        case "string" if "format" in schema:
            pattern, said = FORMATS[schema["format"]]
            return {"type": "string"} if in_cells else {"type": "string", "pattern": pattern, SAID: said}
        case "string":
            limits = {name: schema[name] for name in LIMITS if name in schema}
            return {"type": ["string", "number", "boolean"], **limits}
    return {"type": schema["type"]}


def _ways(value: str) -> list[str | bool]:
    """A word of a closed list, and what an editor may take it for."""
    return [value, AS_BOOLEAN[value]] if value in AS_BOOLEAN else [value]


def _or_nothing(schema: Schema) -> Schema:
    """The same, or left empty."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        others = [one for one in schema["anyOf"] if one != NOTHING]
        if len(others) == 1 and "$ref" not in others[0]:
            return _or_nothing({**others[0], **{name: words for name, words in schema.items() if name != "anyOf"}})
        return {**schema, "anyOf": [*others, NOTHING]}
    if "$ref" in schema:
        return {"anyOf": [{"$ref": schema["$ref"]}, NOTHING], **{n: w for n, w in schema.items() if n != "$ref"}}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*types, "null"]}
