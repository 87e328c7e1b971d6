"""Who was there, in roll calls, with substitutes and with wards in the place of roles; and what is none of these."""

from datetime import date

import pytest

from generators.minutes import answers, attendance, titles
from generators.minutes.capacities import Attendee
from generators.minutes.document import Line
from generators.minutes.entries import entries
from generators.minutes.names import people
from generators.minutes.paragraphs import paragraphs
from generators.minutes.people import Known, People
from generators.minutes.printed import days

KNOWN = People((Known("ann-able", "Ann Able"), Known("cat-cedar", "Cat Cedar")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roll call: Able, Broom present; Cedar absent.",
         [("Able", "present"), ("Broom", "present"), ("Cedar", "absent")]),
        ("Roll Call: Present: Able and Broom; Absent: none", [("Able", "present"), ("Broom", "present")]),
        ("Roll call - Able (present), Broom (excused)", [("Able", "present"), ("Broom", "apologies")]),
        ("Roll call: Able, Broom, Cedar.", []),
        ("Roll call: Able, Broom. All ayes.", []),
        ("Roll call: the members were present.", []),
        ("Roll call: Able present; the Clerk took the minutes.", []),
    ],
)  # fmt: skip
def test_a_roll_call_names_those_who_answered_it_or_nobody(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers.in_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cllr Ann Able (substituting for Cllr Cat Cedar)",
         {"person": "ann-able", "substitute_for": "cat-cedar"}),
        ("Cllr Ann Able, substitute for Cllr D Dane",
         {"person": "ann-able", "as_printed": "Cllr Ann Able, substitute for Cllr D Dane"}),
        ("Cllr Ann Able (substitute)", {"person": "ann-able", "as_printed": "Cllr Ann Able (substitute)"}),
        ("Cllr Ann Able (from item 4)", {"person": "ann-able", "joined_or_left": "from item 4"}),
        ("Cllr S Able – Broom", {"role": "Member", "as_printed": "Cllr S Able – Broom"}),
        ("Cllr Ann Able – Broom Borough Council",
         {"person": "ann-able", "as_printed": "Cllr Ann Able – Broom Borough Council"}),
        ("Cllr Ann Able – Vice-Chair", {"person": "ann-able", "role": "Vice-Chair"}),
        ("Ann Able – Broomfield Wardens", {"person": "ann-able", "role": "Broomfield Wardens"}),
    ],
)  # fmt: skip
def test_what_stands_behind_a_name_is_a_role_only_where_it_is_one(text: str, expected: dict[str, str]) -> None:
    listed = [Attendee(one, "member", "present", Line(1, 1, text)) for one in people(text)]
    (entry,) = entries(listed, KNOWN)
    assert {name: value for name, value in entry.holds.items() if value} == {
        **expected,
        "capacity": "member",
        "status": ["present"],
    }


@pytest.mark.parametrize(
    ("text", "role", "said"),
    [
        ("Cllr Ann Able - Chair - present", "Chair", ("member", "present")),
        ("Cllr Ann Able - Chair (apologies)", "Chair", ("member", "apologies")),
        ("Cllr Ann Able (sent apologies)", "", ("member", "apologies")),
        ("Cllr Ann Able - not present", "", ("member", "absent")),
        ("Cllr Ann Able (A)", "", ("member", "apologies")),
        ("Ms Ann Able, Clerk to the Panel \u2013 in attendance", "Clerk to the Panel", ("in attendance", "present")),
        ("Ms Ann Able, Clerk to the Panel", "Clerk to the Panel", ("officer", "present")),
    ],
)
def test_words_behind_a_name_say_who_was_there_and_leave_the_role(text: str, role: str, said: tuple[str, str]) -> None:
    lines = [Line(at, 1, words) for at, words in enumerate(("Attendance", text), 1)]
    (found,), _ = attendance.listed(paragraphs(lines), invited=False)
    assert (found.printed.role, (found.capacity, found.status)) == (role, said)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minutes - 2024-03-12", [date(2024, 3, 12)]),
        ("2024.3.5 Board Minutes", [date(2024, 3, 5)]),
        ("Minutes 12.03.2024", [date(2024, 3, 12)]),
        ("Report 2024-03/12", []),
        ("Reference 12024-03-12", []),
        ("Reference 2024-03-12-7", []),
    ],
)
def test_a_day_that_begins_with_its_year_is_read_and_no_reference(text: str, expected: list[date]) -> None:
    assert [found.day for found in days(text)] == expected


def test_a_list_of_dashes_beneath_a_heading_of_people_is_no_list_of_items() -> None:
    lines = ["Minutes", "Present:", *(f"- {name} Able" for name in ("Ann", "Bob", "Cat", "Dan", "Eve"))]
    assert titles.dashes(paragraphs(Line(1, at, text, gap=True) for at, text in enumerate(lines, 1))) == []


def test_a_few_colons_do_not_make_titles() -> None:
    lines = ["Minutes: they were read.", "Motion: to close.", "Reports: none.", "Moved by: Able", "Ayes: Able"]
    assert titles.leads(paragraphs(Line(1, at, text, gap=True) for at, text in enumerate(lines, 1))) == []
