"""Which row of the register a row of the spreadsheet is: the same, a corrected one, a new one, or nobody can tell."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import count

Values = Mapping[str, str]
"""By our name of a column, what is compared of a cell: two that say the same are the same."""
ALIKE = 0.6
"""The share of fields in which a row must agree with the one that stood between its neighbours."""
NEAR = 0.75
"""How like each other two texts are of which one may be the other, mistyped."""
MOST_NEAR = 200
"""Among more rows that share all fields but one, a mistyped one cannot be told."""


@dataclass
class Matched:
    """By the place of an incoming row: the place of the row in the register; and the rows that could be several."""

    same: dict[int, int] = field(default_factory=dict)
    unclear: dict[int, tuple[int, ...]] = field(default_factory=dict)


def matched(
    incoming: Sequence[Values],
    present: Sequence[Values],
    key: Sequence[str],
    dated: str,
    told: Mapping[int, int | None],
) -> Matched:
    """Which rows are which. `told`: what a person said of a row, or its id does; None for a new one.

    `dated`: the field of the key without which the others prove nothing: the same is given year after year.

    First the rows that are equal; then those with the same key, in their order where several have it; then, between
    two neighbours that are known, the one that is left on either side. What is only near is for a person to say.
    """
    found = Matched({at: to for at, to in told.items() if to is not None})
    columns = sorted({name for row in incoming for name in row})
    free = _Free(incoming, present, found, {at for at, to in told.items() if to is None})
    free.pair(lambda row: tuple(row.get(name, "") for name in columns))
    keyed = [name for name in key if name in columns]
    if keyed:
        free.pair_unique(lambda row: _key(row, keyed), dated if dated in keyed else "")
        free.pair_best(lambda row: _key(row, keyed), columns)
    _between(free, keyed, columns)
    _near(free, keyed, columns)
    return found


def _key(row: Values, names: Sequence[str]) -> tuple[str, ...] | None:
    values = tuple(row.get(name, "") for name in names)
    return values if any(values) else None


@dataclass
class _Free:
    """The rows on either side that are not matched yet."""

    incoming: Sequence[Values]
    present: Sequence[Values]
    found: Matched
    new: set[int]

    def left(self) -> tuple[list[int], list[int]]:
        """The places of those on either side."""
        taken = set(self.found.same.values())
        ours = [at for at in range(len(self.incoming)) if at not in self.found.same and at not in self.new]
        return ours, [at for at in range(len(self.present)) if at not in taken]

    def groups(self, key: Callable[[Values], object]) -> Iterator[tuple[list[int], list[int]]]:
        """Those that have the same key, on either side."""
        ours, theirs = self.left()
        present: dict[object, list[int]] = defaultdict(list)
        for at in theirs:
            if (value := key(self.present[at])) is not None:
                present[value].append(at)
        incoming: dict[object, list[int]] = defaultdict(list)
        for at in ours:
            if (value := key(self.incoming[at])) in present:
                incoming[value].append(at)
        for value, found in incoming.items():
            yield found, present[value]

    def pair(self, key: Callable[[Values], object]) -> None:
        """Those with the same key, each with one, in their order."""
        for ours, theirs in [*self.groups(key)]:
            self.found.same.update(zip(ours, theirs, strict=False))

    def pair_unique(self, key: Callable[[Values], object], dated: str) -> None:
        """Those with a key that only one has on either side; without a day in it nobody can tell."""
        for ours, theirs in [*self.groups(key)]:
            if len(ours) == len(theirs) == 1:
                if not dated or self.incoming[ours[0]].get(dated):
                    self.found.same[ours[0]] = theirs[0]
                else:
                    self.found.unclear[ours[0]] = (theirs[0],)
                    self.new.add(ours[0])

    def pair_best(self, key: Callable[[Values], object], columns: Sequence[str]) -> None:
        """Of several with one key, those that agree best; where two agree as well, nobody can tell."""
        for ours, theirs in [*self.groups(key)]:
            for at in ours:
                scores = {to: _alike(self.incoming[at], self.present[to], columns) for to in theirs[:MOST_NEAR]}
                best = [to for to, score in scores.items() if score == max(scores.values())]
                if len(best) == 1:
                    self.found.same[at] = best[0]
                    theirs.remove(best[0])
                elif best:
                    self.found.unclear[at] = tuple(best)
                    self.new.add(at)


def _between(free: _Free, keyed: Sequence[str], columns: Sequence[str]) -> None:
    """Rows between two that are known, where the register has as many between the same two: they were corrected."""
    at_of = dict(free.found.same)
    ours, theirs = map(set, free.left())
    for run in _runs(ours) if at_of else ():
        before = at_of.get(run.start - 1) if run.start else -1
        after = at_of.get(run.stop) if run.stop < len(free.incoming) else len(free.present)
        if before is None or after is None or after - before - 1 != len(run):
            continue
        for at, to in zip(run, range(before + 1, after), strict=True):
            if to in theirs and _is_corrected(free.incoming[at], free.present[to], keyed, columns):
                free.found.same[at] = to


def _runs(places: Collection[int]) -> Iterator[range]:
    """Places that lie side by side, run by run."""
    for start in sorted(at for at in places if at - 1 not in places):
        yield range(start, next(at for at in count(start) if at not in places))


def _is_corrected(one: Values, two: Values, keyed: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether a row that stands in the place of another is likely to be that one, corrected."""
    shares = any(one.get(name) and one.get(name) == two.get(name) for name in keyed)
    return shares and _alike(one, two, columns) >= ALIKE


def _near(free: _Free, keyed: Sequence[str], columns: Sequence[str]) -> None:
    """Rows that agree in everything but one field of their key, and nearly in that: they are for a person to tell."""
    for name in keyed:
        others = [column for column in columns if column != name]
        for ours, theirs in [*free.groups(lambda row, others=others: _key(row, others))]:  # type: ignore[misc]
            if len(theirs) > MOST_NEAR:
                continue
            for at in ours:
                enough = sum(bool(free.incoming[at].get(column)) for column in others) > 1
                value = free.incoming[at].get(name, "")
                near = tuple(to for to in theirs if _mistyped(value, free.present[to].get(name, "")))
                if near and enough:
                    free.found.unclear[at] = near
                    free.new.add(at)


def _mistyped(one: str, two: str) -> bool:
    """Whether one could be the other, mistyped. Two days in one order of figures are near only if few differ."""
    if not one or not two:
        return True
    if one[:1].isdigit() and two[:1].isdigit() and len(one) == len(two) == len("2020-01-31"):
        return sorted(one) == sorted(two) or sum(a != b for a, b in zip(one, two, strict=True)) == 1
    return SequenceMatcher(None, one, two).ratio() >= NEAR


def _alike(one: Values, two: Values, columns: Sequence[str]) -> float:
    """In which part of the fields that either has filled two rows agree."""
    filled = [name for name in columns if one.get(name) or two.get(name)]
    return sum(one.get(name, "") == two.get(name, "") for name in filled) / len(filled) if filled else 1.0
