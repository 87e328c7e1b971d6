"""What is wrong with what was typed of a new office, in the words of the options with which it is typed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generators.init.answers import Answers
from generators.init.create import problems
from generators.init.records import OFFICE, path_of
from generators.problem import Problem
from generators.yaml_writer import typed


def wrong(answers: Answers, today: date) -> tuple[str, ...]:
    """Every problem on a line; none where the records would be sound."""
    before = tuple(_before(answers))
    return before or tuple(_said(problem, answers) for problem in problems(answers, today))


def _before(answers: Answers) -> Iterator[str]:
    """What no record could be made of."""
    texts = {**{option(field): words for field, words in answers.office.items()}}
    texts |= {f"--body {number}": " ".join(body) for number, body in enumerate(answers.bodies, 1)}
    for where, words in texts.items():
        try:
            typed(words)
        except ValueError as error:
            yield f"{where}: {error}"
    times = Counter(body.id for body in answers.bodies)
    for id, found in times.items():
        if not id:
            yield "--body: the name of a body needs a letter from a to z or a digit, from which its address is made."
        elif found > 1:
            yield f"--body: {found} bodies would have the address meetings/{id}/. Give each a name of its own."


def _said(problem: Problem, answers: Answers) -> str:
    body = next((body for body in answers.bodies if path_of(body) == problem.path), None)
    if problem.path == OFFICE and problem.field:
        return f"{option(problem.field)}: {problem.message}"
    if body:
        return f'--body "{body.name}": {problem.message}'
    return f"{problem.path}: {problem.message}"


def option(field: str) -> str:
    """The option that gives a field of the office's record."""
    return f"--{field.replace('_', '-')}"
