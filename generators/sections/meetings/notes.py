"""Oddities of the print that the program finds by itself, said in neutral words beside the record."""

from collections.abc import Iterator, Mapping
from datetime import date

from generators.dates import WEEKDAYS, full_date, long_date, printed_days, printed_weekday
from generators.link import Link
from generators.markdown import Markdown, escape
from generators.second_readings import also_printed
from generators.sections.meetings.records.item import Item
from generators.sections.meetings.records.meeting import Meeting
from generators.sections.meetings.records.paper import Paper


def meeting_notes(meeting: Meeting, links: Mapping[str, Link]) -> tuple[Markdown, ...]:
    """Every note on a meeting as a whole. `links`: the people it names, among others, as on its page."""
    return (*_found_in_meeting(meeting, links), *also_printed(meeting), *meeting.notes)


def item_notes(item: Item) -> tuple[Markdown, ...]:
    """Every note on an item."""
    return item.notes


def paper_notes(paper: Paper) -> tuple[Markdown, ...]:
    """Every note on a paper."""
    found = []
    if paper.marked == "":
        found.append(Markdown("The paper has a line for the letter it is marked with, and the line is blank."))
    if paper.date and paper.date_as_printed:
        found += _date(paper.date_as_printed, paper.date)
    return (*found, *also_printed(paper), *paper.notes)


def _found_in_meeting(meeting: Meeting, links: Mapping[str, Link]) -> Iterator[Markdown]:
    if meeting.date_as_printed:
        yield from _date(meeting.date_as_printed, meeting.date)
    for entry in meeting.attendance:
        if len(set(entry.status)) > 1:
            person = links.get(f"person:{entry.person}")
            who = escape(person.text if person else entry.role or "one person")
            words = " and ".join(_STATUS[status] for status in entry.status)
            yield Markdown(f"The minutes list {who} {words}.")


def _date(printed: str, day: date) -> Iterator[Markdown]:
    """A note where another day is printed than the record has, or the day with another weekday."""
    named, days, actual = printed_weekday(printed), printed_days(printed), WEEKDAYS[day.weekday()]
    if days and (day.year, day.month, day.day) not in days:
        yield Markdown(f"The date is printed as {escape(printed)}. This record has another day: {full_date(day)}.")
    elif named and named != actual:
        yield Markdown(f"The date is printed as {escape(printed)}; {long_date(day)} was a {actual}.")


_STATUS = {"present": "as present", "apologies": "as having sent apologies", "absent": "as absent"}
