"""What a new meeting is proposed to have on its agenda, and in which order."""

from datetime import date

import pytest

from generators.sections.meetings.records import Meeting
from generators.sections.meetings.records.item import Item
from generators.sections.meetings.usual_items import usual


def held(month: int, *titles: str) -> Meeting:
    items = tuple(Item(number=str(at), title=title) for at, title in enumerate(titles, 1))
    return Meeting(id=f"panel/{month}", path="", body="panel", date=date(2024, month, 1), state="held", items=items)


FIRST = ("Apologies", "Minutes of the previous meeting", "Gifts", "Ethical dilemma", "Any other business")
ODD = ("Apologies", "Ethical dilemma", "Minutes of the previous meeting", "Gifts", "Any other business")


@pytest.mark.parametrize(
    ("meetings", "standing", "expected"),
    [
        ([FIRST, FIRST, ODD], (), list(FIRST)),
        ([FIRST, ODD, ODD], (), list(ODD)),
        ([("Apologies", "Custody"), ("Apologies", "Vans")], (), ["Apologies"]),
        ([("Apologies for absence", "Any other business"), ("Apologies", "Any other business")], ("Gifts",),
         ["Apologies", "Gifts", "Any other business"]),
        ([FIRST], ("Ethical dilemma", "Gifts"), ["Gifts", "Ethical dilemma"]),
        ([("Minutes of 3 June 2024", "Gifts"), ("Minutes of 4 July 2024", "Gifts")], (), ["Gifts"]),
        ([], ("Gifts", "Ethical dilemma"), ["Gifts", "Ethical dilemma"]),
    ],
)  # fmt: skip
def test_usual_items_stand_where_they_stood_most_often(
    meetings: list[tuple[str, ...]], standing: tuple[str, ...], expected: list[str]
) -> None:
    assert usual([held(at, *titles) for at, titles in enumerate(meetings, 1)], standing) == expected
