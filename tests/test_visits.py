"""Visits: what is raised, who was due where, and the figure that shows it."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generators.archive import Archive
from generators.keys import key
from generators.link import Link, links
from generators.markdown import Markdown
from generators.sections.visits.checks_of_timetable import two_places
from generators.sections.visits.due import COLUMNS, due_figure, seen
from generators.sections.visits.pages import pages
from generators.sections.visits.pages.programme import when
from generators.sections.visits.raised import raised
from generators.sections.visits.recommended import paragraph_anchor
from generators.sections.visits.records import Day, Due, Programme, Slot
from tests.conftest import Change
from tests.projects import NOW

SPRING = "spring-2024"
HOURS = st.integers(0, 22)
SLOTS = st.lists(st.tuples(HOURS, HOURS, st.sets(st.sampled_from(["ada", "ben"]))), max_size=5)


def programme(*days: Day) -> Programme:
    return Programme(id="one", path="", title="One", body="panel", timetable=days)


def day(*slots: tuple[int, int, set[str]], on: date = date(2024, 6, 20)) -> Day:
    """A day with a slot for each: its first hour, its last, and who is due."""
    made = [
        Slot(start=time(start), end=time(end), department="Cells", due=tuple(Due(person=who) for who in sorted(due)))
        for start, end, due in slots
    ]
    return Day(date=on, slots=tuple(made))


def test_every_recommendation_is_raised_where_it_stands(sound: Archive) -> None:
    first, second = raised(sound)
    assert (first.ref, first.part, first.noun, first.id) == (
        "visits-spring-2024-a", "visits-spring-2024-a", "visit-programme", SPRING,
    )  # fmt: skip
    assert first.kind == "recommendation"
    assert first.source == "Illustrative visits, spring 2024"
    assert first.raised_on == date(2024, 6, 5)
    assert (second.owner, second.due) == (("Illustrative Office",), date(2024, 9, 1))


@given(SLOTS)
def test_a_member_is_in_two_places_if_and_only_if_two_slots_share_an_hour(
    slots: list[tuple[int, int, set[str]]],
) -> None:
    slots = [(min(start, end), max(start, end) + 1, due) for start, end, due in slots]
    hours = [(who, hour) for start, end, due in slots for who in due for hour in range(start, end)]
    assert bool(list(two_places(None, programme(day(*slots))))) == (len(hours) > len(set(hours)))  # type: ignore[arg-type]


def test_the_same_hour_on_another_day_is_no_clash() -> None:
    nine = (9, 10, {"ada"})
    two = programme(day(nine), day(nine, on=date(2024, 6, 21)))
    assert list(two_places(None, two)) == []  # type: ignore[arg-type]


def test_the_figure_has_a_row_for_each_member_of_each_slot(sound: Archive) -> None:
    found = sound.records["visit-programme"][SPRING]
    assert isinstance(found, Programme)
    figure = due_figure(found, links(sound, (found,)))
    assert figure is not None
    assert [row[0] for row in figure.rows] == ["Custody Suite", "Custody Suite", "Control Room"]
    assert [row[5] for row in figure.rows] == ["due to attend", "to be confirmed", "due to attend"]
    assert {len(row) for row in figure.rows} == {len(COLUMNS)}
    for row in figure.rows:
        assert str(row[4]) in figure.description
    assert "Cara Specimen (to be confirmed)" in figure.description


def test_a_timetable_that_names_nobody_has_no_figure() -> None:
    assert due_figure(programme(day((9, 10, set()))), {}) is None
    assert due_figure(programme(day((9, 10, {"ada"}))), {}) is None
    one = due_figure(programme(day((9, 10, {"ada"}))), {"person:ada": Link("Ada", "people/ada/")})
    assert one is not None
    assert one.title == "The department was to be seen by 1 of 1 member"


def test_a_member_with_two_slots_for_one_department_counts_once(sound: Archive, changed: Change) -> None:
    (first, second) = sound.records["visit-programme"][SPRING].timetable  # type: ignore[attr-defined]
    slot = first.slots[0]
    again = Slot(start=time(14), end=time(15), department="Cells", visit=slot.visit, due=slot.due)
    later = Day(date=second.date + timedelta(days=1), slots=(again,))
    archive = changed("visit-programme", SPRING, timetable=(first, later))
    custody = next(one for one in seen(archive) if one.visit and one.programme.id == SPRING)
    assert len(custody.due) == 2
    assert custody.dates == (first.date, later.date)


def test_the_days_of_a_programme_in_words() -> None:
    first, last = date(2024, 6, 20), date(2024, 6, 21)
    assert when(programme()) == ""
    assert when(programme(day(on=first))) == "20 June 2024"
    assert when(programme(day(on=first), day(on=last))) == "2 days from 20 June 2024 to 21 June 2024"


def test_a_printed_paragraph_is_found_by_its_link() -> None:
    assert [paragraph_anchor(printed) for printed in ("27", "27 a", "27(a)", "4.2")] == [
        "para-27", "para-27-a", "para-27-a", "para-4-2",
    ]  # fmt: skip


def test_the_page_of_a_visit_is_made_from_no_more_of_its_programme_than_it_shows(
    sound: Archive, changed: Change
) -> None:
    def page_of(archive: Archive) -> str:
        return next(key(page) for page in pages(archive, NOW) if page.address == f"visits/{SPRING}/custody/")

    (first, second) = sound.records["visit-programme"][SPRING].timetable  # type: ignore[attr-defined]
    elsewhere = changed("visit-programme", SPRING, impression=Markdown("Useful."), timetable=(first,))
    assert page_of(elsewhere) == page_of(sound)
    own = changed("visit-programme", SPRING, timetable=(replace(first, date=date(2024, 4, 9)), second))
    assert page_of(own) != page_of(sound)
