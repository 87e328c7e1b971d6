"""A programme of visits, its timetable and what it recommended: what a record of it is."""

from generators.fields import Date, RichText, Slug, Text, Time, YesNo
from generators.record import Record, fields
from generators.sections.visits.records.ids import BodyId, MeetingPart, PaperId, PersonId, VisitId


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
class LaterPaper:
    """A later paper that comes back to the visits."""

    paper: PaperId
    """The paper, by its id."""
    paragraph: Text | None = None
    """The paragraph of it, as printed: `26 b`."""
    said: Text
    """What it says of the visits, in your own words."""


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
    later: tuple[LaterPaper, ...] = ()
    """What later papers say of the visits."""
