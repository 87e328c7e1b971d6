"""The people on the record, and each person's roles and attendance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.link import Link, to_record
from generators.page import Page
from generators.sections.meetings import views
from generators.sections.meetings.attendance import Attended, of_person
from generators.sections.meetings.pages.frame import list_page, record_page
from generators.sections.meetings.records import Body, Meeting, Person
from generators.sections.meetings.records.body import Membership

PEOPLE = Link("People", "people/")


@dataclass(frozen=True)
class Role:
    """One term of a person on a body."""

    body: Link
    term: Membership


@dataclass(frozen=True)
class Line:
    """A person's attendance at one meeting."""

    date: date
    meeting: Link
    capacity: str
    role: str
    status: str


def pages(archive: Archive) -> Iterator[Page]:
    """The list of people and a page for each."""
    people = sorted(archive.all(Person), key=lambda person: (person.name.split()[-1], person.name))
    roles = {person.id: tuple(_roles(archive, person)) for person in people}
    attended = _attended(archive)
    listed = tuple((to_record(archive, person), _summary(person, roles[person.id])) for person in people)
    yield list_page(
        archive, "people/", "People", "people", {"people": listed},
        section="people/", description="Members, office holders and chief officers who appear in the record.",
    )  # fmt: skip
    for number, person in enumerate(people):
        before = people[number - 1] if number else None
        after = people[number + 1] if number + 1 < len(people) else None
        lines = tuple(_line(archive, found) for found in attended.get(person.id, ()))
        values = {"roles": roles[person.id], "lines": lines, "tally": _tally(lines)}
        yield record_page(
            archive, person, person.full_name, (PEOPLE,), values, section="people/",
            previous=_link(before), next=_link(after),
            description=f"{person.full_name}: roles and attendance on the record.",
        )  # fmt: skip


def _attended(archive: Archive) -> dict[str, tuple[Attended, ...]]:
    """What the meetings record of every person, in one walk over them."""
    meetings = sorted(archive.all(Meeting), key=lambda meeting: (meeting.date, meeting.id))
    by_person: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        for person in dict.fromkeys(entry.person for entry in meeting.attendance if entry.person):
            by_person.setdefault(person, []).append(meeting)
    return {person: of_person(person, tuple(found)) for person, found in by_person.items()}


def _roles(archive: Archive, person: Person) -> Iterator[Role]:
    for body in archive.all(Body):
        for term in body.members:
            if term.person == person.id:
                yield Role(Link(body.short_name, f"meetings/{body.id}/"), term)


def _line(archive: Archive, found: Attended) -> Line:
    link = views.meeting_link(archive, found.meeting)
    return Line(found.meeting.date, link, found.capacity, found.role, " and ".join(found.status))


def _tally(lines: tuple[Line, ...]) -> str:
    """`Present at 2 of 3 meetings` as a member, or nothing for those who attended otherwise."""
    member = [line for line in lines if line.capacity == "member"]
    if not member:
        return ""
    present = sum(line.status == "present" for line in member)
    noun = "meeting" if len(member) == 1 else "meetings"
    return f"Recorded as present at {present} of {len(member)} {noun} whose attendance is on the record."


def _summary(person: Person, roles: tuple[Role, ...]) -> str:
    posts = [post.title for post in person.posts]
    return "; ".join(dict.fromkeys([*posts, *(f"{role.term.role}, {role.body.text}" for role in roles)]))


def _link(person: Person | None) -> Link | None:
    return Link(person.full_name, f"people/{person.id}/") if person else None
