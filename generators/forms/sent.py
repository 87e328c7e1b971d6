"""What somebody sent with a form: read by the form itself, and refused as soon as it is anything else."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeGuard

from generators.forms.form import Form, FormQuestion
from generators.problem import code_of
from generators.read.yaml_text import CONTROL

LONGEST, LONGEST_LINE, LONGEST_TEXT = 20_000, 300, 5_000
"""Characters of all that was sent, of an answer on one line, of an answer on several."""
LARGEST_EVENT = 2_000_000
"""Bytes of the file in which GitHub tells what happened."""
NOTHING = {"", "_No response_", "None"}
"""How GitHub writes that nothing was answered."""
HIDDEN = re.compile(f"{CONTROL.pattern}|[\r\t\u00ad\u200c\u200d\ud800-\udfff\ufe00-\ufe0f\U000e0000-\U000e0fff]")
"""What nobody sees in a form, though some of it may stand in a record that its keeper writes."""
ACTIVE = re.compile(r"[=+@＝＋＠−－-]")
"""How a cell begins that a spreadsheet takes for something to work out."""


class Refused(Exception):  # noqa: N818 - says what is refused
    """Why no record is made of what was sent, in a sentence for each reason."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class Sent(NamedTuple):
    """Answers to a form, by the names of its questions, every one of them of a kind that the form allows."""

    number: int
    """The number that the repository gave it."""
    form: Form
    answers: Mapping[str, str]


def number_in(event: bytes) -> int:
    """The number of what was sent. Raises ValueError where the file tells of nothing that was."""
    number = _issue(event).get("number")
    if not _is_one(number):
        raise ValueError("the file tells of no issue with a number")
    return number


def read(event: bytes, forms: Sequence[Form]) -> Sent:
    """What GitHub tells was sent. Raises Refused; ValueError where the file tells of nothing that was."""
    number, text = number_in(event), _issue(event).get("body")
    if not isinstance(text, str) or not text.strip():
        raise Refused("Nothing stands in it. Send one of the forms.")
    if len(text) > LONGEST:
        raise Refused(f"It has {len(text):,} characters. A form has at most {LONGEST:,}; write the record in a file.")
    lines = _seen(text.replace("\r\n", "\n")).split("\n")
    form = next((form for form in forms if lines[0] == _heading(form.questions[0])), None)
    if form is None:
        raise Refused("It was not sent with one of the forms, or its headings were changed. Send it again with a form.")
    return _judged(number, form, dict(_cut(form, lines)))


def again(kept: bytes, forms: Sequence[Form]) -> Sent:
    """What another part of the program kept of what was sent, judged anew. Raises Refused or ValueError."""
    match json.loads(kept) if len(kept) <= LARGEST_EVENT else None:
        case {"number": number, "form": str(name), "answers": dict(typed), **others} if not others and _is_one(number):
            form = next((form for form in forms if form.name == name), None)
            known = {question.name for question in form.questions} if form else set()
            if form and typed.keys() <= known and all(isinstance(answer, str) for answer in typed.values()):
                return _judged(number, form, {name: _seen(answer) for name, answer in typed.items()})
    raise ValueError("this is not what was kept of a form")


def kept(sent: Sent) -> bytes:
    """What can be read again: the choices as they stand in the form."""
    chosen = {(one.name, ours): theirs for one in sent.form.questions for theirs, ours in one.choices.items()}
    answers = {name: chosen.get((name, answer), answer) for name, answer in sent.answers.items()}
    return json.dumps({"number": sent.number, "form": sent.form.name, "answers": answers}, ensure_ascii=False).encode()


def _is_one(number: Any) -> TypeGuard[int]:
    """Whether it can be the number of something that was sent."""
    return type(number) is int and 0 < number < 10**9


def _issue(event: bytes) -> Mapping[str, Any]:
    found = json.loads(event) if len(event) <= LARGEST_EVENT else None
    issue = found.get("issue") if isinstance(found, dict) else None
    if not isinstance(issue, dict):
        raise ValueError("the file tells of no issue")
    return issue


def _seen(text: str) -> str:
    """The text itself. Raises Refused where a sign in it cannot be seen."""
    if hidden := HIDDEN.search(text):
        half = "\ud800" <= hidden[0] <= "\udfff"
        what = "half a character" if half else code_of(hidden[0])
        raise Refused(f"There is a sign in it that nobody sees ({what}). Type the words again, without pasting them.")
    return text


def _heading(question: FormQuestion) -> str:
    return f"### {question.label}"


def _cut(form: Form, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The answer beneath each heading: all of them, in their order, each once."""
    headings = {_heading(question): question for question in form.questions}
    at = [number for number, line in enumerate(lines) if line in headings]
    found = [headings[lines[number]] for number in at]
    for question in form.questions:
        times = found.count(question)
        if times > 1:
            raise Refused(
                f"The heading “{question.label}” stands there {times} times. An answer may not hold a heading."
            )
        if not times:
            raise Refused(f"The heading “{question.label}” is not there. Leave the headings of the form as they are.")
    if found != list(form.questions):
        raise Refused("The headings of the form stand in another order. Leave them as they are.")
    for question, start, end in zip(form.questions, at, [*at[1:], len(lines)], strict=True):
        yield question.name, "\n".join(lines[start + 1 : end])


def _judged(number: int, form: Form, typed: Mapping[str, str]) -> Sent:
    """The answers in the words of the record. Raises Refused with every reason."""
    answers, wrong = dict[str, str](), list[str]()
    for question in form.questions:
        answer = typed.get(question.name, "").strip()
        if answer in NOTHING:
            wrong += [f"{question.label}: an answer is needed."] if question.is_needed else []
            continue
        answers[question.name] = question.choices.get(answer, answer)
        wrong += [f"{question.label}: {why}" for why in _wrong(question, answer)]
    if wrong:
        raise Refused(*wrong)
    return Sent(number, form, answers)


def _wrong(question: FormQuestion, answer: str) -> Iterator[str]:
    longest = LONGEST_TEXT if question.is_long else LONGEST_LINE
    if question.choices:
        if answer not in question.choices:
            yield f'"{answer[:60]}" is not one of the choices: {", ".join(question.choices)}.'
    elif "\n" in answer and not question.is_long:
        yield "the answer stands on one line."
    elif len(answer) > longest:
        yield f"the answer has {len(answer):,} characters. It can have {longest:,}."
    elif ACTIVE.match(answer) and not question.is_long:
        yield f'an answer cannot begin with "{answer[0]}": a spreadsheet would take it for something to work out.'
