"""The office, its bodies and the terms of their members, people, and matters."""

from typing import Literal

from generators.fields import Address, Colour, ContactAddress, Date, Number, RichText, Text
from generators.past import PastDate
from generators.record import Record, fields
from generators.sections.meetings.records.ids import BodyId, PersonId


@fields
class AccessibilityStatement:
    """What only the office can say in the statement on accessibility that the law asks for."""

    prepared: PastDate
    """The day on which the office first adopted the statement."""
    reviewed: PastDate | None = None
    """The day on which it last went through the statement, which it does once a year at least."""
    answered_within: Text | None = None
    """How soon it answers who reports a barrier or asks for another form, like `10 working days`."""
    barriers: tuple[RichText, ...] = ()
    """Barriers that people have met and that are still there, each with a way round it."""


@fields
class Office(Record):
    """The office whose record this is."""

    name: Text
    """Its full name."""
    short_name: Text
    """What it is called in a heading, like `OPCC`."""
    area: Text
    """The area it serves."""
    force: Text
    """The police force it oversees."""
    holder: PersonId | None = None
    """Who holds the office now, if the papers say."""
    website: Address | None = None
    """Its own website."""
    address: Address | None = None
    """Where this site stands for the public, like https://record.example.org/. Search engines and feeds need it."""
    licence: Text | None = None
    """The licence under which everything here may be used. Left out, it is the Open Government Licence v3.0."""
    licence_address: Address | None = None
    """Where the text of that licence can be read."""
    repository: Address | None = None
    """Where the records themselves are kept in public, like https://example.org/office/record."""
    contacts: tuple[Text, ...] = ()
    """Telephone numbers and e-mail addresses of the office in general: any record may give them."""
    domains: tuple[Text, ...] = ()
    """Further domains whose mailboxes for a role, like `info@example.org`, any record may give."""
    premises: tuple[Text, ...] = ()
    """Streets and postcodes of offices and public venues: any record may give them, and the places of meetings too."""
    report_a_mistake: ContactAddress | None = None
    """A web form, or a mailto: address of the office in general, for reporting a mistake."""
    accessibility: AccessibilityStatement | None = None
    """What the office says in its statement on accessibility."""
    accent: Colour | None = None
    """The colour of links and marks: six digits or letters from a to f, dark enough to read text in.

    For the dark it is lightened. Left out, it is the colour of this program.
    """
    about: RichText | None = None
    """What the office is and does, in a few plain sentences."""


@fields
class Membership:
    """One person's place on a body for one term."""

    person: PersonId
    """Who."""
    role: Text = "Member"
    """Member, Chair, Deputy Chair, as the papers call it."""
    representing: Text | None = None
    """The council or group the person sits for."""
    start: Date | None = None
    """First day of the term, if known."""
    end: Date | None = None
    """Last day of the term, if known."""
    term_as_printed: Text | None = None
    """The term as the paper gives it, where it gives no exact days."""
    ended_because: Text | None = None
    """Why the term ended."""
    as_of: Text | None = None
    """The paper or day on which the membership is stated, where the exact days are not known."""


@fields
class Share:
    """One line of a published breakdown."""

    group: Text
    """Who is counted."""
    printed: Text
    """The count or percentage as printed."""


@fields
class Breakdown:
    """A published breakdown of the members, such as by sex or ethnicity."""

    title: Text
    """What the members are broken down by."""
    as_of: Text | None = None
    """The day or period it describes, as printed."""
    source: Text | None = None
    """The paper it stands in."""
    shares: tuple[Share, ...]
    """The lines of the breakdown."""


@fields
class Body(Record):
    """A committee, panel or board whose meetings are on the record."""

    name: Text
    """Its full name."""
    short_name: Text
    """How it is called in lists, like `Police and Crime Panel`."""
    standing: Literal["statutory", "advisory"]
    """Whether the law requires it or the office set it up for advice."""
    established: Text | None = None
    """When it was set up, as the papers say."""
    remit: RichText
    """What it is for, in a few plain sentences."""
    terms_of_reference: RichText | None = None
    """What it is bound to do, as the papers state it."""
    meets: Text | None = None
    """How often and when it meets."""
    standing_items: tuple[Text, ...] = ()
    """The subjects on every agenda."""
    predecessor: BodyId | None = None
    """The body it followed."""
    successor: BodyId | None = None
    """The body that followed it."""
    size: Number | None = None
    """How many members it has when every place is filled."""
    term_length: Text | None = None
    """How long a member serves, as the papers say."""
    members: tuple[Membership, ...] = ()
    """Its members and their terms."""
    breakdowns: tuple[Breakdown, ...] = ()
    """Published breakdowns of the members."""
    supported_by: Text | None = None
    """Who runs its meetings: a role or an office, not a person's telephone number."""


@fields
class Post:
    """A public office or chief officer's post that a person held."""

    title: Text
    """The post, like `Deputy Chief Constable`."""
    organisation: Text | None = None
    """Whose post it is."""
    start: Date | None = None
    """First day, if known."""
    end: Date | None = None
    """Last day, if known."""
    as_of: Text | None = None
    """The paper or day on which the post is stated, where the exact days are not known."""


@fields
class Person(Record):
    """A member, office holder or chief officer. Other staff are known by their role only."""

    name: Text
    """The name as printed, without honorific: `Linda James`."""
    honorific: Text | None = None
    """Ms, Dr, Professor, Cllr, as printed."""
    letters: Text | None = None
    """Letters after the name, like `OBE CC`."""
    also_printed_as: tuple[Text, ...] = ()
    """Other ways the papers print the name."""
    posts: tuple[Post, ...] = ()
    """Public offices and chief officers' posts."""
    about: RichText | None = None
    """What the papers say of the person's public role."""

    @property
    def full_name(self) -> str:
        """The name as a list shows it: `Professor Cillian Ryan`."""
        return " ".join(part for part in (self.honorific, self.name, self.letters) if part)


@fields
class Matter(Record):
    """One subject that is followed through several meetings."""

    title: Text
    """The subject in a few words."""
    about: RichText | None = None
    """What it is about."""
