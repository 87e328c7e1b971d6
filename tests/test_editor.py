"""What editors are told of records: they accept every record as it is typed, and show the simple mistakes."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from generators import sections
from generators.editors.files import SCHEMAS, SETTINGS, all_files, files, path_of, settings, typed_as_yaml, with_ours
from generators.init.answers import Answers
from generators.init.create import create
from generators.record import Kind
from generators.shape import kind_at
from tests.projects import REPOSITORY, SOUND

KINDS = sections.kinds()
TYPED = typed_as_yaml(KINDS)
MADE = dict(files(KINDS))
ADDRESS = "https://editor.example/"
REGISTRY: Registry[Any] = Registry().with_resources(
    (ADDRESS + path, Resource.from_contents(json.loads(text))) for path, text in MADE.items() if "schemas/" in path
)
TRUTH = {"true": True, "false": False}
AS_OF_OLD = {word: word in ("yes", "on") for word in ("yes", "no", "on", "off")}


@cache
def validator(path: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": ADDRESS + path}, registry=REGISTRY)


def of_file(path: str) -> list[str]:
    """The schemas that an editor applies to a file: a star stands for anything, folders included."""
    found = settings(KINDS)[SCHEMAS]
    return [
        schema.removeprefix("./")
        for schema, pattern in found.items()
        if re.search(re.escape(pattern).replace(r"\*", ".*") + "$", path)
    ]


def as_seen(node: Any, version: str) -> Any:
    """A value as an editor takes it: by YAML 1.2, or with the booleans of YAML 1.1."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: as_seen(value, version) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [as_seen(value, version) for value in node.value]
    return taken_for(node.value, version) if not node.style else node.value


def taken_for(word: str, version: str) -> Any:
    known = TRUTH if version == "1.2" else {**TRUTH, **AS_OF_OLD}
    if word.lower() in known:
        return known[word.lower()]
    if word in ("", "~", "null"):
        return None
    if re.fullmatch(r"[-+]?\d+", word):
        return int(word)
    return float(word) if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", word) else word


def seen(text: str, version: str = "1.2") -> Any:
    return as_seen(yaml.compose(text, Loader=yaml.CBaseLoader), version)


def records() -> Iterator[Path]:
    """Every record in a YAML file: the office's own, and the illustrative ones."""
    for root in (REPOSITORY, SOUND):
        yield from sorted(path for folder in ("content", "data") for path in (root / folder).rglob("*.yml"))


def example(kind: Kind) -> str:
    section = next(section for section in sections.SECTIONS if section.folder == kind.section)
    return section.example(kind)


# ---- what is written beside the records


def test_the_files_beside_the_records_are_those_that_are_made_of_them() -> None:
    kept = {path: (REPOSITORY / path).read_bytes() for path in MADE if (REPOSITORY / path).is_file()}
    assert kept == MADE, "give the command `scrutiny forms`"
    beside = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / ".vscode" / "schemas").iterdir()}
    assert beside == {path for path in MADE if "/schemas/" in path}
    text = (REPOSITORY / SETTINGS).read_text()
    assert with_ours(text, KINDS).decode() == text, "give the command `scrutiny forms`"


def test_settings_of_others_stay() -> None:
    theirs = {"editor.wordWrap": "on", SCHEMAS: {"./mine.json": "*.yml", f"./{path_of('gone')}": "gone/*.yml"}}
    made = json.loads(with_ours(json.dumps(theirs), KINDS))
    assert made["editor.wordWrap"] == "on"
    assert made[SCHEMAS] == {"./mine.json": "*.yml", **settings(KINDS)[SCHEMAS]}
    assert json.loads(with_ours("", KINDS)) == settings(KINDS)
    spaced = json.dumps(made, indent=7)
    assert with_ours(spaced, KINDS).decode() == spaced


def test_settings_with_remarks_are_not_rewritten() -> None:
    with pytest.raises(ValueError, match="Extra data"):
        with_ours("{} // mine", KINDS)


