"""How the cells of every column of a register are read: its words, its ids, its unit."""

from collections import Counter
from collections.abc import Mapping

from generators.archive import Archive
from generators.periods import period
from generators.side_file import compared, words
from generators.spreadsheets.column import Column
from generators.spreadsheets.readings import Legend
from generators.spreadsheets.registers import Target
from generators.spreadsheets.synonyms import WORDS


def legends_of(target: Target, given: Mapping[str, Mapping[str, str]]) -> dict[str, Legend]:
    """By our name of every column, how its cells are read. `given`: words that a person explained."""
    said = words(target.side)
    others = WORDS.get(target.kind.name, {})
    first = period(str(target.side.fields.get("first", "")))
    return {
        name: Legend(
            column,
            {**said.get(name, {}), **{compared(theirs): ours for theirs, ours in given.get(name, {}).items()}},
            others.get(name, {}),
            ids=_ids(target.archive, column),
            frequency=first.frequency if first else None,
            context=target.side.fields,
        )
        for name, column in target.columns.items()
    }


def _ids(archive: Archive, column: Column) -> dict[str, str]:
    """The ids that can stand in a column, by themselves and by what the records are called."""
    if not column.refers_to:
        return {}
    kind = archive.kind_called(column.refers_to)
    records = archive.records[kind.noun]
    labels = {id: compared(str(kind.label(record))) for id, record in records.items()}
    times = Counter(labels.values())
    named = {label: id if times[label] == 1 else "" for id, label in labels.items()}
    return {**named, **{id.lower(): id for id in records}}
