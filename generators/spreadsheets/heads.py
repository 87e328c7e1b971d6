"""The columns of a template: what stands above each, and the words that can stand in it."""

from dataclasses import dataclass

from generators.side_file import BLANK, group, in_file, words
from generators.spreadsheets.column import Column
from generators.spreadsheets.registers import Target


@dataclass(frozen=True)
class Head:
    """A column of the template: what stands above it, what it is, and the words that can stand in it."""

    name: str
    column: Column
    choices: tuple[str, ...]
    is_closed: bool
    """Whether nothing else can stand there."""

    @property
    def meaning(self) -> str:
        """The words of the field guide without their marks of Markdown."""
        return self.column.meaning.replace("`", "")


def heads_of(target: Target) -> list[Head]:
    """The columns that the side file describes, in the file's order where it has one."""
    columns = target.columns
    described = [name for name in target.side.fields["columns"] if name in columns]
    order = {name: at for at, name in enumerate(target.header)}
    described.sort(key=lambda name: order.get(in_file(target.side, name), len(order)))
    said = words(target.side)
    return [_head(target, columns[name], is_translated=bool(said.get(name))) for name in described]


def _head(target: Target, column: Column, *, is_translated: bool) -> Head:
    """The head of one column. `is_translated`: the side file says what words of the office stand for ours."""
    called = in_file(target.side, column.name)
    choices = _choices(target, column)
    return Head(
        called if called != column.name else column.in_words,
        column,
        (*choices, *_their_words(target, column.name)) if choices else (),
        is_closed=not (column.names_parts or column.holds_several or is_translated),
    )


def _choices(target: Target, column: Column) -> tuple[str, ...]:
    """Our words for what can stand in a column; none where anything can."""
    if column.form == "yes or no":
        return ("yes", "no")
    return tuple(sorted(target.archive.records[column.refers_to])) if column.refers_to else column.choices


def _their_words(target: Target, name: str) -> list[str]:
    found = group(target.side, "words").get(name, {})
    return sorted(word for word in found if word != BLANK) if isinstance(found, dict) else []
