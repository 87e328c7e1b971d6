"""Who was due to see what, by the timetables: slots in order, counts, and the figure. Nobody is said to have come."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive, once_per_archive
from generators.dates import full_date, short_date
from generators.figure import Figure
from generators.link import Link
from generators.problem import count
from generators.sections.visits.records import Day, Due, Programme, Slot, Visit
from generators.table import Column

COLUMNS = (
    Column("department", "Department"), Column("day", "Day"), Column("start", "From"), Column("end", "To"),
    Column("member", "Member"), Column("attendance", "Attendance"),
)  # fmt: skip
TO_BE_CONFIRMED = {False: "due to attend", True: "to be confirmed"}


@dataclass(frozen=True)
class Seen:
    """A department in a programme: when it was to be seen, and by whom."""

    programme: Programme
    department: str
    """As the paper lists it, or as the timetable has it where no visit is given."""
    key: str
    """The same for one department in every programme."""
    visit: Visit | None
    dates: tuple[date, ...]
    due: tuple[Due, ...]
    """Each member once, whatever the number of slots; those who are not published by their place in the slot."""


def filled_slots(programme: Programme) -> Iterator[tuple[Day, Slot]]:
    """Every slot that has a department, with its day."""
    for day in programme.timetable:
        for slot in day.slots:
            if slot.department is not None:
                yield day, slot


def slots_of(programme: Programme, visit: Visit) -> tuple[tuple[Day, Slot], ...]:
    """The slots of the timetable that were for this visit."""
    return tuple((day, slot) for day, slot in filled_slots(programme) if slot.visit == visit.id)


@once_per_archive
def visits_by_programme(archive: Archive) -> Mapping[str, tuple[Visit, ...]]:
    """The visits of every programme, in the order of its paper."""
    found: dict[str, list[Visit]] = {programme.id: [] for programme in archive.all(Programme)}
    for visit in archive.all(Visit):
        found.setdefault(visit.id.partition("/")[0], []).append(visit)
    return {id: tuple(sorted(visits, key=_place)) for id, visits in found.items()}


def seen(archive: Archive) -> Iterator[Seen]:
    """Every department of every programme: those visited, and those in a timetable that no visit is known for."""
    for programme in archive.all(Programme):
        for visit in visits_by_programme(archive)[programme.id]:
            slots = slots_of(programme, visit)
            dates = tuple(dict.fromkeys(day.date for day, _ in slots)) or ((visit.date,) if visit.date else ())
            due = {due.person or at: due for _, slot in slots for at, due in enumerate(slot.due)}
            key = visit.id.partition("/")[2]
            yield Seen(programme, visit.department, key, visit, dates, tuple(due.values()))
        for day, slot in filled_slots(programme):
            if slot.visit is None:
                yield Seen(programme, slot.department or "", slot.department or "", None, (day.date,), slot.due)


def due_figure(programme: Programme, links: Mapping[str, Link]) -> Figure | None:
    """A department a row, a member a column; None while no timetable names anybody. `links`: the members it names."""
    rows: list[tuple[str, str, str, str, str, str]] = []
    shown: list[tuple[str, str, str, str, str, str]] = []
    for day, slot in filled_slots(programme):
        for due in slot.due:
            person = links.get(f"person:{due.person}")
            if person:
                attendance = TO_BE_CONFIRMED[due.to_be_confirmed]
                times = (f"{slot.start:%H:%M}", f"{slot.end:%H:%M}")
                rows.append((slot.department or "", day.date.isoformat(), *times, person.text, attendance))
                shown.append((slot.department or "", short_date(day.date), *times, person.text, attendance))
    if not rows:
        return None
    return Figure(
        name="due-to-attend",
        chart="visits.charts.due_to_attend",
        title=_headline(rows),
        subtitle=f"Members due to attend by the timetable, {programme.title}",
        description=_description(programme, links),
        columns=COLUMNS,
        rows=tuple(rows),
        shown=tuple(shown),
    )


def _headline(rows: list[tuple[str, str, str, str, str, str]]) -> str:
    numbers = Counter(row[:4] for row in rows).values()
    fewest, most = min(numbers), max(numbers)
    by = f"{fewest}" if fewest == most else f"{fewest} to {most}"
    members = count(len({row[4] for row in rows}), "member")
    if len(numbers) == 1:
        return f"The department was to be seen by {by} of {members}"
    return f"Each of {len(numbers)} departments was to be seen by {by} of {members}"


def _description(programme: Programme, links: Mapping[str, Link]) -> str:
    said = []
    for day, slot in filled_slots(programme):
        names = [
            f"{links[f'person:{due.person}'].text}{' (to be confirmed)' if due.to_be_confirmed else ''}"
            for due in slot.due
            if f"person:{due.person}" in links
        ]
        if names:
            said.append(f"{slot.department}, {full_date(day.date)}, {slot.start:%H:%M}: {', '.join(names)}")
    return f"A mark for each member in the row of each department. {'; '.join(said)}."


def _place(visit: Visit) -> tuple[bool, int, str]:
    return (visit.listed is None, visit.listed or 0, visit.id)
