"""What must hold of a dilemma, and between it and the meeting it comes from."""

import re
from collections.abc import Iterator

from generators.archive import Archive
from generators.problem import Finding, Where
from generators.rules import Said, every, warnings
from generators.sections.dilemmas.records import Dilemma

OFTEN = re.compile(r"\b\d+ (?:times|occasions)\b", re.IGNORECASE)
"""How often something was, by which those who know of it would know the case again."""
TITLE = 200
"""Characters: the longest question, since pages and links have it as their title."""


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every dilemma."""
    yield from every(archive, Dilemma, (of_the_body, where_the_view_stands, length, asked_once))
    yield from _themes(archive)
    yield from warnings(archive, Dilemma, (pointers,))


def of_the_body(_: Archive, dilemma: Dilemma) -> Said:
    """The meeting is one of the body to which the dilemma was put."""
    if dilemma.meeting and dilemma.meeting.partition("/")[0] != dilemma.body:
        yield ("meeting",), f'this is no meeting of "{dilemma.body}", the `body` to which the dilemma was put.'


def where_the_view_stands(_: Archive, dilemma: Dilemma) -> Said:
    """A view, and what changed after it, come from somewhere."""
    if dilemma.meeting or dilemma.paper or dilemma.source:
        return
    if dilemma.view:
        yield ("view",), "say where this view is recorded: a `meeting`, a `paper` or the `source`."
    if dilemma.changed_after:
        yield ("changed_after",), "say where this is recorded: a `meeting`, a `paper` or the `source`."


def length(_: Archive, dilemma: Dilemma) -> Said:
    """The question can be a title."""
    if len(dilemma.question) > TITLE:
        yield (
            ("question",),
            f"the question has {len(dilemma.question)} characters. It is the title of the page and of every link "
            f"to it: use {TITLE} at most, and say the rest under `circumstances`.",
        )


def asked_once(_: Archive, dilemma: Dilemma) -> Said:
    """No question stands twice."""
    asked = [dilemma.question, *dilemma.also_asked]
    for number, question in enumerate(dilemma.also_asked):
        if question in asked[: number + 1]:
            yield ("also_asked", number), "this question stands above already. Take it out."


def pointers(_: Archive, dilemma: Dilemma) -> Said:
    """Nothing points to a person."""
    texts: dict[Where, str | None] = {
        ("question",): dilemma.question,
        ("circumstances",): dilemma.circumstances,
        ("view",): dilemma.view,
        ("changed_after",): dilemma.changed_after,
    }
    texts |= {("also_asked", number): question for number, question in enumerate(dilemma.also_asked)}
    for where, text in texts.items():
        if found := OFTEN.search(text or ""):
            yield where, f'"{found[0]}" is so exact that it could point to somebody. Say `often`.'


def _themes(archive: Archive) -> Iterator[Finding]:
    """One theme is written in one way: else the list has two headings for it."""
    first: dict[str, Dilemma] = {}
    for dilemma in archive.all(Dilemma):
        known = first.setdefault(dilemma.theme.casefold(), dilemma)
        if known.theme != dilemma.theme:
            message = f'"{dilemma.theme}" is written "{known.theme}" in {known.path}. Write it in one way.'
            yield Finding(dilemma.path, ("theme",), message)
