"""What the side file remembers of an import: what the office calls its columns and says in them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generators.read.csv_text import plain
from generators.read.encoding import plain_text
from generators.side_file import group, in_file
from generators.spreadsheets.columns_named import OURS, Taken, bare
from generators.spreadsheets.plan import Plan
from generators.spreadsheets.registers import Target
from generators.spreadsheets.side_edit import with_entries


def renamed_columns(target: Target, columns: Iterable[Taken]) -> Iterator[tuple[str, str]]:
    """What the register's file calls its columns from now on: as the office does."""
    for one in columns:
        ours = one.ours
        if ours and ours != "id":
            same = {plain(in_file(target.side, ours)), plain(ours), plain(target.columns[ours].in_words)}
            others = {in_file(target.side, name) for name in target.columns if name != ours}
            if not {plain(one.theirs), plain(bare(one.theirs))} & same and one.theirs not in others:
                yield ours, one.theirs


def every_word(
    given: Mapping[str, Mapping[str, str]], learnt: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """The words that were explained and those that were known, by our name of the column."""
    return {name: {**given.get(name, {}), **learnt.get(name, {})} for name in {**given, **learnt}}


def side_with(
    target: Target, columns: Iterable[Taken], plan: Plan, renamed: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]],
) -> bytes:  # fmt: skip
    """The side file with what is remembered of the columns and words, as bytes; as it is where nothing is."""
    raw = target.side_raw
    described = target.side.fields["columns"]
    left_out = group(target.side, "left_out")
    meanings = {n: target.columns[n].meaning for n in plan.new_columns if n not in described}
    known_names = {*OURS, *(bare(one.theirs) for one in columns if one.ours)}
    free = {
        one.theirs: "Not taken over when the spreadsheet was imported."
        for one in columns
        if not one.ours and one.hint != "hidden" and one.theirs not in left_out and bare(one.theirs) not in known_names
    }
    entries: dict[str, Any] = {}
    for name, value in (("columns", meanings), ("called", renamed), ("words", words), ("left_out", free)):
        known = group(target.side, name)
        if new := {key: one for key, one in value.items() if known.get(key) != one}:
            entries[name] = new
    if "columns" in entries:
        entries = {"columns": entries["columns"], **entries}
    return with_entries(plain_text(raw), entries, target.side.path).encode() if entries else raw
