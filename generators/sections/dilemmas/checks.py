"""What must hold of a dilemma, and between it and the meeting and the paper it comes from."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generators.archive import Archive
from generators.problem import Finding
from generators.rules import Said, every, part_of
from generators.sections.dilemmas.records import Dilemma

AGE = re.compile(
    r"\b\d{1,3}[- ]years?[- ]olds?\b|\bage[ds]?\s+(?:of\s+)?\d{1,3}\b"
    r"|\b(?:boy|girl|child|man|woman|male|female) of \d{1,3}\b",
    re.IGNORECASE,
)
"""How somebody's age is given."""


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every dilemma."""
    yield from every(archive, Dilemma, (parts, of_the_body, where_the_view_stands))
    yield from (replace(finding, is_warning=True) for finding in every(archive, Dilemma, (ages,)))


def parts(archive: Archive, dilemma: Dilemma) -> Said:
    """The item and the paragraph are there."""
    for noun, reference in (("meeting", dilemma.meeting), ("paper", dilemma.paper)):
        if wrong := part_of(archive, noun, reference):
            yield (noun,), wrong


def of_the_body(_: Archive, dilemma: Dilemma) -> Said:
    """The meeting is one of the body to which the dilemma was put."""
    if dilemma.meeting and dilemma.meeting.partition("/")[0] != dilemma.body:
        yield ("meeting",), f'this is no meeting of "{dilemma.body}", the `body` to which the dilemma was put.'


def where_the_view_stands(_: Archive, dilemma: Dilemma) -> Said:
    """A view comes from somewhere."""
    if dilemma.view and not (dilemma.meeting or dilemma.paper or dilemma.source):
        yield ("view",), "say where this view is recorded: a `meeting`, a `paper` or the `source`."


def ages(_: Archive, dilemma: Dilemma) -> Said:
    """Nothing points to a person."""
    texts = {"question": dilemma.question, "circumstances": dilemma.circumstances, "view": dilemma.view}
    for name, text in texts.items():
        if found := AGE.search(text or ""):
            yield (name,), f'"{found[0]}" gives an age, which could point to somebody. Say `a child` or `an adult`.'
