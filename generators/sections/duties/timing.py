"""The last day of a deadline, and how many days are left or were taken."""

from datetime import date, timedelta

from generators.problem import count
from generators.sections.duties.records import Duty, Timing


def last_day(timing: Timing, counted_from: date) -> date | None:
    """The last day of a timing, counted from a day; None where it names no number of days."""
    if timing.rule != "within days" or timing.days is None:
        return None
    return counted_from + timedelta(days=timing.days - (1 if timing.first_day_counts else 0))


def last_day_of(duty: Duty, counted_from: date | None) -> date | None:
    """The last day that a confirmed timing sets, counted from a day; None where nothing is known, or it sets none."""
    if duty.timing is None or counted_from is None or not is_confirmed(duty):
        return None
    return last_day(duty.timing, counted_from)


def is_confirmed(duty: Duty) -> bool:
    """Whether the timing was read in the law: nothing else makes anything due."""
    return duty.timing is not None and duty.sure_of_when == "confirmed"


def is_owed(duty: Duty, day: date) -> bool:
    """Whether the duty is in force on a day."""
    return (duty.begins is None or duty.begins <= day) and (duty.ends is None or day <= duty.ends)


def left(last: date, today: date) -> str:
    """How long there still is, or how long there has been nothing."""
    days = (last - today).days
    if days == 0:
        return "today is the last day"
    return f"{count(days, 'day')} left" if days > 0 else f"{count(-days, 'day')} overdue"


def in_words(timing: Timing) -> str:
    """A timing as a page says it."""
    if timing.rule == "within days":
        days = f"within {count(timing.days or 0, 'day')}"
        if timing.first_day_counts:
            return f"{days} beginning with {timing.counted_from} (that day is day 1)"
        return f"{days} after {timing.counted_from}"
    if timing.rule == "as soon as practicable":
        after = f" after {timing.counted_from}" if timing.counted_from else ""
        return f"as soon as practicable{after}"
    return "at all times"
