"""The files that an editor reads to complete, explain and check a record while somebody types."""

import json
import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

from generators.field_guide.field_guide import schema
from generators.record import Kind

FOLDER = ".vscode"
SETTINGS = f"{FOLDER}/settings.json"
SCHEMAS = "yaml.schemas"
"""The setting that says which schema is for which files."""
ALWAYS = {"yaml.yamlVersion": "1.2", "yaml.schemaStore.enable": False}
"""`NO` and `14:00` are texts; and no other computer is asked what our files mean."""
EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}


def files(kinds: Sequence[Kind]) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of each but the settings, which can hold more than ours."""
    typed = typed_as_yaml(kinds)
    yield f"{FOLDER}/extensions.json", _json(EXTENSIONS)
    for kind in typed:
        yield path_of(kind.noun), schema(kind)
    for kind in typed:
        if others := _special(kind, typed):
            yield path_of(_joined(kind, others)), _json(_either(kind, others))


def all_files(kinds: Sequence[Kind], typed: str = "") -> Iterator[tuple[str, bytes]]:
    """The same with the settings, in which the others stay that somebody has. Raises ValueError as `with_ours` does."""
    yield SETTINGS, with_ours(typed, kinds)
    yield from files(kinds)


def settings(kinds: Sequence[Kind]) -> dict[str, Any]:
    """The settings that are ours.

    A star of theirs stands for any number of folders, and what matches twice has to keep to both schemas: so
    a pattern that holds the files of a second kind has a schema of its own that looks which of the two it is.
    """
    typed = typed_as_yaml(kinds)
    inner = {one.noun for kind in typed for one in _special(kind, typed)}
    of_files = {
        f"./{path_of(_joined(kind, _special(kind, typed)))}": kind.files for kind in typed if kind.noun not in inner
    }
    return {**ALWAYS, SCHEMAS: of_files}


def with_ours(text: str, kinds: Sequence[Kind]) -> bytes:
    """Settings that somebody has, with ours; as they were typed where ours are in them already.

    Raises ValueError where they are not plain JSON.
    """
    found = json.loads(text) if text.strip() else {}
    if not isinstance(found, dict) or not isinstance(found.get(SCHEMAS, {}), dict):
        raise ValueError("the settings are no group of settings")
    others = {name: where for name, where in found.get(SCHEMAS, {}).items() if not _is_ours(name)}
    ours = settings(kinds)
    made = {**found, **ours, SCHEMAS: {**others, **ours[SCHEMAS]}}
    return text.encode() if made == found else _json(made)


def typed_as_yaml(kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """The kinds whose files hold nothing but YAML: for rows, and for fields above a text, no editor has schemas."""
    return tuple(kind for kind in kinds if kind.files.endswith(".yml"))


def path_of(name: str) -> str:
    """Where the schema of this name lies."""
    return f"{FOLDER}/schemas/{name}.schema.json"


def _is_ours(name: str) -> bool:
    return re.fullmatch(r"\./\.vscode/schemas/[a-z-]+\.schema\.json", name) is not None


def _special(kind: Kind, kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """The other kinds whose files the pattern of this one holds as well."""
    return tuple(one for one in kinds if one is not kind and fnmatchcase(one.files, kind.files))


def _joined(kind: Kind, others: Sequence[Kind]) -> str:
    return "-or-".join((kind.noun, *(one.noun for one in others)))


def _either(kind: Kind, others: Sequence[Kind]) -> dict[str, Any]:
    """The schema of one of these kinds: of another as soon as a field stands there that only that one has."""
    made: dict[str, Any] = {"$ref": _beside(kind)}
    own = json.loads(schema(kind))["properties"]
    for other in others:
        only = sorted(json.loads(schema(other))["properties"].keys() - own.keys())
        made = {
            "if": {"anyOf": [{"required": [name]} for name in only]},
            "then": {"$ref": _beside(other)},
            "else": made,
        }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _beside(kind: Kind) -> str:
    return PurePosixPath(path_of(kind.noun)).name


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
