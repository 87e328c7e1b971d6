"""What must hold between a programme, its timetable and its visits."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.problem import Finding, did_you_mean
from generators.rules import Said, every, part_of
from generators.sections.visits.records import Day, Programme, Visit, paragraph_anchor


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every record."""
    yield from every(archive, Programme, (agreement, days, slots, two_places, members, recommendations))
    yield from every(archive, Visit, (slot_of_visit, paragraphs))


def agreement(archive: Archive, programme: Programme) -> Said:
    """The decision to visit is where the programme says."""
    if wrong := part_of(archive, "meeting", programme.agreed_at):
        yield ("agreed_at",), wrong


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


def _clashes(day: Day) -> Iterator[tuple[int, int, int]]:
    """A slot and the place in it of a member who is due elsewhere at that time, and that other slot."""
    for number, slot in enumerate(day.slots):
        for position, due in enumerate(slot.due):
            for earlier, other in enumerate(day.slots[: number + 1]):
                there = slot.due[:position] if earlier == number else other.due
                at_once = earlier == number or (slot.start < other.end and other.start < slot.end)
                if at_once and any(found.person == due.person for found in there):
                    yield number, position, earlier
                    break


def members(_: Archive, programme: Programme) -> Said:
    """Whoever is due is one of the members."""
    known = [member.person for member in programme.members]
    for number, person in enumerate(known):
        if person in known[:number]:
            yield ("members", number, "person"), f"{person} is entry {known.index(person) + 1} already."
    for at, day in enumerate(programme.timetable):
        for number, slot in enumerate(day.slots):
            for position, due in enumerate(slot.due):
                if due.person not in known:
                    message = f"{due.person} is not among the `members`.{did_you_mean(due.person, set(known))}"
                    yield ("timetable", at, "slots", number, "due", position, "person"), message


def recommendations(archive: Archive, programme: Programme) -> Said:
    """A recommendation concerns visits of its own programme, and stands in a paragraph of its paper."""
    for number, recommendation in enumerate(programme.recommendations):
        where = ("recommendations", number)
        for position, id in enumerate(recommendation.departments):
            if id and not id.startswith(f"{programme.id}/"):
                yield (*where, "departments", position), f'"{id}" is a visit of another programme.'
        if wrong := _no_such_paragraph(archive, programme, recommendation.paragraph):
            yield (*where, "paragraph"), wrong


def slot_of_visit(archive: Archive, visit: Visit) -> Said:
    """A visit has a slot in the timetable, if there is one, or says why not; its day is said once."""
    programme = archive.get(Programme, visit.id.partition("/")[0])
    if programme is None or not programme.timetable:
        return
    found = [day.date for day in programme.timetable for slot in day.slots if slot.visit == visit.id]
    if not found and not visit.no_slot:
        yield (
            (),
            f"no slot of the timetable in {programme.path} names this visit. "
            "Name it there, or say in `no_slot` why it has none.",
        )
    elif found and visit.no_slot:
        yield ("no_slot",), f"the timetable has a slot for this visit, on {found[0]}. Take this out."
    if found and visit.date and visit.date not in found:
        yield ("date",), f"the timetable has this visit on {found[0]}. Take the date out here."


def paragraphs(archive: Archive, visit: Visit) -> Said:
    """What was seen and asked stands in paragraphs of the programme's paper."""
    programme = archive.get(Programme, visit.id.partition("/")[0])
    stated = {
        "observations": [entry.paragraph for entry in visit.observations],
        "questions": [entry.paragraph for entry in visit.questions],
    }
    for name, printed in stated.items():
        for number, paragraph in enumerate(printed):
            if programme and (wrong := _no_such_paragraph(archive, programme, paragraph)):
                yield (name, number, "paragraph"), wrong


def _no_such_paragraph(archive: Archive, programme: Programme, printed: str | None) -> str | None:
    if not printed or not programme.paper:
        return None
    if part_of(archive, "paper", f"{programme.paper}#{paragraph_anchor(printed)}"):
        return f'the paper {programme.paper} has no paragraph "{printed}".'
    return None
