"""Untidy files as offices export them, made up from a seed; with the side files that make registers of them."""

import csv
import io
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

DONORS = {
    "Example Rovers FC": ("Example Rovers F.C.", "example rovers fc", "Example  Rovers FC", "Example Rovers"),
    "Brown & Sons Ltd": ("Brown & Sons Ltd", "Brown and Sons Limited", "BROWN & SONS LTD.", "Brown\u00a0& Sons, Ltd"),
    "Sample City Council": (
        "Sample City Council", "SAMPLE CITY COUNCIL", "The Sample City council", "Sample City\nCouncil",
    ),
    "": ("Member of public", "member of the public", "MEMBER OF PUBLIC", "a passer-by"),
}  # fmt: skip
"""Donors and how rows write them; that `Example Rovers` and the passer-by are who they are, the side file says."""
VALUES: dict[str, tuple[float, float] | None] = {
    "£50": (50, 50), "~50": (50, 50), "<10": (0, 10), "under £25": (0, 25), "£175-200": (175, 200), "nil": (0, 0),
    "unknown": None, "c. £30 each": None, "N/A": None, "": None, "£12.50": (12.5, 12.5), "£5 \u2013 £10": (5, 10),
    "\u00a0£15": (15, 15), "20": (20, 20), "£1,200": (1200, 1200), "negligible": None,
}  # fmt: skip
ANSWERS = {
    "Accepted": "accepted", "accepted ": "accepted", "ACCEPTED": "accepted", "Declined.": "declined",
    "Declined": "declined", "Not accepted": "declined", "Returned": "returned", "": "not stated",
}  # fmt: skip
RECIPIENTS = (
    "Chief Executive",
    "Commissioner; Deputy Commissioner",
    "Front desk\nteam",
    "Officers on duty, Custody",
    "",
)
WHAT = ("Box of chocolates", "Two tickets \u2013 \u201cFinal\u201d", "Lunch,\nwith wine", "Flowers", "Framed picture")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Offer:
    """One row, and what a reader takes from it."""

    cells: tuple[str, ...]
    day: date
    donor: str
    value: tuple[float, float] | None
    answer: str


def offers(number: int, seed: int = 1) -> list[Offer]:
    """So many offers of 2019 to 2023, no two of which need be written alike."""
    chance = random.Random(seed)
    return [_offer(chance) for _ in range(number)]


def _offer(chance: random.Random) -> Offer:
    day = date(chance.randint(2019, 2023), chance.randint(1, 12), chance.randint(1, 28))
    written_day = chance.choice(
        (f"{day:%d/%m/%Y}", day.isoformat(), f"{day.day}-{MONTHS[day.month - 1]}-{day:%y}", f"{day:%d/%m/%Y} ")
    )
    donor = chance.choice(list(DONORS))
    value, answer = chance.choice(list(VALUES)), chance.choice(list(ANSWERS))
    cells = (
        written_day, chance.choice(RECIPIENTS), chance.choice(WHAT), chance.choice(DONORS[donor]), value, answer,
        chance.choice(("", "Raffle", "Kept in office")), "x",
    )  # fmt: skip
    return Offer(cells, day, donor, VALUES[value], ANSWERS[answer])


def gifts(rows: Iterable[Offer]) -> bytes:
    """A register of gifts as Excel saves it: a title above, a total and empty rows beneath, in Windows-1252."""
    title = ("Gifts, gratuities & hospitality 2019\u20132023", *[""] * 7)
    names = (
        "Date\nof offer",
        "Offered to",
        "Gift / hospitality",
        "Offered by",
        "Value (£)",
        "Accepted?",
        "Use",
        "By",
    )
    blank, total = ("",) * 8, ("Total", "£1,234", *[""] * 6)
    cells = [title, blank, names, *(row.cells for row in rows), total, *[blank] * 40]
    return written(cells, ",").encode("cp1252")


GIFTS_SIDE = """
title: Gifts and hospitality of an illustrative force
whose: Everybody in an illustrative force.
row: One offer
header_line: 3
columns:
  offered: The day
  recipient: To whom
  what: What
  offered_by: By whom
  value: Its value
  answer: Whether it was accepted
  became: What became of it
called:
  offered: Date of offer
  recipient: Offered to
  what: Gift / hospitality
  offered_by: Offered by
  value: Value (£)
  answer: Accepted?
  became: Use
words:
  answer: {Not accepted: declined, blank: not stated}
left_out: {By: Initials of members of staff}
rows_left_out: {Total: It adds up the rows above.}
id_from: [offered, what, offered_by]
donors: {Example Rovers: Example Rovers FC}
unnamed: [a passer-by]
disclosure: process-exact
publication: published
published: 2024-01-10
"""


def complaints(number: int, seed: int = 1) -> bytes:
    """A file of complaints as Excel's `Unicode text`: tabs, UTF-16."""
    chance = random.Random(seed)
    names = ("Ref no", "Type", "View", "Reviewer's notes", "Reply", "Reply date")
    rows = [_complaint(chance, at) for at in range(number)]
    return b"\xff\xfe" + written([names, *rows], "\t").encode("utf-16-le")


def _complaint(chance: random.Random, at: int) -> tuple[str, ...]:
    type_ = chance.choice(("Incivility", "Incivility; Delay", "Delay ;", "", "Force\u2013handcuffs"))
    view = chance.choice(("OK", "ok.", "appropriate", "Concerns ", "NFA", "", "Not OK"))
    notes = chance.choice(("", "The letter was \u201cclear\u201d", "It took\nlong"))
    reply = chance.choice((("", ""), ("Noted", f"{chance.randint(10, 28)}/02/2024"), ("Noted", "")))
    return (f"CO/{at:05}/23", type_, view, notes, *reply)


COMPLAINTS_SIDE = """
title: Complaint files read in an illustrative year
row: One file that was read
function: custody-records
date: 2024-02-01
columns:
  file: Its number
  categories: Its categories
  view: The reviewer's view
  comment: The reviewer's words
  response: The answer
  responded_on: The day of the answer
called:
  file: Ref no
  categories: Type
  view: View
  comment: Reviewer's notes
  response: Reply
  responded_on: Reply date
words:
  view: {OK: appropriate, Concerns: appropriate with observations, NFA: no view, Not OK: inappropriate}
id_from: [file]
rows_about: [organisations]
disclosure: process-exact
publication: published
published: 2024-02-10
"""


def written(rows: Iterable[Iterable[str]], separator: str) -> str:
    """Rows as a table's text, with ends of lines of Windows."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n", delimiter=separator).writerows(rows)
    return text.getvalue()
