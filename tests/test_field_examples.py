"""Every field of every kind of record has an example, and the example is one that the field takes."""

from dataclasses import fields
from typing import get_type_hints

import pytest
from pydantic import ValidationError

from generators import sections
from generators.field_guide.examples import example
from generators.meanings import every_group
from generators.new.values import typed_at
from generators.record import GIVEN_BY_PROGRAM, Kind
from generators.shape import adapter

KINDS = sections.kinds()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.noun)
def test_every_field_has_an_example_that_it_takes(kind: Kind) -> None:
    for group in every_group(kind.type):
        hints = get_type_hints(group, include_extras=True)
        for field in fields(group):
            if field.name in GIVEN_BY_PROGRAM:
                continue
            found = example(group, field.name)
            assert found, f"{kind.noun}: {group.__name__}.{field.name} has no example"
            if kind.files.endswith(".csv") and group is kind.type and isinstance(found, str):
                found = typed_at(group, (field.name,), found)  # a cell holds several with a semicolon between them
            try:
                adapter(hints[field.name]).validate_python(found, context={"id": "ethics-panel/2026-03-12"})
            except ValidationError as error:
                pytest.fail(f"{kind.noun}: {group.__name__}.{field.name}: {error}")


def test_what_there_is_not_has_none() -> None:
    assert example(KINDS[0].type, "no_such_field") is None