@pytest.mark.parametrize("path", [path for path in MADE if "/schemas/" in path])
def test_every_schema_is_one(path: str) -> None:
    Draft202012Validator.check_schema(json.loads(MADE[path]))


@pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind.noun)
def test_every_field_tells_what_it_means(kind: Kind) -> None:
    made = json.loads(MADE[path_of(kind.noun)])
    for group in (made, *made.get("$defs", {}).values()):
        assert [name for name, field in group.get("properties", {}).items() if not field.get("description")] == []


def test_a_new_office_has_them_from_the_beginning(tmp_path: Path) -> None:
    answers = Answers({"name": "An Office", "short_name": "Office", "area": "A Shire", "force": "A Force"}, ())
    written = create(tmp_path / "office", answers, date(2024, 7, 1))
    made = dict(all_files(KINDS))
    assert made.keys() <= set(written)
    assert {path: (tmp_path / "office" / path).read_bytes() for path in made} == made


# ---- what is accepted


@pytest.mark.parametrize("version", ["1.2", "1.1"])
@pytest.mark.parametrize("path", [*records()], ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_record_is_accepted_as_it_is_typed(path: Path, version: str) -> None:
    place = path.relative_to(SOUND if path.is_relative_to(SOUND) else REPOSITORY).as_posix()
    applied = of_file(place)
    assert len(applied) == 1, place
    errors = validator(applied[0]).iter_errors(seen(path.read_text(), version))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind.noun)
def test_an_example_is_accepted(kind: Kind) -> None:
    errors = validator(path_of(kind.noun)).iter_errors(seen(example(kind)))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind.noun)
def test_a_file_of_every_kind_has_one_schema_that_knows_it(kind: Kind) -> None:
    path = kind.files.replace("*", "a-name")
    applied = of_file(path)
    assert len(applied) == 1
    assert (kind_at(path, KINDS) or (None,))[0] is kind
    errors = validator(applied[0]).iter_errors(seen(example(kind)))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize(
    "line", ["title: 4.10", "title: NO", "title: 2024", "place: 14", "start: 14:00", 'start: "14:00"', "online: yes",
             "online: No", "online: true", 'online: "yes"', "title:", "date_as_printed: 2024-03-06", "public: no"],
)  # fmt: skip
def test_a_value_is_accepted_as_a_person_types_it(line: str) -> None:
    text = f"body: etp\ndate: 2024-03-06\nstate: held\n{line}\n"
    for version in ("1.2", "1.1"):
        assert validator(path_of("meeting")).is_valid(seen(text, version)), version


# ---- what is refused


@pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind.noun)
def test_the_simple_mistakes_are_shown(kind: Kind) -> None:
    """A field that no record has, and a field that is missing or left empty."""
    checked = validator(path_of(kind.noun))
    record = seen(example(kind))
    assert not checked.is_valid({**record, "no_such_field": "a"})
    for name in json.loads(MADE[path_of(kind.noun)]).get("required", ()):
        assert not checked.is_valid({field: value for field, value in record.items() if field != name}), name
        assert not checked.is_valid({**record, name: None}), name
    assert not checked.is_valid({**record, "publication": "publishd"})
    assert not checked.is_valid({**record, "publish_on": "tomorrow"})


@pytest.mark.parametrize(
    ("field", "value"),
    [("state", "hold"), ("date", "6 March 2024"), ("date", 2024), ("start", "2 pm"), ("start", 1400),
     ("online", "maybe"), ("items", "one"), ("items", [{"number": "1"}]), ("body", None),
     ("minutes", {"state": "confirmd"}), ("minutes", {"state": "draft", "typo": "a"})],
)  # fmt: skip
def test_a_wrong_value_is_shown(field: str, value: Any) -> None:
    record = {"body": "etp", "date": "2024-03-06", "state": "held"}
    assert validator(path_of("meeting")).is_valid(record)
    assert not validator(path_of("meeting")).is_valid({**record, field: value})
