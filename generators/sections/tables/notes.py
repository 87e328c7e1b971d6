"""The notes of a page: beside which number, what the print says, what its numbers come to."""

from dataclasses import dataclass, replace

from generators.disclosure import FEWEST
from generators.sections.tables.grid import Place
from generators.sections.tables.hidden import is_strict
from generators.sections.tables.readings import Reading
from generators.sections.tables.results import Results
from generators.sections.tables.words import WITHOUT_NUMBERS, beside, cell_in_words, in_question, note, short, unspelt
from generators.sections.tables.work import Outcome


@dataclass(frozen=True)
class Note:
    """What a reader is told of a number that does not agree."""

    anchor: str
    places: tuple[Place, ...]
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
    if _is_protected(outcome, known):
        return Note(anchor, places, where, WITHOUT_NUMBERS, "does not agree", "", paper)
    are_shown = known.hidden.isdisjoint(outcome.instance.places)
    came_to = short(outcome, known.grids) if are_shown else unspelt(outcome)
    few_words = beside(outcome, known.grids)
    is_question = known.hidden.isdisjoint(one.place for one in meant)
    question = in_question(meant, known.grids) if are_shown and is_question else ""
    return Note(anchor, places, where, note(outcome, known.grids, came_to), few_words, question, paper)


def _is_protected(outcome: Outcome, known: Results) -> bool:
    """Whether a note can name no number: those it stands beside are left out, or the result is one of few people."""
    if any(is_strict(known.grids[place.table]) for place in outcome.instance.places):
        return True
    if known.hidden.isdisjoint(outcome.instance.places):
        return False
    is_sum = outcome.instance.rule.kind in ("total", "difference")
    few = outcome.came_to is None or outcome.came_to.middle < FEWEST
    return not is_sum or few or not known.hidden.isdisjoint(outcome.at)
