"""What must hold between a programme, its timetable and its visits."""

from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.ids import whole
from generators.problem import Finding
from generators.references import key_of
from generators.rules import Said, every, part_of, warnings
from generators.sections.visits.checks_of_timetable import days, due, order_of_slots, slots, two_places
from generators.sections.visits.due import visits_by_programme
from generators.sections.visits.recommended import to_paragraph
from generators.sections.visits.records import Programme, Visit


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every record."""
    yield from every(archive, Programme, (members, in_time, recommendations, later))
    yield from every(archive, Programme, (days, slots, order_of_slots, two_places, due))
    yield from every(archive, Visit, (place_in_list, slot_of_visit, paragraphs))
    yield from warnings(archive, Programme, (of_the_body,))


def members(_: Archive, programme: Programme) -> Said:
    """Whoever was to take part stands once."""
    known = [member.person for member in programme.members]
    for number, person in enumerate(known):
        if person in known[:number]:
            yield ("members", number, "person"), f"{person} is entry {known.index(person) + 1} already."


def of_the_body(archive: Archive, programme: Programme) -> Said:
    """Whoever was to take part is a member of the body; a warning, since papers do not name all its members."""
    of_body = archive.references.get(key_of("body", programme.body), ())
    for number, member in enumerate(programme.members):
        if of_body and key_of("person", member.person) not in of_body:
            message = f'{member.person} is not among the members in the record of "{programme.body}".'
            yield ("members", number, "person"), f"{message} Add the person there, if that was so."


def in_time(archive: Archive, programme: Programme) -> Said:
    """First it is agreed, then visited, then recommended, then due."""
    first = min((day for day in _days(archive, programme)), default=None)
    agreed = archive.records["meeting"].get(whole(programme.agreed_at or ""))
    agreed_on: date | None = getattr(agreed, "date", None)
    if first and agreed_on and agreed_on > first:
        yield (
            ("agreed_at",),
            f"the meeting was on {agreed_on}, and the first visit on {first}. It was agreed before that.",
        )
    if first and programme.recommended_on and programme.recommended_on < first:
        message = f"{programme.recommended_on} is before the first visit, {first}."
        yield ("recommended_on",), message
    for number, recommendation in enumerate(programme.recommendations):
        if recommendation.due and programme.recommended_on and recommendation.due < programme.recommended_on:
            message = f"{recommendation.due} is before it was recommended, {programme.recommended_on}."
            yield ("recommendations", number, "due"), message


def _days(archive: Archive, programme: Programme) -> Iterator[date]:
    """Every day on which a department was visited."""
    yield from (day.date for day in programme.timetable)
    yield from (visit.date for visit in visits_by_programme(archive)[programme.id] if visit.date)


def recommendations(archive: Archive, programme: Programme) -> Said:
    """A recommendation has a letter of its own, visits of its own programme, and a paragraph of its paper."""
    letters = [recommendation.letter for recommendation in programme.recommendations]
    for number, recommendation in enumerate(programme.recommendations):
        where = ("recommendations", number)
        if recommendation.letter and recommendation.letter in letters[:number]:
            same = letters.index(recommendation.letter) + 1
            yield (*where, "letter"), f'"{recommendation.letter}" is the letter of recommendation {same} already.'
        for position, id in enumerate(recommendation.departments):
            if id and not id.startswith(f"{programme.id}/"):
                yield (*where, "departments", position), f'"{id}" is a visit of another programme.'
            elif id in recommendation.departments[:position]:
                yield (*where, "departments", position), f'"{id}" stands here already. Name each visit once.'
        if wrong := _no_such_paragraph(archive, programme.paper, recommendation.paragraph):
            yield (*where, "paragraph"), wrong


def later(archive: Archive, programme: Programme) -> Said:
    """The paragraphs of later papers are there."""
    for number, told in enumerate(programme.later):
        if wrong := _no_such_paragraph(archive, told.paper, told.paragraph):
            yield ("later", number, "paragraph"), wrong


def place_in_list(archive: Archive, visit: Visit) -> Said:
    """No two visits have the same place in the paper's list."""
    if visit.listed == 0:
        yield ("listed",), "the first place in the list is 1."
    for other in visits_by_programme(archive).get(visit.id.partition("/")[0], ()):
        if visit.listed and other.listed == visit.listed and other.id < visit.id:
            yield ("listed",), f"{other.path} has place {other.listed} already."


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
            if programme and (wrong := _no_such_paragraph(archive, programme.paper, paragraph)):
                yield (name, number, "paragraph"), wrong


def _no_such_paragraph(archive: Archive, paper: str | None, printed: str | None) -> str | None:
    if part_of(archive, "paper", to_paragraph(paper, printed)):
        return f'the paper {paper} has no paragraph "{printed}".'
    return None
