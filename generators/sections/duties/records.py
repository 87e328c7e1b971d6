"""The duties of publication: what the law wants to be public, when, and how sure that is."""

from typing import Literal

from generators.evidence import Met
from generators.fields import Address, Date, Ordinal, RichText, Slug, Text, YesNo
from generators.past import PastDate
from generators.record import Kind, Part, Record, fields

Sure = Literal["confirmed", "quoted", "memory"]


@fields
class Timing:
    """When it has to be published, as the law itself puts it."""

    rule: Literal["within days", "as soon as practicable", "always"]
    """as soon as practicable is no number of days: the page shows the days taken, and calls nothing late."""
    days: Ordinal | None = None
    """within days: how many there are."""
    counted_from: Text | None = None
    """The day from which they are counted, or after what it is to be as soon as practicable."""
    first_day_counts: YesNo = False
    """Whether that day is the first of them."""


@fields
class Account:
    """What somebody says of a timing that nobody here has read in the law."""

    by: Text
    """Whose account it is, like `the Home Affairs Committee, HC 69 (2013-14)`."""
    words: Text
    """What it gives, like `each month`."""
    address: Address | None = None
    """Where it can be read."""


@fields
class Threshold:
    """An amount that decides what is published."""

    of: Text
    """What it is an amount of."""
    amount: Text | None = None
    """The amount; left out until somebody has read it in the law or in an account of it."""
    source: Text | None = None
    """Where the amount was read."""


@fields
class Elsewhere:
    """A page on which it is met besides the records of this site."""

    title: Text
    """What is there."""
    page: Text | None = None
    """A page of this site, by its address from the root: `data/`."""
    address: Address | None = None
    """A page of another site."""


@fields
class Statement:
    """What the office states of the duty for a day or a period. It stays when the duty ends."""

    state: Literal["published", "nothing to publish", "not held", "withheld"]
    """published: on a page that no record of this site shows."""
    date: PastDate
    """The day on which it was signed off."""
    by: Text
    """The role of whoever signed it off, never a name."""
    period: Text | None = None
    """The days or the period it is about, in words."""
    reason: Text | None = None
    """Why it is withheld or not held: the exemption, or plain words."""
    address: Address | None = None
    """Where what was published can be read."""


@fields
class Duty:
    """One thing that the law wants published."""

    id: Slug
    """Its permanent short id, like `order-5c`: the end of its page's address."""
    subject: Text
    """The subject under which it stands, like `Meetings and decisions`."""
    title: Text
    """What is to be published, in a few words."""
    what: RichText
    """What the law asks for, in your own words."""
    law: Text
    """The law."""
    short_law: Text | None = None
    """The law as a list names it, like `2011 Order`."""
    paragraph: Text
    """The paragraph, section or regulation of it."""
    what_source: Text | None = None
    """Where that was read."""
    sure_of_what: Sure
    """confirmed: read in the law itself; quoted: somebody states it; memory: to be verified."""
    timing: Timing | None = None
    """When it has to be published; left out until the text of the law has been read in full."""
    timing_source: Text | None = None
    """The text of the law in which the timing was read. There is no timing without it."""
    sure_of_when: Sure | None = None
    """Only a confirmed timing makes anything due or overdue; left out where nothing is known."""
    timing_as_quoted: tuple[Account, ...] = ()
    """What others give as the timing. It is shown with their name, and makes nothing due."""
    checked: PastDate | None = None
    """The day on which somebody last held all this against its sources."""
    checked_as_given: Text | None = None
    """The same in words where no day is known, like `November 2026`."""
    checked_by: Text | None = None
    """The role of whoever did."""
    met_by: tuple[Met, ...] = ()
    """The records of this site that meet it; left out where none does yet."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Other pages that meet it."""
    applies: YesNo = True
    """no: the law puts this on other bodies, and a reader could think that it holds here."""
    begins: Date | None = None
    """The first day on which it is owed, where that is known."""
    ends: Date | None = None
    """The last day on which it is owed: that of the body, where it is abolished."""
    thresholds: tuple[Threshold, ...] = ()
    """The amounts that decide what is published."""
    statements: tuple[Statement, ...] = ()
    """What the office states: nothing to publish, not held, withheld, or published elsewhere; from first to last."""
    notes: tuple[RichText, ...] = ()
    """What else a reader should know."""


@fields
class Duties(Record):
    """The duties of publication. There is one file: `content/duties.yml`."""

    about: RichText | None = None
    """What stands here and what it is not, in a few plain sentences."""
    duties: tuple[Duty, ...]
    """Every duty, subject by subject."""


def address_of(id: str) -> str:
    """The page of the duty with this id."""
    return f"duties/{id}/"


KINDS = (
    Kind(
        "duties",
        Duties,
        "content/duties.yml",
        lambda _: "duties/",
        lambda _: "What must be published",
        parts=lambda duties: (duty.id for duty in duties.duties),
        linked={Duty: lambda duties: (Part(duty.id, address_of(duty.id)) for duty in duties.duties)},
    ),
)
