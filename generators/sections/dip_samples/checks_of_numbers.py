"""What must hold of the numbers of dip samples, so that those of people stay protected whatever becomes of a sample."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from generators.archive import Archive
from generators.disclosure import FEWEST, MOST_BESIDE, is_protected, needs_decision
from generators.problem import Finding
from generators.rules import Said, every, warnings
from generators.sections.dip_samples.records import DipSample
from generators.sections.dip_samples.records.function import OUTCOMES
from generators.sections.dip_samples.tallies import (
    Tally,
    beside,
    cases_of,
    categories,
    function_of,
    is_gone,
    related,
    tallies_of,
)

SAME_FILES = 5
"""So many file numbers that two dip samples have in common are no chance."""


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of numbers over every dip sample."""
    yield from every(archive, DipSample, (others, withdrawn, changed))
    yield from warnings(archive, DipSample, (small,))
    yield from same_files(archive)


def others(archive: Archive, sample: DipSample) -> Said:
    """It shares files with others, and with no more than can be compared."""
    for number, id in enumerate(sample.shares_files_with):
        if id == sample.id:
            yield ("shares_files_with", number), "this is the dip sample itself. Take it out."
    if not is_protected(sample):
        return
    tables = max((len(beside(archive, tally)) for tally in tallies_of(archive)[sample.id]), default=0)
    if len(sample.shares_files_with) > MOST_BESIDE:
        yield ("shares_files_with",), f"at most {MOST_BESIDE} can be compared. Name those that share the most files."
    elif tables > MOST_BESIDE:
        message = f"at most {MOST_BESIDE} tables can be compared, and with every earlier version there are {tables}."
        yield ("shares_files_with",), f"{message} Name the samples that share the most files."


def withdrawn(archive: Archive, sample: DipSample) -> Said:
    """The numbers of a withdrawn dip sample are kept where another counts some of the same files."""
    if not is_protected(sample) or sample.publication != "published":
        return
    counted = {tally.function for tally in tallies_of(archive)[sample.id] if tally.counts}
    kept = {
        (entry.sample, sample.function if entry.function is None else entry.function)
        for entry in sample.no_longer_shown
    }
    for id in related(archive, sample):
        for other in tallies_of(archive).get(id, ()):
            is_missing = other.function in counted and (id, other.function) not in kept
            if is_gone(other.sample) and other.counts and is_missing:
                yield ("shares_files_with",), _keep(sample, other)


def _keep(sample: DipSample, other: Tally) -> str:
    numbers = zip(OUTCOMES, other.counts, strict=True)
    counts = ", ".join(f"{{outcome: {outcome}, number: {number}}}" for outcome, number in numbers if number)
    function = "" if other.function == sample.function else f" function: {other.function},"
    return (
        f"{other.sample.id} was published once and is not now, and anybody may have kept a copy. Keep its numbers here "
        f"as they were published, in the list `no_longer_shown`: "
        f"`- {{sample: {other.sample.id},{function} counts: [{counts}]}}`. They are not shown."
    )


def changed(archive: Archive, sample: DipSample) -> Said:
    """Where numbers of people were changed, those before are kept."""
    if not is_protected(sample) or sample.publication != "published" or sample.earlier:
        return
    revised = [number for number, change in enumerate(sample.changes) if change.kind in ("revised", "corrected")]
    taken_out = any(case.publication == "withdrawn" for case in cases_of(archive).get(sample.id, ()))
    if (revised or taken_out) and any(tally.counts for tally in tallies_of(archive)[sample.id]):
        where = ("changes", revised[-1]) if revised else ("disclosure",)
        message = (
            "its numbers tell of people, and it was changed after it was published: whoever kept a copy can take one "
            "from the other. Write the numbers as they were before under `earlier`, even where they are the same."
        )
        yield where, message


def small(archive: Archive, sample: DipSample) -> Said:
    """Exact numbers of few people by category are shown only where somebody decided so."""
    if sample.publication != "published" or not needs_decision(sample):
        return
    for tally in tallies_of(archive)[sample.id]:
        few = [f'"{name}": {number}' for name, number in categories(tally.cases) if number < FEWEST]
        if tally.counts and few:
            message = (
                f"the page shows exact numbers of people by category, {len(few)} of them below {FEWEST}, like "
                f"{few[-1]}. Small numbers can point to a person, most of all where a category says what somebody is. "
                "Write people-threshold-rounded to hide them, or have somebody decide that they may be shown."
            )
            yield ("disclosure",), message
            return


def same_files(archive: Archive) -> Iterator[Finding]:
    """Two dip samples with the same file numbers say that they share files."""
    published = {sample.id: sample for sample in archive.all(DipSample) if sample.publication == "published"}
    having: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id, sample in published.items():
        for case in cases_of(archive).get(id, ()):
            having[function_of(sample, case), case.file.casefold()].add(id)
    common: dict[str, Counter[str]] = defaultdict(Counter)
    for ids in having.values():
        for id in ids if len(ids) > 1 else ():
            common[id].update(ids - {id})
    for id in sorted(common):
        sample = published[id]
        for other, number in sorted(common[id].items()):
            said = other in sample.shares_files_with or id in published[other].shares_files_with
            if number >= SAME_FILES and other < id and not said:
                message = (
                    f"{number} of its file numbers stand in {other} too. If these are the same files, name it under "
                    "`shares_files_with`, so that they are not counted twice."
                )
                yield Finding(sample.path, (), message, is_warning=True)
                break
