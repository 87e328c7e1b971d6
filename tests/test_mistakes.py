"""The common mistakes of the field guide: whoever makes one is told exactly what the guide says."""

import csv
from pathlib import Path

import pytest

from generators import sections
from generators.field_guide.mistakes import Mistake, mistakes
from generators.read import fields_in
from generators.record import Kind
from generators.yaml_writer import to_yaml
from tests.test_check import problems_of
from tests.test_examples import BESIDE, PLACES

KINDS = sections.kinds()


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The illustrative records, all sound."""
    root = tmp_path_factory.mktemp("examples")
    texts = {PLACES[kind.noun]: section.example(kind) for section in sections.SECTIONS for kind in section.kinds()}
    rows = {
        PLACES[kind.noun].replace(".yml", ".csv"): section.example_rows(kind)
        for section in sections.SECTIONS
        for kind in section.kinds()
        if kind.rows_field
    }
    for path, text in {**texts, **rows, **BESIDE}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    assert problems_of(root) == []
    return root


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.noun)
def test_the_checks_say_what_the_guide_says(kind: Kind, examples: Path) -> None:
    found = list(mistakes(kind))
    assert found
    folder = examples / Path(PLACES[kind.noun]).parent
    before = {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    try:
        for mistake in found:
            write(kind, mistake, examples / PLACES[kind.noun])
            said = problems_of(examples)
            assert any(f": {mistake.field}: {mistake.said}" in line for line in said), (mistake, said)
    finally:
        for file, raw in before.items():
            file.write_bytes(raw)


def write(kind: Kind, mistake: Mistake, file: Path) -> None:
    """The example with the mistake in it."""
    values = dict(mistake.values)
    if kind.files.endswith(".csv"):
        _mistype(mistake, file)
    elif kind.body_field and kind.files.endswith(".md"):
        body = values.pop(kind.body_field)
        file.write_text(f"---\n{to_yaml(values)}---\n{body}", "utf-8")
    else:
        file.write_text(to_yaml(values), "utf-8")


def _mistype(mistake: Mistake, file: Path) -> None:
    """In the cell of the first row; where the example has no such column, in one more."""
    side = file.with_suffix(".yml")
    fields, _ = fields_in(side.name, side.read_text("utf-8"))
    column = fields.get("called", {}).get(mistake.field, mistake.field)
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    rows[0][column] = mistake.typed
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    side.write_text(to_yaml({**fields, "columns": {"id": "An id", mistake.field: "A column", **fields["columns"]}}))
