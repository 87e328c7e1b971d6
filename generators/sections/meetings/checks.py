"""What must hold between meetings, papers, people and bodies, and within each of them."""

import re
from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.dates import long_date
from generators.problem import Finding, Where, count, did_you_mean
from generators.rules import Said, every
from generators.sections.meetings import checks_of_files, checks_of_items
from generators.sections.meetings.records import Body, ForwardPlan, Meeting, Office, Paper, Person


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every record."""
    if not archive.all(Office) and "content/office.yml" not in archive.unsound:
        yield Finding("content/office.yml", (), "there is no such file. It says whose record this is.")
    yield from every(archive, Office, (accessibility, address, licence))
    of_meetings = (identity, times, attendance, minutes, later_meetings, checks_of_items.check)
    yield from every(archive, Meeting, (*of_meetings, unplaced))
    yield from every(archive, Paper, (authors, unplaced))
    yield from every(archive, Body, (terms, lineage))
    yield from every(archive, Person, (posts,))
    yield from every(archive, ForwardPlan, (of_a_body,))
    yield from checks_of_files.check(archive)


def accessibility(_: Archive, office: Office) -> Said:
    """A statement is prepared before it is reviewed."""
    statement = office.accessibility
    if statement and statement.reviewed and statement.reviewed < statement.prepared:
        prepared = long_date(statement.prepared)
        yield ("accessibility", "reviewed"), f"this is before the day on which it was prepared, {prepared}."


def address(_: Archive, office: Office) -> Said:
    """The site's address is what every address on it begins with."""
    if office.address and not re.fullmatch(r"https://[a-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*/?", office.address):
        yield (
            ("address",),
            f'"{office.address}" cannot be the address of a site. Write https:// and then the name in small letters, '
            "without a question mark or number sign, like https://record.example.org/.",
        )


def licence(_: Archive, office: Office) -> Said:
    """An address of a licence is that of one that is named."""
    if office.licence_address and not office.licence:
        yield ("licence_address",), "say in `licence` what the licence at this address is called."


def identity(archive: Archive, meeting: Meeting) -> Said:
    """A meeting's folder is its id: its body, then its date."""
    body, _, day = meeting.id.partition("/")
    if body != meeting.body and _is_body(archive, body) and _is_body(archive, meeting.body):
        yield ("body",), f'the meeting lies in the folder of "{body}". Move it to content/meetings/{meeting.body}/.'
    expected = meeting.date.isoformat()
    if day != expected and not day.removeprefix(expected).startswith("-"):
        taken = archive.get(Meeting, f"{meeting.body}/{expected}")
        other = f"{expected}-2, because there is a meeting {taken.id} already" if taken else expected
        yield ("date",), f"the folder of this meeting is {day}, and its date is {expected}. Name the folder {other}."


def times(_: Archive, meeting: Meeting) -> Said:
    """A meeting ends after it began."""
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        start, end = meeting.start.strftime("%H:%M"), meeting.end.strftime("%H:%M")
        yield ("end",), f"{end} is not after the start, {start}."


def attendance(_: Archive, meeting: Meeting) -> Said:
    """Each line names a person or a role, and each person once."""
    seen: dict[str, int] = {}
    for number, entry in enumerate(meeting.attendance):
        where = ("attendance", number)
        if not entry.person and not entry.role:
            yield where, "say who this is: give a `person`, or the `role` of somebody who is not named."
        if not entry.status:
            yield (*where, "status"), "the list is empty. Write present, apologies, absent or invited."
        if len(set(entry.status)) < len(entry.status):
            yield (*where, "status"), "the same word stands twice. Write it once."
        elif "invited" in entry.status and len(entry.status) > 1:
            yield (*where, "status"), "invited stands alone: it is for those of whom nothing but an agenda tells."
        if entry.person and entry.person in seen:
            message = (
                f"{entry.person} is entry {seen[entry.person] + 1} already. Give both statuses there, in one list."
            )
            yield (*where, "person"), message
        elif entry.person:
            seen[entry.person] = number
    if meeting.state in ("scheduled", "cancelled"):
        came = [number for number, entry in enumerate(meeting.attendance) if "present" in entry.status]
        if came:
            yield ("attendance", came[0], "status"), f"nobody can be present at a meeting that is {meeting.state}."


