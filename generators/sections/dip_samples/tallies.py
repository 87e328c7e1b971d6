"""How many cases of a dip sample had which outcome, counted in one place for pages, figures and checks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generators.archive import Archive
from generators.disclosure import is_protected
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.records.function import OUTCOMES, Outcome

FOUND: tuple[Outcome, ...] = ("appropriate", "appropriate with observations")
"""The outcomes that say a case was dealt with appropriately."""


@dataclass(frozen=True)
class Tally:
    """The cases of one function in one dip sample."""

    sample: DipSample
    function: str
    """The id of the function."""
    cases: tuple[Case, ...]
    counts: tuple[int, ...]
    """Cases by outcome, in the order of the standard outcomes; empty where no outcomes are on record."""

    @property
    def read(self) -> int:
        """How many cases have an outcome on record, `no view` included."""
        return sum(self.counts)

    @property
    def found(self) -> int:
        """How many were found appropriate, with observations or without."""
        return sum(map(self.with_outcome, FOUND))

    def with_outcome(self, outcome: Outcome) -> int:
        """How many had this outcome."""
        return self.counts[OUTCOMES.index(outcome)] if self.counts else 0

    @property
    def is_exact(self) -> bool:
        """Whether there are outcomes, and their numbers may be shown as they are."""
        return bool(self.counts) and not is_protected(self.sample)


def outcome_of(function: Function | None, view: str | None) -> Outcome | None:
    """The standard outcome that a view counts as, or None where its words are not known."""
    if not view:
        return "no view"
    known: dict[str, Outcome] = {outcome: outcome for outcome in OUTCOMES}
    known |= {words.casefold(): outcome for words, outcome in (function.outcomes if function else {}).items()}
    return known.get(view.casefold())


def function_of(sample: DipSample, case: Case) -> str:
    """The id of the function that a case belongs to."""
    id: str = sample.function if case.function is None else case.function
    return id


@lru_cache(maxsize=2)
def cases_of(archive: Archive) -> Mapping[str, tuple[Case, ...]]:
    """The cases of every dip sample, in the order of their rows."""
    found: dict[str, list[Case]] = defaultdict(list)
    for case in archive.all(Case):
        found[case.id.rpartition("/")[0]].append(case)
    return {id: tuple(sorted(cases, key=lambda case: case.line)) for id, cases in found.items()}


@lru_cache(maxsize=2)
def tallies(archive: Archive) -> tuple[Tally, ...]:
    """The tallies of every dip sample, earliest first."""
    return tuple(tally for sample in in_order(archive) for tally in _of_sample(archive, sample))


def in_order(archive: Archive) -> list[DipSample]:
    """Every dip sample, earliest first, those of which no day is known before all others."""
    return sorted(archive.all(DipSample), key=lambda sample: (str(sample.date or sample.read_by or ""), sample.id))


def categories(cases: Iterable[Case]) -> tuple[tuple[str, int], ...]:
    """How many cases stand under each category, most first. A case with two is under both; capitals do not matter."""
    spelt: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for case in cases:
        counted.update({spelt.setdefault(name.casefold(), name) for name in case.categories})
    return tuple(sorted(counted.items(), key=lambda found: (-found[1], found[0].casefold())))


def _of_sample(archive: Archive, sample: DipSample) -> Iterator[Tally]:
    by_function: dict[str, list[Case]] = {sample.function: []}
    for case in cases_of(archive).get(sample.id, ()):
        by_function.setdefault(function_of(sample, case), []).append(case)
    for function, cases in by_function.items():
        if cases or function == sample.function:
            counts = _printed(sample) if function == sample.function and sample.counts else ()
            if not sample.counts and cases and sample.listed == "every case":
                counts = _counted(archive.get(Function, function), cases)
            yield Tally(sample, function, tuple(cases), counts)


def _printed(sample: DipSample) -> tuple[int, ...]:
    return tuple(sum(entry.number for entry in sample.counts if entry.outcome == outcome) for outcome in OUTCOMES)


def _counted(function: Function | None, cases: Iterable[Case]) -> tuple[int, ...]:
    """The cases by outcome; nothing where some view is not understood, because its function is not published."""
    found = Counter(outcome_of(function, case.view) for case in cases)
    return () if None in found else tuple(found[outcome] for outcome in OUTCOMES)
