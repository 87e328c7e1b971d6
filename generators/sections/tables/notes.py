"""The notes of a page: beside which number, what the print says, what its numbers come to.

Of a protected table a note has only numbers that are shown, and only where these do not agree either.
"""

from dataclasses import dataclass, replace

from generators.disclosure import is_protected
from generators.sections.tables.grid import CellPlace
from generators.sections.tables.instances import Instance, Operand
from generators.sections.tables.readings import Reading
from generators.sections.tables.results import Results
from generators.sections.tables.shown import rounded_like
from generators.sections.tables.words import TOO_CLOSE, WITHOUT_NUMBERS, beside, cell_in_words, in_question, note
from generators.sections.tables.work import Outcome, work_out


@dataclass(frozen=True)
class Note:
    """What a reader is told of a number that does not agree."""

    anchor: str
    places: tuple[CellPlace, ...]
    """The numbers of this table beside which it stands."""
    where: str
    """The same in words."""
    text: str
    short: str
    """What stands beside the number."""
    question: str
    """How it may have been meant."""
    paper: str
    """The id of the paper that prints another number, with `#` and the part."""


def notes(table: str, known: Results) -> tuple[Note, ...]:
    """The notes on a table, numbered: those of its own rules, then those of other tables that concern it."""
    own = [found for found in known.wrong if found[0].instance.table == table]
    others = [(_turned(outcome, table), ()) for outcome, _ in known.wrong if _is_twin(outcome, table)]
    return tuple(_note(at, table, outcome, meant, known) for at, (outcome, meant) in enumerate((*own, *others), 1))


def _is_twin(outcome: Outcome, table: str) -> bool:
    """Whether a rule of another table says that the same stands in this one."""
    return outcome.instance.table != table and any(place.table == table for place in outcome.at)


def _turned(outcome: Outcome, table: str) -> Outcome:
    """The same outcome as this table's own."""
    instance = outcome.instance
    sides = instance.sides[::-1] if instance.rule.kind == "same" else instance.sides
    return replace(outcome, instance=replace(instance, sides=sides, table=table))


def own_notes(table: str, known: Results) -> tuple[Note, ...]:
    """The notes of a table's own rules: together, those of all tables name everything once."""
    many = sum(outcome.instance.table == table for outcome, _ in known.wrong)
    return notes(table, known)[:many]


def _note(number: int, table: str, outcome: Outcome, meant: tuple[Reading, ...], known: Results) -> Note:
    places = tuple(place for place in outcome.at if place.table == table)
    where = "; ".join(cell_in_words(place, known.grids) for place in places or outcome.instance.places[:1])
    paper, anchor = outcome.instance.rule.paper, f"note-{number}"
    if not any(is_protected(known.grids[place.table].record) for place in outcome.instance.places):
        text, few_words = note(outcome, known.grids), beside(outcome, known.grids)
        return Note(anchor, places, where, text, few_words, in_question(meant, known.grids), paper)
    if any(map(known.is_left_out, outcome.instance.places)):
        return Note(anchor, places, where, WITHOUT_NUMBERS, "does not agree", "", paper)
    seen = replace(work_out(_as_shown(outcome.instance, known)), at=outcome.at)
    if seen.agrees:
        return Note(anchor, places, where, TOO_CLOSE, "does not agree", "", paper)
    # What would stand in a cell instead is as exact as the print: only other cells can be told of.
    is_told = not any(one.instead or known.is_left_out(one.place) for one in meant)
    question = in_question(meant, known.shown) if is_told else ""
    return Note(
        anchor, places, where, f"Rounded. {note(seen, known.shown)}", beside(seen, known.shown), question, paper
    )


def _as_shown(instance: Instance, known: Results) -> Instance:
    """The same instance between the numbers that are shown. All are; those that stand in no cell are rounded too."""
    first = instance.places[0]
    like = known.shown[first.table].numbers[first]

    def seen(one: Operand) -> Operand:
        number = known.shown[one.place.table].numbers[one.place] if one.place else rounded_like(like, one.number)
        return one._replace(number=number)

    return replace(instance, sides=tuple(tuple(map(seen, side)) for side in instance.sides))
