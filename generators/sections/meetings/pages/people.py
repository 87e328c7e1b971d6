"""The people on the record, and each person's roles and attendance."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generators.archive import Archive
from generators.frame import list_page, record_page
from generators.link import Link, to_record
from generators.page import Page
from generators.sections.meetings import views
from generators.sections.meetings.attendance import Attended, by_person
from generators.sections.meetings.records import Body, Person
from generators.sections.meetings.records.body import Membership

PEOPLE = Link("People", "people/")


@dataclass(frozen=True)
class Role:
    """One term of a person on a body."""

    body: Link
    term: Membership


class Line(NamedTuple):
    """A person's attendance at one meeting. A tuple, because there are tens of thousands at every start."""

    date: date
    meeting: Link
    capacity: str
    role: str
    stood_in: bool
    substitute_for: Link | None
    """The member this person stood in for, where that record is published."""
    status: str
    part: str
    """Which part of the meeting, where it was not the whole."""


@dataclass(frozen=True)
class Declared:
    """An interest that the person declared at one meeting."""

    meeting: Link
    interest: str
    nature: str
    items: tuple[Link, ...]
    all_items: bool


def pages(archive: Archive) -> Iterator[Page]:
    """The list of people and a page for each."""
    people = sorted(archive.all(Person), key=lambda person: (person.name.split()[-1], person.name))
    roles = {person.id: tuple(_roles(archive, person)) for person in people}
    attended = by_person(views.in_order(archive))
    declared = _declared(archive)
    listed = tuple((to_record(archive, person), _summary(person, roles[person.id])) for person in people)
    yield list_page(
        archive, "people/", "People", "meetings/people", {"people": listed},
        section="people/", description="Members, office holders and chief officers who appear in the record.",
    )  # fmt: skip
    for number, person in enumerate(people):
        before = people[number - 1] if number else None
        after = people[number + 1] if number + 1 < len(people) else None
        lines = tuple(_line(archive, found) for found in attended.get(person.id, ()))
        values = {
            "roles": roles[person.id],
            "lines": lines,
            "tally": _tally(lines),
            "declared": tuple(declared.get(person.id, ())),
        }
        yield record_page(
            archive, person, person.full_name, (PEOPLE,), values, section="people/",
            previous=_link(before), next=_link(after),
            description=f"{person.full_name}: roles and attendance on the record.",
        )  # fmt: skip


def _declared(archive: Archive) -> dict[str, list[Declared]]:
    """The interests that every person declared, in order of date."""
    everyone: dict[str, list[Declared]] = defaultdict(list)
    for meeting in views.in_order(archive):
        link = views.meeting_link(archive, meeting)
        anchors = views.item_anchors(meeting) if meeting.declarations else {}
        for found in meeting.declarations:
            items = tuple(Link(f"item {number}", f"{link.address}#{anchors[number]}") for number in found.items)
            declared = Declared(link, found.interest, found.nature or "", items, found.all_items)
            everyone[found.person or ""].append(declared)
    return everyone


def _roles(archive: Archive, person: Person) -> Iterator[Role]:
    for body in archive.all(Body):
        for term in body.members:
            if term.person == person.id:
                yield Role(Link(body.short_name, f"meetings/{body.id}/"), term)


def _line(archive: Archive, found: Attended) -> Line:
    entry = found.entry
    role = ", ".join(part for part in (entry.role, "in the chair" if entry.in_chair else "") if part)
    member = archive.get(Person, entry.substitute_for)
    return Line(
        date=found.meeting.date,
        meeting=views.meeting_link(archive, found.meeting),
        capacity=entry.capacity,
        role=role,
        stood_in=entry.substitute_for is not None,
        substitute_for=to_record(archive, member) if member else None,
        status=" and ".join(entry.status),
        part=entry.joined_or_left or "",
    )


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
