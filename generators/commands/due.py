"""`scrutiny due`: what falls due, and what the office has to prepare next."""

import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from generators.check import load
from generators.commands.options import moment, office_folder, office_options
from generators.commands.telling import explained
from generators.dates import long_date
from generators.fields import LONDON
from generators.problem import count
from generators.to_do import ToDo
from generators.what_is_due import what_is_due

SOMETHING_OVERDUE = 3
MOST = 10
"""Lines under one heading, unless all are asked for."""


@click.command()
@office_options
@click.option(
    "--within", default=60, metavar="DAYS", type=click.IntRange(0, 3660),
    help="How many days to look ahead; 60 if not given.",
)  # fmt: skip
@click.option("--all", "all_", is_flag=True, help=f"Every line; {MOST} under each heading if not given.")
def due(root: Path, now: datetime | None, within: int, *, all_: bool) -> None:
    """List what is overdue, what falls due, and what to prepare for the next meetings.

    The exit status is 0 if nothing is overdue, 1 if a record has a problem, and 3 if something is overdue: a day
    has passed that the law or a record names. Nothing else counts as overdue.
    """
    when = moment(now)
    with explained():
        archive = load(office_folder(root), when)
    today = when.astimezone(LONDON).date()
    found = what_is_due(archive, when)
    click.echo("\n".join(lines(found, today, within, len(found) if all_ else MOST)))
    if any(one.is_overdue(today) for one in found):
        sys.exit(SOMETHING_OVERDUE)


def lines(found: tuple[ToDo, ...], today: date, within: int, most: int) -> list[str]:
    """Everything under its heading; of what has a day, only what lies within so many days."""
    horizon = today + timedelta(days=within)
    soon = [one for one in found if one.day and today <= one.day <= horizon]
    parts = {
        "Overdue": [one for one in found if one.is_overdue(today)],
        f"Due within {count(within, 'day')}": [one for one in soon if one.about == "deadline"],
        "Meetings to come": [one for one in soon if one.about == "meeting"],
        "Missing of past meetings": [one for one in found if one.about == "minutes"],
        "In the forward plans": [one for one in soon if one.about == "plan"],
        "Figures to be expected": [one for one in found if one.about == "figures"],
        "Becomes public by itself": [one for one in soon if one.about == "record"],
        "To look into": [one for one in found if one.about == "record" and not one.day],
    }
    said = [f"What is due on {long_date(today)}, and in the {count(within, 'day')} after it."]
    for title, listed in parts.items():
        if listed or title == "Overdue":
            said += ["", f"{title}: {len(listed):,}" if listed else f"{title}: nothing"]
            said += [line for one in listed[:most] for line in _told(one, today)]
            said += [f"  … and {len(listed) - most:,} more: ask with --all"] if len(listed) > most else []
    return said


def _told(one: ToDo, today: date) -> list[str]:
    """One in two lines: what, and the file to open."""
    return [f"  {_when(one, today)}{one.words}", f"    {one.path}"]


def _when(one: ToDo, today: date) -> str:
    if one.day is None:
        return ""
    days = (one.day - today).days
    if days == 0:
        return "Today: "
    far = f"{count(days, 'day')} left" if days > 0 else f"{count(-days, 'day')} ago"
    return f"{long_date(one.day)}, {far}: "