def minutes(archive: Archive, meeting: Meeting) -> Said:
    """Minutes are confirmed by a later meeting of the same body."""
    kept = meeting.minutes
    if kept is None:
        return
    if kept.state == "draft" and kept.confirmed_at:
        yield (
            ("minutes", "state"),
            "draft minutes have not been confirmed yet. Write confirmed, or take out confirmed_at.",
        )
    if kept.state == "confirmed" and not kept.confirmed_at:
        yield ("minutes",), "say at which meeting they were confirmed: `confirmed_at`, with the id of that meeting."
    if kept.amendments and kept.state == "draft":
        yield (
            ("minutes", "amendments"),
            "draft minutes have no amendments yet; they are made when minutes are confirmed.",
        )
    by = archive.get(Meeting, kept.confirmed_at)
    if by and by.date <= meeting.date:
        yield ("minutes", "confirmed_at"), f"the meeting of {by.date} does not come after this one, of {meeting.date}."
    if by and by.body != meeting.body:
        yield ("minutes", "confirmed_at"), f'"{by.body}" is another body; a body confirms its own minutes.'
    elif by and by.state in ("scheduled", "postponed", "cancelled"):
        yield (
            ("minutes", "confirmed_at"),
            f"the meeting of {by.date} is {by.state}, so it has confirmed nothing. Write draft until it is held.",
        )


def later_meetings(archive: Archive, meeting: Meeting) -> Said:
    """The next meeting, and the one a postponed meeting was moved to, come later."""
    following = meeting.next_meeting.meeting if meeting.next_meeting else None
    for where, id in ((("next_meeting", "meeting"), following), (("postponed_to",), meeting.postponed_to)):
        other = archive.get(Meeting, id)
        if other and other.date <= meeting.date:
            yield where, f"the meeting of {other.date} does not come after this one, of {meeting.date}."
    if meeting.postponed_to and meeting.state != "postponed":
        yield ("state",), f"the meeting has `postponed_to` and its state is {meeting.state}. Write postponed."


def authors(_: Archive, paper: Paper) -> Said:
    """Each of the authors is somebody."""
    for number, author in enumerate(paper.authors):
        if not (author.role or author.person or author.organisation):
            yield ("authors", number), "say who this is: a `role`, a `person` or an `organisation`."


def unplaced(_: Archive, record: Meeting | Paper) -> Said:
    """What an import found no place for is gone before the record is published."""
    if record.unplaced and record.publication != "draft":
        number = count(len(record.unplaced), "paragraph")
        yield (
            ("unplaced",),
            f"{number} of the document could not be placed. Move each to where it belongs or delete it; "
            "until then the record stays a draft.",
        )


def terms(_: Archive, body: Body) -> Said:
    """A term ends after it began."""
    for number, term in enumerate(body.members):
        yield from _ends_after(term.start, term.end, ("members", number, "end"))


def lineage(_: Archive, body: Body) -> Said:
    """A body follows another one, and is followed by another one."""
    for name, other in (("predecessor", body.predecessor), ("successor", body.successor)):
        if other == body.id:
            yield (name,), f"this is the body itself. Name the other body as its {name}, or take this out."


def posts(_: Archive, person: Person) -> Said:
    """A post ends after it began."""
    for number, post in enumerate(person.posts):
        yield from _ends_after(post.start, post.end, ("posts", number, "end"))


def of_a_body(archive: Archive, register: ForwardPlan) -> Said:
    """A forward plan is named after its body."""
    if not _is_body(archive, register.id):
        known = (body.id for body in archive.all(Body))
        yield (), f'there is no body "{register.id}", after which this file is named.{did_you_mean(register.id, known)}'


def _is_body(archive: Archive, id: str) -> bool:
    """Whether there is a body with this id, sound or not."""
    return archive.get(Body, id) is not None or f"content/bodies/{id}.yml" in archive.unsound


def _ends_after(start: date | None, end: date | None, where: Where) -> Said:
    if start and end and end < start:
        yield where, f"{end} is before the start, {start}."
