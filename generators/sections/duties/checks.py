"""What must hold of a duty: above all, that no date rule stands here without the text of the law behind it."""

from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.problem import Finding, Where
from generators.rules import Said, every
from generators.sections.duties.records import Duties, Duty, Statement, Timing


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule over every duty."""
    yield from every(archive, Duties, (ids, timings, accounts, days, thresholds, pages, statements))


def ids(_: Archive, duties: Duties) -> Said:
    """Each duty has an id of its own."""
    seen: set[str] = set()
    for number, duty in enumerate(duties.duties):
        if duty.id in seen:
            yield ("duties", number, "id"), f'the id "{duty.id}" stands above already. Give this duty one of its own.'
        seen.add(duty.id)


def timings(_: Archive, duties: Duties) -> Said:
    """A timing is one that somebody read in the law, or an account that is named as that."""
    for where, duty in _each(duties):
        if duty.timing:
            yield from _timing(where, duty, duty.timing)
        elif duty.timing_source:
            yield (*where, "timing_source"), "there is no timing of which this is the source. Give both or neither."
        elif duty.sure_of_when == "confirmed":
            yield (*where, "sure_of_when"), "what is confirmed is given: add `timing` and `timing_source`."


def _timing(where: Where, duty: Duty, timing: Timing) -> Said:
    if not duty.timing_source:
        message = "the field is missing. Name the text of the law in which the timing was read, or take `timing` out:"
        yield (*where, "timing_source"), f"{message} the page then says that it is not confirmed."
    if duty.sure_of_when == "memory":
        message = "a timing from memory is none. Read it in the law, or take `timing` out."
        yield (*where, "sure_of_when"), message
    elif duty.sure_of_when is None:
        message = (
            "the field is missing. Write confirmed if the timing was read in the law, quoted if somebody states it."
        )
        yield (*where, "sure_of_when"), message
    counted = timing.rule == "within days"
    for name, value in (("days", timing.days), ("counted_from", timing.counted_from)):
        if counted and value is None:
            yield (*where, "timing", name), "the field is missing. Days are counted: how many, and from which day."
    if timing.days and not counted:
        yield (*where, "timing", "days"), f'"{timing.rule}" is no number of days. Take one of the two out.'


def accounts(_: Archive, duties: Duties) -> Said:
    """Where the timing is quoted, it is said by whom."""
    for where, duty in _each(duties):
        if duty.sure_of_when == "quoted" and not duty.timing_as_quoted:
            yield (*where, "timing_as_quoted"), "the field is missing. Say what is quoted and who says so."


def days(_: Archive, duties: Duties) -> Said:
    """A duty ends after it begins."""
    for where, duty in _each(duties):
        if duty.begins and duty.ends and duty.ends < duty.begins:
            yield (*where, "ends"), f"{duty.ends} is before {duty.begins}, on which it begins."


def thresholds(_: Archive, duties: Duties) -> Said:
    """No amount stands here without the place in which it was read."""
    for where, duty in _each(duties):
        for number, threshold in enumerate(duty.thresholds):
            if threshold.amount and not threshold.source:
                yield (
                    (*where, "thresholds", number, "source"),
                    "the field is missing. Say where the amount was read, or take the amount out.",
                )


def pages(_: Archive, duties: Duties) -> Said:
    """A page elsewhere is one of this site or of another."""
    for where, duty in _each(duties):
        for number, other in enumerate(duty.elsewhere):
            if (other.page is None) == (other.address is None):
                message = "give either `page`, of this site, or `address`, of another."
                yield (*where, "elsewhere", number), message


def statements(_: Archive, duties: Duties) -> Said:
    """What is stated follows what was stated before, and says what it has to."""
    for where, duty in _each(duties):
        last: date | None = None
        for number, one in enumerate(duty.statements):
            at = (*where, "statements", number)
            if last and one.date < last:
                yield (*at, "date"), f"{one.date} is before {last}. List statements from first to last."
            yield from _statement(at, one)
            last = one.date


def _statement(at: Where, one: Statement) -> Said:
    if one.state in ("withheld", "not held") and not one.reason:
        yield (*at, "reason"), f"the field is missing. Say why it is {one.state}, in words a reader understands."
    if one.state == "published" and not one.address:
        yield (*at, "address"), "the field is missing. Say where it can be read."
    if one.state == "nothing to publish" and not one.period:
        yield (*at, "period"), "the field is missing. Say for which days there is nothing."


def _each(duties: Duties) -> Iterator[tuple[Where, Duty]]:
    for number, duty in enumerate(duties.duties):
        yield ("duties", number), duty
