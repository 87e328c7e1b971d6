"""How many cases of a dip sample had which outcome, counted in one place for pages, figures and checks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generators.archive import Archive, once_per_archive
from generators.disclosure import Counts, is_protected
from generators.ids import outer
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.records.function import OUTCOMES, Outcome
from generators.sections.dip_samples.records.sample import Counted, Earlier, NoLongerShown

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


def earlier(tally: Tally) -> list[Counts]:
    """The counts of a tally as they were published before."""
    return list(_of_function(tally, tally.sample.earlier))


def beside(archive: Archive, tally: Tally) -> list[Counts]:
    """The counts of other dip samples that are of some of the same files, in every version that was ever published."""
    found = list(_of_function(tally, tally.sample.no_longer_shown))
    for id in related(archive, tally.sample):
        for other in tallies_of(archive).get(id, ()):
            if other.function == tally.function and other.counts and not is_gone(other.sample):
                found += [[other.counts], *earlier(other)]
    return found


def related(archive: Archive, sample: DipSample) -> tuple[str, ...]:
    """The ids of the dip samples that share files with this one: those that it names, and exact ones that name it.

    Of two that are protected it is enough that one names the other; what is exact cannot give way.
    """
    named = sample.shares_files_with
    return (*named, *(id for id in _exact_that_name(archive).get(sample.id, ()) if id not in named))


def is_gone(sample: DipSample) -> bool:
    """Whether a dip sample was published once and is not now: then its numbers stand in `no_longer_shown` of others."""
    was_published = bool(sample.published or sample.changes)
    return sample.publication == "withdrawn" or (sample.publication == "draft" and was_published)


@once_per_archive
def _exact_that_name(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    """By the id of a dip sample, the exact ones that name it as sharing files with them."""
    found: dict[str, list[str]] = defaultdict(list)
    for sample in archive.all(DipSample):
        for id in () if is_protected(sample) else sample.shares_files_with:
            found[id].append(sample.id)
    return {id: tuple(naming) for id, naming in found.items()}


def _of_function(tally: Tally, versions: Iterable[Earlier | NoLongerShown]) -> Iterator[Counts]:
    """Those of the same kind of file as a tally."""
    for version in versions:
        function = tally.sample.function if version.function is None else version.function
        if function == tally.function:
            yield [_by_outcome(version.counts)]


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


@once_per_archive
def cases_of(archive: Archive) -> Mapping[str, tuple[Case, ...]]:
    """The cases of every dip sample, in the order of their rows."""
    found: dict[str, list[Case]] = defaultdict(list)
    for case in archive.all(Case):
        found[outer(case.id)].append(case)
    return {id: tuple(sorted(cases, key=lambda case: case.line)) for id, cases in found.items()}


def cases_shown(archive: Archive, sample: DipSample) -> tuple[Case, ...]:
    """The cases of a dip sample that may be shown: none where its numbers are protected, because they give them."""
    return () if is_protected(sample) else cases_of(archive).get(sample.id, ())


@once_per_archive
def tallies_of(archive: Archive) -> Mapping[str, tuple[Tally, ...]]:
    """The tallies of every dip sample by its id, earliest first."""
    return {sample.id: tuple(_of_sample(archive, sample)) for sample in in_order(archive)}


def tallies(archive: Archive) -> tuple[Tally, ...]:
    """The tallies of every dip sample, earliest first."""
    return tuple(tally for found in tallies_of(archive).values() for tally in found)


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
            counts = _by_outcome(sample.counts) if function == sample.function and sample.counts else ()
            if not sample.counts and cases and sample.listed == "every case":
                counts = _counted(archive.get(Function, function), cases)
            yield Tally(sample, function, tuple(cases), counts)


def _by_outcome(counts: Iterable[Counted]) -> tuple[int, ...]:
    """Printed numbers in the order of the standard outcomes."""
    return tuple(sum(entry.number for entry in counts if entry.outcome == outcome) for outcome in OUTCOMES)


def _counted(function: Function | None, cases: Iterable[Case]) -> tuple[int, ...]:
    """The cases by outcome; nothing where some view is not understood, because its function is not published."""
    found = Counter(outcome_of(function, case.view) for case in cases)
    return () if None in found else tuple(found[outcome] for outcome in OUTCOMES)
