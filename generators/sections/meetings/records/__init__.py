"""Office, bodies, people, matters, meetings and papers: what a record of each kind is."""

from generators.dates import long_date
from generators.record import Kind
from generators.sections.meetings import paper_parts, places
from generators.sections.meetings.records.body import Body, Matter, Office, Person
from generators.sections.meetings.records.forward_plan import ForwardPlan, ForwardPlanEntry
from generators.sections.meetings.records.item import Action, Decision, Item
from generators.sections.meetings.records.meeting import Meeting
from generators.sections.meetings.records.paper import Paper

__all__ = ["KINDS", "Body", "ForwardPlan", "ForwardPlanEntry", "Matter", "Meeting", "Office", "Paper", "Person"]

KINDS = (
    Kind("office", Office, "content/office.yml", lambda _: "about/", lambda office: office.name),
    Kind("body", Body, "content/bodies/*.yml", lambda id: f"meetings/{id}/", lambda body: body.short_name),
    Kind("person", Person, "content/people/*.yml", lambda id: f"people/{id}/", lambda person: person.full_name),
    Kind("matter", Matter, "content/matters/*.yml", lambda id: f"matters/{id}/", lambda matter: matter.title),
    Kind(
        "meeting",
        Meeting,
        "content/meetings/*/*/meeting.yml",
        lambda id: f"meetings/{id}/",
        lambda meeting: long_date(meeting.date) + (f" ({meeting.title})" if meeting.title else ""),
        within="body",
        parts=lambda meeting: places.parts(meeting),  # places needs the records, so it may not be there yet
        linked={
            Item: lambda meeting: places.items(meeting),
            Decision: lambda meeting: places.decisions(meeting),
            Action: lambda meeting: places.actions(meeting),
        },
        unshown=("unplaced",),
        done=lambda meeting: ((("date",), meeting.date),) if meeting.state in ("held", "no record") else (),
    ),
    Kind(
        "paper",
        Paper,
        "content/meetings/*/*/*.md",
        lambda id: f"meetings/{id}/",
        lambda paper: paper.title,
        within="meeting",
        body_field="text",
        parts=lambda paper: paper_parts.anchors(paper),  # the same
        unshown=("unplaced",),
    ),
    Kind(
        "forward-plan",
        ForwardPlan,
        "data/forward-plans/*.yml",
        lambda id: f"meetings/{id}/forward-plan/",
        lambda register: register.title,
    ),
    Kind(
        "forward-plan-entry",
        ForwardPlanEntry,
        "data/forward-plans/*.csv",
        lambda _: "",
        lambda entry: entry.subject,
        within="forward-plan",
    ),
)
