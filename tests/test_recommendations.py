"""The tracker: nothing that was raised is missing from it, and a status can be rebuilt for any day."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators import sections
from generators.archive import Archive
from generators.check import load
from generators.fields import LONDON
from generators.link import Link
from generators.public import public
from generators.raised import Raised
from generators.sections.dip_samples.records import Case
from generators.sections.meetings.records import Meeting
from generators.sections.recommendations.grouping import age, by_year, years_of
from generators.sections.recommendations.history import counts_on, open_and_closed
from generators.sections.recommendations.pages import pages
from generators.sections.recommendations.pages.listing import Listing, in_pages
from generators.sections.recommendations.pages.listing import pages as listed_pages
from generators.sections.recommendations.records import RecommendationSource
from generators.sections.recommendations.rows import Row
from generators.sections.recommendations.statuses import (
    CLOSED,
    NOT_ANSWERED,
    Period,
    Standing,
    answer_words,
    last_day_to_answer,
    periods,
    status_on,
)
from generators.sections.recommendations.tracker import NO_MORE, Tracked, days_to_close, tracker
from generators.sections.visits.records import Programme
from tests.conftest import REPOSITORY

NOW = datetime(2026, 11, 22, 9, tzinfo=LONDON)
DAYS = st.dates(date(2017, 1, 1), date(2027, 1, 1))
WORDS = st.sampled_from(
    ["open", "in progress", "complete", "rejected", "superseded", "reopened", "not legible in the original"]
)


@dataclass(frozen=True)
class Update:
    """As much of an update as its status needs."""

    date: date
    status: str


HISTORIES = st.lists(st.builds(Update, DAYS, WORDS), max_size=8).map(
    lambda found: tuple(sorted(found, key=lambda update: update.date))
)


@pytest.fixture(scope="module")
def real() -> Archive:
    """The records of this repository, as the public sees them."""
    return public(load(REPOSITORY), NOW)


# ---- the status on a day


@given(HISTORIES, DAYS)
def test_a_status_is_that_of_the_last_update_up_to_the_day(updates: tuple[Update, ...], day: date) -> None:
    known = [update for update in updates if update.date <= day]
    standing = status_on(updates, day)
    assert standing == status_on(known, date.max)
    last = known[-1].status if known else NOT_ANSWERED
    assert standing.status == ("open" if last == "reopened" else last)


@given(HISTORIES, DAYS, WORDS)
def test_an_update_changes_nothing_of_the_days_before_it(updates: tuple[Update, ...], day: date, word: str) -> None:
    later = [update for update in updates if update.date < day]
    assert status_on([*later, Update(day, word)], day - timedelta(1)) == status_on(later, day - timedelta(1))


@given(HISTORIES, DAYS)
def test_it_has_stood_so_since_a_day_on_which_it_changed(updates: tuple[Update, ...], day: date) -> None:
    standing = status_on(updates, day)
    assert (standing.closed is not None) == (standing.status in CLOSED)
    if standing.since:
        assert standing.since <= day
        assert status_on(updates, standing.since).status == standing.status
        assert any(update.date == standing.since for update in updates)
    else:
        assert standing == Standing(NOT_ANSWERED)
    if standing.closed and standing.since:
        assert standing.closed <= standing.since


def test_what_is_reopened_is_open_and_is_closed_again_on_a_later_day() -> None:
    updates = [Update(date(2024, 1, day), word) for day, word in ((1, "complete"), (2, "reopened"), (3, "rejected"))]
    assert status_on(updates, date(2024, 1, 1)) == Standing("complete", date(2024, 1, 1), date(2024, 1, 1))
    assert status_on(updates, date(2024, 1, 2)) == Standing("open", date(2024, 1, 2), None)
    assert status_on(updates, date(2024, 1, 9)) == Standing("rejected", date(2024, 1, 3), date(2024, 1, 3))


@given(HISTORIES, DAYS, DAYS)
def test_the_periods_say_how_it_stood_on_every_day(updates: tuple[Update, ...], start: date, day: date) -> None:
    known = [update for update in updates if update.date >= start]
    found = periods(known, start)
    assert found[0].first == start
    assert found[-1].last is None
    assert all(earlier.last == later.first - timedelta(1) for earlier, later in pairwise(found) if later.first)
    assert all(earlier.status != later.status for earlier, later in pairwise(found))
    for period in found:
        if period.first and period.first <= day <= (period.last or date.max):
            assert period.status == status_on(known, day).status


def test_what_has_no_date_stood_so_from_an_unknown_day() -> None:
    assert periods([Update(date(2024, 1, 2), "complete")], None) == (
        Period(NOT_ANSWERED, None, date(2024, 1, 1)),
        Period("complete", date(2024, 1, 2)),
    )


# ---- the 56 days


def test_the_56_days_begin_with_the_day_of_publication() -> None:
    """Police Act 1996 s.55: that day is the first of them."""
    assert last_day_to_answer(date(2024, 1, 1)) == date(2024, 2, 25)
    assert last_day_to_answer(date(2024, 4, 10)) == date(2024, 4, 10) + timedelta(days=55)


@pytest.mark.parametrize(
    ("answered", "today", "words"),
    [
        (None, date(2024, 2, 25), "not yet due"),
        (None, date(2024, 2, 26), "overdue"),
        (date(2024, 2, 25), date(2024, 6, 1), "answered in time"),
        (date(2024, 2, 26), date(2024, 6, 1), "answered 1 day late"),
        (date(2024, 3, 1), date(2024, 6, 1), "answered 5 days late"),
    ],
)
def test_an_answer_is_in_time_until_the_last_of_the_56_days(answered: date | None, today: date, words: str) -> None:
    assert answer_words(date(2024, 1, 1), answered, today) == words


@given(DAYS, st.integers(1, 200))
def test_day_56_is_in_time_and_day_57_is_late(published: date, day: int) -> None:
    """The day of publication is day 1."""
    answered = published + timedelta(days=day - 1)
    assert (answer_words(published, answered, date.max) == "answered in time") == (day <= 56)
    assert answer_words(published, None, answered) == ("not yet due" if day <= 56 else "overdue")


# ---- lists of a bounded length


def listed_row(number: int, **given: object) -> Row:
    """A row of a list, raised on a day of its own."""
    day = date(2024, 1, 1) + timedelta(days=number)
    link = Link(f"Number {number}", f"recommendations/ref-{number}/")
    row = Row(link, "action", "", Link("Somewhere", ""), ("Example",), day, "", "open", "open", None, False)
    return replace(row, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "lengths"), [(0, [0]), (1, [1]), (200, [200]), (201, [200, 1]), (450, [200, 200, 50])]
)
def test_a_long_list_goes_on_over_pages_that_lead_to_each_other(real: Archive, rows: int, lengths: list[int]) -> None:
    listing = Listing(Link("Open", "recommendations/list/"), "Illustrative.")
    found = list(in_pages(real, listing, [listed_row(at) for at in range(rows)], None, Link("After", "after/")))
    assert [len(page.values["rows"]) for page in found] == lengths
    assert [page.address for page in found][:2] == ["recommendations/list/", "recommendations/list/2/"][: len(found)]
    assert [page.values["next"].address for page in found] == [*[page.address for page in found[1:]], "after/"]
    assert [page.values["previous"] for page in found][:1] == [None]
    assert [page.values["previous"].address for page in found[1:]] == [page.address for page in found[:-1]]


def test_an_index_shows_the_first_rows_and_its_lists_hold_them_all(real: Archive) -> None:
    rows = [listed_row(at) for at in range(450)]
    rows[400] = listed_row(400, is_overdue=True)
    rows[3] = listed_row(3, status="complete")
    listing = Listing(Link("Open", "recommendations/list/"), "Illustrative.")
    index, *lists = listed_pages(real, listing, rows, by_year(rows, (*years_of(rows), "1999")))
    shown = [row.link.text for row in index.values["rows"]]
    assert (len(shown), shown[:5]) == (200, ["Number 400", "Number 0", "Number 1", "Number 2", "Number 4"])
    assert [(count.end, count.total, count.overdue) for count in index.values["counts"]] == [
        ("2025", 84, 1), ("2024", 366, 0), ("1999", 0, 0),
    ]  # fmt: skip
    assert [page.address for page in lists] == [
        f"recommendations/list/{end}/" for end in ("2025", "2024", "2024/2", "1999")
    ]
    assert sorted(row.link.text for page in lists for row in page.values["rows"]) == sorted(
        row.link.text for row in rows
    )


# ---- the tracker


def test_nothing_that_was_raised_is_missing_from_the_tracker(real: Archive) -> None:
    """Counted from the records themselves: each has a line and a page of its own."""
    tracked = {found.raised.ref for found in tracker(real)}
    addresses = {page.address for page in pages(real, NOW)}
    items = [item for meeting in real.all(Meeting) for item in meeting.items]
    kinds = [found.kind for found in sections.raised(real) if found.noun == "meeting"]
    assert kinds.count("action") == sum(len(item.actions) for item in items)
    assert kinds.count("report requested") == sum(len(item.reports_requested) for item in items)
    for source in real.all(RecommendationSource):
        assert {found.ref for _, found in source.recommendations()} <= tracked
    for programme in real.all(Programme):
        assert {found.ref for found in programme.recommendations} <= tracked
    assert len([ref for ref in tracked if ref.startswith("dip-")]) == sum(
        case.answer == "promised" for case in real.all(Case)
    )
    assert tracked == {found.ref for found in sections.raised(real)}
    assert {f"recommendations/{ref}/" for ref in tracked} <= addresses


def test_the_delivery_plan_keeps_the_rows_that_the_original_left_empty(real: Archive) -> None:
    """82 rows in five strands, seven of them a number and nothing else."""
    plan = real.get(RecommendationSource, "cce-delivery-plan-2020")
    assert plan is not None
    assert [len(strand.recommendations) for strand in plan.strands] == [5, 7, 37, 16, 17]
    empty = [found.number for _, found in plan.recommendations() if not found.text]
    assert empty == ["PUR-5", "PRE-6", "PRE-7", "PRO-36", "PRO-37", "PRP-16", "PAR-17"]


def test_every_action_of_the_other_plans_is_carried_in(real: Archive) -> None:
    """The eleven lists of the business plan and its running text; the action plan on Prevent by its three parts."""
    lists = {"18": 8, "38": 8, "40": 6, "41": 9, "44": 10, "47": 7, "49": 9, "56": 4, "59": 6, "61": 9, "63": 5}
    text = {"11": 2, "20": 1, "21": 1, "22": 1, "23": 1, "24": 1, "35": 2, "42": 1, "65": 5}
    assert numbers(real, "business-plan-2020-21") == [*lists.values(), *text.values()]
    assert numbers(real, "prevent-action-plan-2017") == [10, 26, 16]


def numbers(real: Archive, plan: str) -> list[int]:
    """How many actions each strand of a plan has."""
    found = real.get(RecommendationSource, plan)
    assert found is not None
    return [len(strand.recommendations) for strand in found.strands]


def test_every_ref_of_the_records_is_one_of_its_own(real: Archive) -> None:
    refs = [found.ref for found in sections.raised(real)]
    assert len(refs) == len(set(refs)) > 150


def raised(number: int, day: date | None) -> Raised:
    return Raised(f"ref-{number}", "Something.", "action", "Somewhere", "meeting", "a/2024-01-01", "item-1", day)


def test_days_to_close_are_counted_for_what_is_closed_and_has_a_date() -> None:
    shut = Update(date(2024, 1, 11), "complete")
    tracked = [
        Tracked(raised(1, date(2024, 1, 1)), (shut,), NO_MORE),  # type: ignore[arg-type]
        Tracked(raised(2, date(2024, 1, 7)), (shut,), NO_MORE),  # type: ignore[arg-type]
        Tracked(raised(3, None), (shut,), NO_MORE),  # type: ignore[arg-type]
        Tracked(raised(4, date(2024, 1, 7)), (), NO_MORE),
    ]
    assert days_to_close(tracked, date(2024, 2, 1)) == (2, 7)
    assert days_to_close(tracked, date(2024, 1, 10)) is None
    assert counts_on(tracked, date(2024, 1, 6)) == (1, 0)
    assert counts_on(tracked, date(2024, 1, 31)) == (1, 2)
    figure = open_and_closed(tracked, date(2025, 3, 1))
    assert figure is not None
    assert figure.rows == (
        ("2024", "not closed", 1),
        ("2024", "closed", 2),
        ("2025", "not closed", 1),
        ("2025", "closed", 2),
    )
    assert figure.title == "2 closed and 1 not closed"
    assert open_and_closed(tracked[2:3], date(2025, 3, 1)) is None


def test_an_age_is_in_one_band_and_never_younger_later() -> None:
    day = date(2020, 1, 1)
    said = [age(day, day + timedelta(days=days)) for days in range(0, 2500, 10)]
    assert list(dict.fromkeys(said)) == [
        "less than 6 months", "6 months to a year", "1 to 2 years", "2 to 5 years", "more than 5 years",
    ]  # fmt: skip


def test_every_kind_that_asks_for_something_is_known_to(real: Archive) -> None:
    """While one of its records is unsound, nobody can tell what is asked for."""
    asking = {kind.noun for section in sections.SECTIONS for kind in section.asking()}
    assert {raised.noun for raised in sections.raised(real)} <= asking
