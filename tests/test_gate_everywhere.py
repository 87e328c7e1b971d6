"""One of each thing that is not published, in every field of every kind of record and every column of registers."""

from pathlib import Path

import pytest

from generators.check import problems_of
from generators.gate.findings import WARNED
from generators.gate.rules import RULES
from generators.gate.seen import masked
from generators.problem import Problem
from generators.sections import kinds
from tests.planted import IN_A_BLOCK, ONE_LINE, written
from tests.projects import NOW

PLANTED = {
    "national-insurance-number": ("AB 12 34 56 C", "number {} was given"),
    "nhs-number": ("943 476 5919", "number {} was given"),
    "date-of-birth": ("12 March 1980", "who was born on {}, said"),
    "telephone-number": ("07700 900123", "on {} in the evening"),
    "email-address": ("made.up@mail.example.com", "wrote from {} to us"),
    "postcode": ("ZE9 9ZZ", "lives in {} now"),
    "street-address": ("14 Made Lane", "lives at {} now"),
    "vehicle-registration": ("AB12 CDE", "in {} at night"),
    "bank-account": ("20-45-67 12345678", "paid to {} in full"),
    "driving-licence": ("MADEU 803120 M99UP", "showed {} to us"),
    "passport-number": ("passport 123456789", "showed {} to us"),
    "crime-reference": ("24000123456", "crime number {} was closed"),
    "collar-number": ("PC 1234", "said {} to us"),
    "protective-marking": ("OFFICIAL-SENSITIVE", "it is {} all the same"),
    "exempt-information": ("This paper is exempt", "{} under Schedule 12A"),
    "not-for-publication": ("EMBARGOED UNTIL", "it is {} Friday"),
}
"""By rule, what is planted and the words around it."""


@pytest.mark.parametrize("style", [ONE_LINE, IN_A_BLOCK], ids=["on one line", "in a block of lines"])
@pytest.mark.parametrize("rule", PLANTED)
def test_it_is_found_at_its_line_and_not_told(tmp_path: Path, rule: str, style: str) -> None:
    secret, around = PLANTED[rule]
    lines = written(tmp_path, around.format(secret), style)
    expected = {path: found for path, found in lines.items() if rule not in WARNED.get(path.rpartition("/")[0], ())}
    problems = problems_of(tmp_path, NOW)
    found: dict[str, set[int]] = {path: set() for path in expected}
    for problem in problems:
        if is_about(problem, rule):
            found.setdefault(problem.path, set()).add(problem.line)
    missed = {path: sorted(lines - found[path]) for path, lines in expected.items() if lines - found[path]}
    assert not missed
    wrong = {path: sorted(lines - expected.get(path, set())) for path, lines in found.items()}
    assert not any(wrong.values()), wrong
    if RULES[rule].shown < len(secret):
        assert not [str(problem) for problem in problems if secret in problem.message]


def is_about(problem: Problem, rule: str) -> bool:
    """Whether a problem is that of the rule, with no more than the shape of what was planted."""
    secret = PLANTED[rule][0]
    return f"looks like {RULES[rule].what}" in problem.message and masked(rule, secret) in problem.message


def test_each_rule_and_each_kind_of_record_is_tried(tmp_path: Path) -> None:
    assert PLANTED.keys() == RULES.keys()
    lines = written(tmp_path, "word", ONE_LINE)
    assert len(lines) >= len(kinds())
    assert sum(map(len, lines.values())) > 700
