"""Registers of gifts and hospitality: what a register is, and what one offer is."""

from dataclasses import field
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator

from generators.dates import financial_year
from generators.disclosure import RowsAbout, Rule
from generators.fields import Address, CellText, Date, Number, RichText, SheetDate, Slug, Text, YesNo
from generators.past import PastDate
from generators.record import Kind, Record, fields
from generators.register import Register
from generators.sections.gifts.ids import MeetingPart, PaperPart, PersonId

AnyKind = Literal["gift", "hospitality", "gratuity", "sponsorship", "discount"]
AnyAnswer = Literal["accepted", "declined", "returned", "not stated"]
ANSWERS: tuple[str, ...] = get_args(AnyAnswer)
"""In the order in which pages and charts have them."""
UNDATED = "undated"
"""In place of the financial year, for offers of which no day is given."""
WORDS = {*get_args(AnyKind), *ANSWERS}


def _in_lower_case(value: object) -> object:
    """One of the words, whatever its capitals and spaces and with a full stop after it; any other value as typed."""
    word = " ".join(value.lower().rstrip(" .").split()) if isinstance(value, str) else ""
    return word if word in WORDS else value


GiftKind = Annotated[AnyKind, BeforeValidator(_in_lower_case)]
Answer = Annotated[AnyAnswer, BeforeValidator(_in_lower_case)]


@fields
class NilReturn:
    """A period for which nothing was offered, and who answers for that."""

    start: Date
    """Its first day."""
    end: Date
    """Its last day."""
    signed: PastDate
    """The day the return was signed off."""
    signed_by: Text
    """The role of whoever signed it off."""
    part: Text | None = None
    """The team or office it is about; the whole register where none is given."""


@fields
class Review:
    """A body's look at the register, and what came of it."""

    by: Text
    """Which body, and when."""
    said: RichText
    """What it found or asked for."""
    paper: PaperPart | None = None
    """The paper that tells of it, or a part of it, by id."""
    meeting: MeetingPart | None = None
    """The meeting that tells of it, or a part of it, by id."""
    recommendation: Slug | None = None
    """The recommendation that came of it, by its ref in the tracker."""


@fields
class GiftsRegister(Register):
    """What a CSV file of the same name holds: a register of gifts and hospitality, and the policy it follows."""

    whose: Text
    """Whose office holders and staff it covers."""
    register_within_days: Number | None = None
    """The number of days after the offer within which the policy wants it registered."""
    outcome_required: YesNo = False
    """Whether the policy wants to know what became of everything that was accepted."""
    policy: RichText | None = None
    """What the policy says."""
    policy_address: Address | None = None
    """Where the policy can be read."""
    nil_returns: tuple[NilReturn, ...] = ()
    """The periods for which nothing was offered. A file without a row proves nothing; a nil return is signed."""
    reviews: tuple[Review, ...] = ()
    """Where a body looked at the register, and what came of it."""
    rows_about: tuple[RowsAbout, ...] = ("organisations", "applicants and staff")
    """Whom the rows tell of: those who offer, and office holders and staff by their roles."""
    disclosure: Rule = "process-exact"
    """How its numbers are protected. Every offer is public by itself, so their counts are exact."""
    donors: dict[str, Text] = field(default_factory=dict)
    """Other names of those who offer: a name as the rows print it, then the one under which all their offers stand.
    Other registers that print the name follow it, unless they say something else of it."""
    unnamed: tuple[Text, ...] = ()
    """What the rows print where they name nobody, like `a local resident`: it becomes no page."""


@fields
class GiftOffer(Record):
    """One offer of a gift or of hospitality, accepted or not. One row of `data/gifts/<register>.csv`."""

    what: CellText
    """What was offered."""
    offered_by: CellText
    """Who offered it, as printed."""
    donor: CellText | None = None
    """The name under which all offers of this donor stand, where it is not the printed one."""
    offered: SheetDate | None = None
    """The day it was offered."""
    registered: SheetDate | None = None
    """The day it was entered in the register."""
    recipient: CellText | None = None
    """To whom it was offered: a role, a team or a rank."""
    person: PersonId | None = None
    """To whom it was offered, by id: an office holder, a member or a chief officer only."""
    kind: GiftKind | None = None
    """Of what kind it is."""
    value: CellText | None = None
    """Its value in pounds, exactly as declared: `£50`, `~50`, `under £25`, `£175-200`, `nil`, `unknown`."""
    answer: Answer = "not stated"
    """What was done: returned is what had been received and was given back."""
    became: CellText | None = None
    """What became of it: kept, shared, donated, pooled."""
    passed_to: CellText | None = None
    """To whom it was passed on, if it was."""
    reason: CellText | None = None
    """Why the answer was what it was, or why it was offered."""
    approved_by: CellText | None = None
    """Who approved it, by role."""
    meeting: MeetingPart | None = None
    """The meeting that discussed it, by id, with `#` and the item where that is known."""

    @property
    def day(self) -> date | None:
        """The day by which it is put into a year: of the offer, or else of its registration."""
        return self.offered or self.registered

    @property
    def year(self) -> str:
        """The financial year on whose page it stands."""
        return financial_year(self.day) if self.day else UNDATED

    @property
    def address(self) -> str:
        """Its row on the page of its register and year."""
        register, _, row = self.id.rpartition("/")
        return f"gifts/{register}/{self.year}/#{row}"


KINDS = (
    Kind("gifts-register", GiftsRegister, "data/gifts/*.yml", lambda id: f"gifts/{id}/", lambda found: found.title),
    Kind(
        "gift-offer",
        GiftOffer,
        "data/gifts/*.csv",
        lambda _: "",
        lambda offer: offer.what,
        within="gifts-register",
        place=lambda offer: offer.address,
        happened=lambda offer: offer.registered or offer.offered,
    ),
)
