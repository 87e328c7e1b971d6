"""The file of a new record: what is known of it, and what it could say besides as remarks."""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from generators.field_guide.examples import written
from generators.field_guide.field_guide import Entry, groups
from generators.new.values import converted
from generators.record import Kind
from generators.yaml_writer import Remarks, remark, to_yaml

HEAD = "What else the record can say stands below: what it means, and an example. Take out the # of a line and write"
HEAD_2 = "what is right there. What you do not need can stay, or go."
LATER = ("publication", "changes", "allow", "formerly", "unplaced")
"""What a record that was never published does not need explained."""
WIDTH = 100


def text_of(kind: Kind, values: Mapping[str, Any], remarks: Remarks) -> str:
    """The text of the file."""
    entries = [entry for entry in groups(kind.type)[0].entries if entry.name not in (kind.body_field, kind.rows_field)]
    entries.sort(key=lambda entry: not entry.required)
    said = {entry.name: values[entry.name] for entry in entries if values.get(entry.name)}
    fields = to_yaml({**converted(kind.type, said), "publication": "draft"}, remarks)
    left = [entry for entry in entries if entry.name not in (*said, *LATER)]
    lines = "\n".join([fields.rstrip("\n"), "", *remark(HEAD), *remark(HEAD_2), *_explained(kind, left), ""])
    if not kind.body_field:
        return lines
    body = str(values.get(kind.body_field, "")).strip("\n")
    return f"---\n{lines}---\n\n{body}\n" if body else f"---\n{lines}---\n"


def _explained(kind: Kind, entries: list[Entry]) -> Iterator[str]:
    """Each as a remark: what it means, then how it is written."""
    for entry in entries:
        yield "#"
        yield from (line for words in wrap(entry.meaning, WIDTH) for line in remark(words))
        yield from remark(written(kind.type, entry.name))
