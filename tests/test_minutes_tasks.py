"""Tasks that minutes tell without a mark: which sentences hand one out, to whom, and which only tell."""

import pytest

from generators.minutes import due_dates, narrated, tasks_decided
from generators.minutes.document import Line
from generators.minutes.names import people
from generators.minutes.paragraphs import Para
from generators.minutes.people import People
from generators.minutes.roles import Roles

NOBODY = Roles((), People(()))

TOLD = (
    ("request", "", "Members asked for the figures to be broken down by ward in future reports."),
    ("request", "", "It was also requested that an explanation be given in writing."),
    ("request", "", "Members requested that the costs be included in the next report."),
    ("request", "the Clerk", "The Panel asked the Clerk to write to the county about the crossing."),
    ("request", "The Head of Policy", "The Head of Policy was asked to circulate the guidance."),
    ("request", "staff", "The Council directed staff to draft an ordinance."),
    ("request", "", "The Panel asked for further information on response times to be provided after the meeting."),
    ("report", "", "Ms Example requested a report to the December meeting on custody."),
    ("report", "", "Members requested further information on fraud."),
    ("promise", "The Chief Constable", "The Chief Constable said that he would look into the delay."),
    ("promise", "the Chief Constable", "It was agreed that the Chief Constable would provide the figures."),
    ("promise", "the Treasurer", "Members were concerned, and the Treasurer offered to bring the figures."),
    ("promise", "", "It was explained that consideration would be given to a second visit."),
    ("promise", "", "A written response would be circulated to members following the meeting."),
    ("promise", "", "Future reports would also include the number of appeals."),
)  # fmt: skip
NOT_TOLD = (
    "Members asked what the figures meant.",
    "A member asked for clarification of the costs.",
    "Members were asked to note the contents of the report.",
    "The Chief Constable said that crime would fall.",
    "A member of the public asked that the path be repaired.",
    "The Clerk had been asked to write to the county in May.",
    "The plan would be published in the spring.",
    "The Panel requested that the item be deferred.",
    "It was hoped that the data could be available in future.",
    "The applicant was asked to provide more information in writing.",
    "The Chair asked the Chief Constable to explain the figures.",
    "It was suggested that the Panel could write to the Department.",
)


def para(text: str) -> Para:
    return Para((Line(1, 1, text),), text, "", text)


@pytest.mark.parametrize(("sort", "who", "sentence"), TOLD)
def test_a_sentence_hands_out_a_task(sort: str, who: str, sentence: str) -> None:
    (found,) = narrated.told([para(sentence)], NOBODY)
    assert (found.sort, found.who, found.text) == (sort, who, sentence)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_a_sentence_only_tells(sentence: str) -> None:
    assert narrated.told([para(sentence)], NOBODY) == []


def test_what_a_report_is_to_show_is_part_of_what_was_asked_for() -> None:
    text = "Ms Doe requested a future report on training. Ms Doe asked for it to be broken down by rank."
    (found,) = narrated.told([para(text)], NOBODY)
    assert (found.sort, found.by, found.text) == ("report", "Ms Doe", text)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("That the Panel write to the Department of Examples;", (False, "the Panel")),
        ("That a visit be arranged to the custody suite;", (False, "")),
        ("That the Chief Constable be requested to provide a report on fraud.", (True, "the Chief Constable")),
        ("That a further report be brought to the next meeting.", (True, "")),
        ("agreed that the Clerk would circulate the figures;", (False, "the Clerk")),
        ("That the contents of the report be noted;", None),
        ("That the annual report be received and the plan approved.", None),
        ("That the budget be approved.", None),
        ("That members be thanked.", None),
    ],
)
def test_a_decision_hands_out_a_task(decision: str, expected: tuple[bool, str] | None) -> None:
    found = tasks_decided.task(decision, NOBODY)
    assert (found and (found.is_report, found.who)) == expected


@pytest.mark.parametrize(
    ("text", "left", "printed", "day"),
    [
        ("Clerk to write (by 30 June 2024)", "Clerk to write", "by 30 June 2024", "2024-06-30"),
        ("Clerk to write (by 30 June).", "Clerk to write.", "by 30 June", None),
        ("Book a briefing [June meeting]", "Book a briefing", "June meeting", None),
        ("Send the scope (2 July 2024)", "Send the scope", "2 July 2024", "2024-07-02"),
        ("Bring it back [next meeting]", "Bring it back", "next meeting", None),
        ("Write by 30 June 2024 to all", "Write by 30 June 2024 to all", "by 30 June 2024", "2024-06-30"),
        ("Explore it for a future meeting", "Explore it for a future meeting", "a future meeting", None),
        ("Send the minutes (draft)", "Send the minutes (draft)", None, None),
        ("Write about the fair (in the park)", "Write about the fair (in the park)", None, None),
    ],
)  # fmt: skip
def test_when_something_is_due_is_read_behind_it(text: str, left: str, printed: str | None, day: str | None) -> None:
    words, due = due_dates.parted(text)
    assert words == left
    assert (due.printed if due else None) == printed
    assert (str(due.day) if due and due.day else None) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cllr Smith, Mayor Jones, PCC Brown", ["Cllr Smith", "Mayor Jones", "PCC Brown"]),
        ("Messrs A and B", ["Mr A", "Mr B"]),
        ("Mayor Jones, Deputy Mayor Kay, Councilmembers Able, Broom, and Cedar",
         ["Mayor Jones", "Deputy Mayor Kay", "Councilmember Able", "Councilmember Broom", "Councilmember Cedar"]),
        ("Supervisors Able, Broom", ["Supervisor Able", "Supervisor Broom"]),
        ("Mayor Able (Chairperson), Crs Broom, Cedar and Dane, Deputy Mayor Elm",
         ["Mayor Able", "Cr Broom", "Cr Cedar", "Cr Dane", "Deputy Mayor Elm"]),
        ("Mmes. Able and Broom, Messrs. Cedar, Dane", ["Mrs Able", "Mrs Broom", "Mr Cedar", "Mr Dane"]),
        ("Provost Able, Bailie Broom and Councillors Cedar and Dane",
         ["Provost Able", "Bailie Broom", "Councillor Cedar", "Councillor Dane"]),
        ("City Manager Cedar, Police Chief Dane", ["City Manager Cedar", "Police Chief Dane"]),
        ("PCC Brown, DPCC Able and Chief Constable Green", ["PCC Brown", "DPCC Able", "Chief Constable Green"]),
        ("Ann Able, Director of Finance; Bob Broom, City Manager", [" Ann Able", " Bob Broom"]),
    ],
)  # fmt: skip
def test_an_office_before_a_last_name(text: str, expected: list[str]) -> None:
    assert [f"{one.honorific} {one.name}" for one in people(text)] == expected
