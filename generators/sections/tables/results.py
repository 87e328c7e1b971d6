"""Every rule of every table, worked out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generators.archive import Archive, once_per_archive
from generators.sections.tables.grammar import NotUnderstood, parse
from generators.sections.tables.grid import CellPlace, grids
from generators.sections.tables.hidden import hidden
from generators.sections.tables.instances import Grids, Instance, instances
from generators.sections.tables.readings import Reading, readings
from generators.sections.tables.rule import Rule
from generators.sections.tables.shown import as_shown
from generators.sections.tables.work import Outcome, work_out


@dataclass(frozen=True)
class Result:
    """A rule of a table, and what came of it wherever it applies."""

    rule: Rule
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Results:
    """What is known of all tables."""

    grids: Grids
    """As printed."""
    shown: Grids
    """As they may be shown: pages have no others."""
    of: Mapping[str, tuple[Result, ...]]
    """The rules of each table, in its order."""
    wrong: tuple[tuple[Outcome, tuple[Reading, ...]], ...]
    """Every outcome in which the print does not agree, table by table, and how it may have been meant."""

    def is_left_out(self, place: CellPlace) -> bool:
        """Whether the number that a cell prints is not shown."""
        return place in self.grids[place.table].numbers and place not in self.shown[place.table].numbers


@once_per_archive
def results(archive: Archive) -> Results:
    """Every rule of every table, worked out."""
    tables = grids(archive)
    applied = {id: tuple(_applied(id, tables)) for id in tables}
    everywhere = [one for found in applied.values() for _, many in found for one in many]
    touching = _touching(everywhere)
    of = {id: tuple(Result(rule, tuple(map(work_out, many))) for rule, many in found) for id, found in applied.items()}
    outcomes = [outcome for found in of.values() for result in found for outcome in result.outcomes]
    wrong = tuple((one, readings(one, tables, touching)) for one in outcomes if not one.agrees)
    return Results(tables, as_shown(tables, hidden(tables, outcomes), outcomes), of, wrong)


def _applied(table: str, tables: Grids) -> Iterator[tuple[Rule, tuple[Instance, ...]]]:
    """The rules of a table with all their instances."""
    for number, text in enumerate(tables[table].record.rules):
        rule = parse(text)
        try:
            yield rule, tuple(instances(rule, number, table, tables))
        except NotUnderstood:
            continue  # the checks found every name: here it is that of a table or row which is not public


def _touching(everywhere: Sequence[Instance]) -> Mapping[CellPlace, Sequence[Instance]]:
    found: dict[CellPlace, list[Instance]] = defaultdict(list)
    for instance in everywhere:
        for place in instance.places:
            found[place].append(instance)
    return found
