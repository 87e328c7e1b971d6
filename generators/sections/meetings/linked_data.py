"""The office, bodies, people, meetings and papers in the words of schema.org."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from generators.fields import LONDON
from generators.ids import outer
from generators.page import Page
from generators.sections.meetings.records import Body, Meeting, Office, Paper, Person

At = Callable[[str], str]
STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}


def _office(office: Office, _: Page, __: At) -> dict[str, Any]:
    found = {
        "@type": "GovernmentOrganization",
        "name": office.name,
        "alternateName": office.short_name,
        "areaServed": office.area,
    }
    return {**found, **({"sameAs": office.website} if office.website else {})}


def _body(body: Body, _: Page, __: At) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "name": body.name, "alternateName": body.short_name}


def _person(person: Person, _: Page, __: At) -> dict[str, Any]:
    found = {
        "honorificPrefix": person.honorific,
        "honorificSuffix": person.letters,
        "jobTitle": [post.title for post in person.posts if not post.end],
    }
    return {"@type": "Person", "name": person.name, **{name: value for name, value in found.items() if value}}


def _meeting(meeting: Meeting, page: Page, at: At) -> dict[str, Any]:
    mode = "OnlineEventAttendanceMode" if meeting.online else "OfflineEventAttendanceMode"
    status = STATUS.get(meeting.state, "EventScheduled")
    place: dict[str, Any] = {"@type": "Place", "name": meeting.place, "address": meeting.place}
    if meeting.online:
        place = {"@type": "VirtualLocation", "url": at(page.address)}
    body = page.links.get(f"body:{meeting.body}")
    organizer = {"@type": "GovernmentOrganization", "name": body.text, "url": at(body.address)} if body else None
    found = {
        "startDate": _moment(meeting.date, meeting.start),
        "endDate": _moment(meeting.date, meeting.end) if meeting.end else None,
        "location": place if meeting.place or meeting.online else None,
        "organizer": organizer,
    }
    return {
        "@type": "Event",
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": f"https://schema.org/{mode}",
        **{name: value for name, value in found.items() if value},
    }


def _paper(paper: Paper, page: Page, at: At) -> dict[str, Any]:
    meeting = page.links.get(f"meeting:{outer(paper.id)}")
    found = {
        "datePublished": paper.date.isoformat() if paper.date else None,
        "author": [{"@type": "Organization", "name": name} for name in paper.report_of],
        "isPartOf": {"@type": "Event", "name": meeting.text, "url": at(meeting.address)} if meeting else None,
    }
    return {"@type": "Report", "name": paper.title, **{name: value for name, value in found.items() if value}}


def _moment(day: date, at: time | None) -> str:
    """The day, with the time and how far it is from that of Greenwich where the time is known."""
    return datetime.combine(day, at, LONDON).isoformat() if at else day.isoformat()


DESCRIBED: dict[type, Callable[[Any, Page, At], dict[str, Any]]] = {
    Office: _office,
    Body: _body,
    Person: _person,
    Meeting: _meeting,
    Paper: _paper,
}
