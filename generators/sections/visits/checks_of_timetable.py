"""What must hold of a programme's timetable: its days, its slots, and who is due in them."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.problem import did_you_mean
from generators.rules import Said
from generators.sections.visits.records import Day, Programme


def days(_: Archive, programme: Programme) -> Said:
    """Each day stands once, and in order."""
    for number, day in enumerate(programme.timetable[1:], 1):
        before = programme.timetable[number - 1]
        if day.date <= before.date:
            message = f"{day.date} does not come after day {number}, {before.date}. Give each day once, in order."
            yield ("timetable", number, "date"), message


def slots(_: Archive, programme: Programme) -> Said:
    """A slot ends after it began, and what is said of it fits together."""
    for at, day in enumerate(programme.timetable):
        for number, slot in enumerate(day.slots):
            where = ("timetable", at, "slots", number)
            if slot.end <= slot.start:
                yield (*where, "end"), f"{slot.end:%H:%M} is not after the start, {slot.start:%H:%M}."
            if slot.department is None and (slot.due or slot.visit is not None):
                yield where, "an empty slot has no members and no visit. Give the `department` as the timetable has it."
            if slot.visit and not slot.visit.startswith(f"{programme.id}/"):
                yield (*where, "visit"), f'"{slot.visit}" is a visit of another programme.'


def order_of_slots(_: Archive, programme: Programme) -> Said:
    """The slots of a day stand in order, and each once; two departments may be seen at once."""
    for at, day in enumerate(programme.timetable):
        for number, slot in enumerate(day.slots[1:], 1):
            where, before = ("timetable", at, "slots", number), day.slots[number - 1]
            known = [(other.start, other.department) for other in day.slots[:number]]
            if (slot.start, slot.department) in known:
                same = known.index((slot.start, slot.department)) + 1
                name = f'"{slot.department}"' if slot.department else "an empty slot"
                yield where, f"{name} at {slot.start:%H:%M} is slot {same} of this day already. Take one out."
            elif slot.start < before.start:
                message = f"{slot.start:%H:%M} is before the slot above, {before.start:%H:%M}. Put the slots in order."
                yield (*where, "start"), message


def two_places(_: Archive, programme: Programme) -> Said:
    """Nobody is due in two slots at once, or twice in one."""
    for at, day in enumerate(programme.timetable):
        for number, position, earlier in _clashes(day):
            slot, other = day.slots[number], day.slots[earlier]
            message = (
                f"{slot.due[position].person} is due from {other.start:%H:%M} to {other.end:%H:%M} already, "
                f"in slot {earlier + 1} of this day. Nobody can be in two places at once."
            )
            if number == earlier:
                message = f"{slot.due[position].person} stands in this slot already. Name each member once."
            yield ("timetable", at, "slots", number, "due", position, "person"), message


def due(archive: Archive, programme: Programme) -> Said:
    """Whoever is due is one of the members; that somebody is nobody at all is said where all ids are looked up."""
    known = [member.person for member in programme.members]
    for at, day in enumerate(programme.timetable):
        for number, slot in enumerate(day.slots):
            for position, one in enumerate(slot.due):
                if one.person not in known and one.person in archive.records["person"]:
                    message = f"{one.person} is not among the `members`.{did_you_mean(one.person, set(known))}"
                    yield ("timetable", at, "slots", number, "due", position, "person"), message


def _clashes(day: Day) -> Iterator[tuple[int, int, int]]:
    """A slot and the place in it of a member who is due elsewhere at that time, and that other slot."""
    for number, slot in enumerate(day.slots):
        for position, one in enumerate(slot.due):
            for earlier, other in enumerate(day.slots[: number + 1]):
                there = slot.due[:position] if earlier == number else other.due
                at_once = earlier == number or (slot.start < other.end and other.start < slot.end)
                if at_once and any(found.person == one.person for found in there):
                    yield number, position, earlier
                    break
