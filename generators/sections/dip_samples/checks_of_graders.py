"""What must hold of the grades of two graders."""

import re
from collections.abc import Iterator

from generators.archive import Archive
from generators.ids import outer
from generators.problem import Finding, did_you_mean
from generators.rules import Said, every
from generators.sections.dip_samples.graders import SCALE
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.tallies import function_of, outcome_of

FORM = "Write them like `A: appropriate; B: inappropriate`."


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of graders over every record."""
    yield from every(archive, DipSample, (graders,))
    yield from every(archive, Case, (grades,))


def graders(_: Archive, sample: DipSample) -> Said:
    """There are two, each known by a letter."""
    if len(sample.graders) not in (0, 2):
        yield ("graders",), "agreement is worked out for two graders. Name two, each by a letter and a role."
    for letter in sample.graders:
        if not re.fullmatch("[A-Z]", letter):
            yield ("graders", letter), f'"{letter}" is not a letter. Graders are told of by letter, like `A: Member`.'


def grades(archive: Archive, case: Case) -> Said:
    """A graded case has a grade of each grader, in words that are known."""
    sample = archive.get(DipSample, outer(case.id))
    if not case.grades or sample is None:
        return
    if not sample.graders:
        yield ("grades",), f"the side file does not say who graded. Add `graders` in {sample.path}: letters and roles."
        return
    given = [entry.partition(":")[0].strip() for entry in case.grades]
    for letter in given:
        if letter not in sample.graders:
            yield ("grades",), f'there is no grader "{letter}".{did_you_mean(letter, sample.graders)}'
    if sorted(given) != sorted(sample.graders) and set(given) <= sample.graders.keys():
        yield ("grades",), f"one grade of each grader is needed, or none. {FORM}"
    function = archive.get(Function, function_of(sample, case))
    for entry in case.grades:
        grade = entry.partition(":")[2].strip()
        if not grade:
            yield ("grades",), f'"{entry}" has no grade behind a colon. {FORM}'
        elif function and outcome_of(function, grade) not in SCALE:
            yield ("grades",), _no_grade(grade, function)


def _no_grade(grade: str, function: Function) -> str:
    known = ", ".join([*SCALE, *(words for words, outcome in function.outcomes.items() if outcome in SCALE)])
    return f'"{grade}" is no grade that one person can give. It can be: {known}. {FORM}'
