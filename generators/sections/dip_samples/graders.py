"""Files that two graders read apart from each other: the grades of each, and what a page says of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generators.proportion import of, percent
from generators.sections.dip_samples.agreement import agreement
from generators.sections.dip_samples.records import Case, Function
from generators.sections.dip_samples.records.function import Outcome
from generators.sections.dip_samples.tallies import Tally, outcome_of

SCALE: tuple[Outcome, ...] = ("appropriate", "appropriate with observations", "inappropriate")
"""The grades that one person can give. That a panel could not agree is known only of several."""


@dataclass(frozen=True)
class Disputed:
    """A file to which two graders gave different grades."""

    file: str
    address: str
    """Where its case stands."""
    grades: tuple[str, ...]
    settled: str
    """What the panel settled on, as on record."""


@dataclass(frozen=True)
class Agreed:
    """What a page says of two graders."""

    graders: tuple[tuple[str, str], ...]
    """The letter and the role of each."""
    same: str
    """`18 of 20 files (90%)`."""
    ac1: str
    kappa: str
    disputed: tuple[Disputed, ...]


def grades_of(case: Case) -> Mapping[str, str]:
    """The grade of every grader of a case, by letter, in the words of the row."""
    return {letter.strip(): grade.strip() for letter, _, grade in (entry.partition(":") for entry in case.grades)}


def agreed(function: Function | None, tally: Tally, addresses: Mapping[str, str]) -> Agreed | None:
    """What a page says of the two graders of a tally; None where no file was graded by both.

    `addresses`: where the cases stand that may be shown, by their ids.
    """
    graders = tuple(tally.sample.graders.items())
    graded = [(case, grades_of(case)) for case in tally.cases if case.grades]
    words = [tuple(grades[letter] for letter, _ in graders) for _, grades in graded]
    pairs = [(outcome_of(function, one), outcome_of(function, other)) for one, other in words]
    found = agreement(pairs, len(SCALE)) if tally.is_exact and tally.sample.listed == "every case" else None
    if not found or any(None in pair for pair in pairs):
        return None  # of examples nothing can be told, nor of words whose function is not published
    return Agreed(
        graders=graders,
        same=f"{of(found.same, found.files, 'file')} ({percent(found.same / found.files)})",
        ac1=_in_digits(found.ac1),
        kappa="not defined" if found.kappa is None else _in_digits(found.kappa),
        disputed=tuple(
            Disputed(case.file, addresses[case.id], said, case.view or "Not on record")
            for (case, _), said, (one, other) in zip(graded, words, pairs, strict=True)
            if one != other
        ),
    )


def _in_digits(measure: float) -> str:
    """Two digits behind the point, and no minus before nothing."""
    return f"{round(measure, 2) + 0:.2f}"
