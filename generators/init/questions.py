"""The questions that somebody at a terminal is asked. An answer that would not do is told of, and asked for again."""

from collections.abc import Callable, Mapping
from datetime import date

import click

from generators.init.answers import OPTIONAL, REQUIRED, Answers, NewBody
from generators.init.explained import explained
from generators.init.wrong import wrong

SOUND = {"name": "An office", "short_name": "Office", "area": "An area", "force": "A force"}
"""An office with which nothing is wrong, in which one answer at a time is tried."""
ANOTHER = "A committee, panel or board whose meetings are on the record; empty if there is no other."
LAW = "Does the law require it?"


def ask(given: Answers, today: date) -> Answers:
    """The answers to every question that was not answered before."""
    click.echo("An empty answer leaves out what is not needed. Everything can be changed later.")
    office = dict(given.office)
    for field in (*REQUIRED, *OPTIONAL):
        if field not in office and (field != "licence_address" or office.get("licence")):
            said = _field(field, office, today)
            office |= {field: said} if said else {}
    bodies = list(given.bodies)
    while not given.bodies and (body := _body(tuple(bodies), today)):
        bodies.append(body)
    return Answers(office, tuple(bodies))


def _field(field: str, office: Mapping[str, str], today: date) -> str:
    """The answer for a field of the office's record; empty where it is left out."""
    beside = {"licence": office["licence"]} if "licence" in office else {}
    return _answer(
        explained("office")[field],
        lambda said: wrong(Answers({**SOUND, **beside, field: said}), today),
        needed=field in REQUIRED,
    )


def _body(known: tuple[NewBody, ...], today: date) -> NewBody | None:
    """The answers for one more body; None where there is none."""
    name = _answer(ANOTHER, lambda said: wrong(Answers(SOUND, (*known, NewBody(said, "advisory"))), today))
    if not name:
        return None
    body = NewBody(name, "statutory" if click.confirm(LAW, default=False) else "advisory")
    remit = explained("body")["remit"]
    return body._replace(remit=_answer(remit, lambda said: wrong(Answers(SOUND, (body._replace(remit=said),)), today)))


def _answer(question: str, check: Callable[[str], tuple[str, ...]], *, needed: bool = False) -> str:
    """One answer that will do."""
    while True:
        said: str = click.prompt(question, default="", show_default=False, prompt_suffix="\n> ").strip()
        found = check(said) if said else ("--: This is needed.",) if needed else ()
        if not found:
            return said
        for message in found:
            click.echo(message.partition(": ")[2], err=True)
