"""A programme of visits and a visit to one department: what a record of each is."""

from generators.fields import Date, Number, RichText, Slug, Text, Time, YesNo
from generators.record import Kind, Record, fields
from generators.sections.visits.ids import BodyId, MeetingPart, PaperId, PersonId, VisitId
from generators.slugs import slug_of


@fields
class PanelMember:
    """A member of the body who was to take part."""

    person: PersonId
    """Who, by the id of the person's record."""
    role: Text | None = None
    """The role printed beside the name, like `Chair`."""
    as_printed: Text | None = None
    """The name in the rows of the timetable, where it is printed otherwise."""


@fields
class Due:
    """A member who was due to attend. A timetable says who was to come, and not who came."""

    person: PersonId
    """Who, by the id of the person's record."""
    to_be_confirmed: YesNo = False
    """Whether the timetable marks the name as still to be confirmed."""


@fields
class Slot:
    """One slot of a day."""

    start: Time
    """When it was to begin."""
    end: Time
    """When it was to end."""
    department: Text | None = None
    """The department in the words of the timetable; left out where the slot is empty."""
    visit: VisitId | None = None
    """The visit that took place in it: the name of the visit's file, like `custody`. Left out where the papers do not
    say which it was."""
    due: tuple[Due, ...] = ()
    """The members who were due to attend."""


@fields
class Day:
    """One day of the timetable."""

    date: Date
    """The day."""
    slots: tuple[Slot, ...]
    """Its slots in order, empty ones too."""


@fields
class Recommendation:
    """What the members recommended after their visits."""

    letter: Text | None = None
    """The letter or number it is printed with."""
    ref: Slug
    """A short id that no other recommendation on the site has and that is never changed, like `visits-2023-a`. Its page
    in the tracker has this name."""
    text: Text
    """What is recommended, in your own words."""
    departments: tuple[VisitId, ...] = ()
    """The visits to the departments it names, or in whose part of the paper the same thing is spoken of."""
    owner: tuple[Text, ...] = ()
    """Who is to carry it out, by role or body; left out where the paper does not say."""
    due: Date | None = None
    """The day by which it is to be done."""
    due_as_printed: Text | None = None
    """When it is to be done, as the paper has it."""
    paragraph: Text | None = None
    """The paragraph it stands in, as printed: `27 a`."""


@fields
class Programme(Record):
    """A programme of visits to departments. Its folder is its id: `content/visits/spring-2024/programme.yml`."""

    title: Text
    """What the programme is called."""
    body: BodyId
    """The body whose members made the visits."""
    agreed_at: MeetingPart | None = None
    """The meeting that agreed to the visits: its id, and after `#` the decision, like `etp/2023-03-28#item-visits`."""
    paper: PaperId | None = None
    """The paper that reports the visits, by its id."""
    why: RichText | None = None
    """Why the visits were made."""
    how_chosen: RichText | None = None
    """How the departments were chosen, and how the members shared them out."""
    when: Text | None = None
    """When the visits were made, where no timetable is held."""
    members: tuple[PanelMember, ...] = ()
    """The members who were to take part."""
    timetable: tuple[Day, ...] = ()
    """The timetable, day by day."""
    recommended_on: Date | None = None
    """The day of the paper or meeting that made the recommendations."""
    recommendations: tuple[Recommendation, ...] = ()
    """What was recommended, in the order of the paper."""
    impression: RichText | None = None
    """What the members said of the visits as a whole."""
    next_steps: RichText | None = None
    """What was to happen with what they said."""


@fields
class Observation:
    """Something that the members saw or said."""

    theme: Text
    """What it is about, in two or three words; observations with the same theme stand together."""
    text: RichText
    """What was seen or said, in your own words."""
    paragraph: Text | None = None
    """The paragraph of the programme's paper in which it stands, as printed."""


@fields
class Question:
    """A question that the members asked."""

    text: Text
    """What was asked, in your own words."""
    paragraph: Text | None = None
    """The paragraph of the programme's paper in which it stands, as printed."""


@fields
class Visit(Record):
    """A visit to one department. A department that is visited again keeps the name of its file in every programme."""

    department: Text
    """The department, as the paper lists it."""
    listed: Number | None = None
    """Its place in the paper's list of departments: 1 for the first."""
    date: Date | None = None
    """The day of the visit, where no timetable gives it."""
    no_slot: Text | None = None
    """Why the programme's timetable has no slot for this visit, where it has none."""
    observations: tuple[Observation, ...] = ()
    """What the members saw and said."""
    questions: tuple[Question, ...] = ()
    """What they asked."""
    led_to: RichText | None = None
    """What the visit led to, apart from the recommendations."""


def paragraph_anchor(printed: str) -> str:
    """The end of a paragraph's permanent link on the page of its paper: `para-27-a` for `27 a`."""
    return f"para-{slug_of(printed)}"


KINDS = (
    Kind(
        "visit-programme",
        Programme,
        "content/visits/*/programme.yml",
        lambda id: f"visits/{id}/",
        lambda programme: programme.title,
    ),
    Kind(
        "visit",
        Visit,
        "content/visits/*/*.yml",
        lambda id: f"visits/{id}/",
        lambda visit: visit.department,
        within="visit-programme",
    ),
)
"""The programme comes first: its file lies among those of its visits."""
