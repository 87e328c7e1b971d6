"""The tracker: nothing that was raised is missing from it, and a status can be rebuilt for any day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators import sections
from generators.archive import Archive
from generators.check import load
from generators.fields import LONDON
from generators.public import public
from generators.raised import Raised
from generators.sections.meetings.records import Meeting
from generators.sections.recommendations.history import counts_on, open_and_closed
from generators.sections.recommendations.pages import pages
from generators.sections.recommendations.records import RecommendationSource
from generators.sections.recommendations.rows import age
from generators.sections.recommendations.statuses import (
    CLOSED,
    NOT_ANSWERED,
    Standing,
    answer_words,
    last_day_to_answer,
    status_on,
)
from generators.sections.recommendations.tracker import NO_MORE, Tracked, days_to_close, tracker
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
    assert tracked == {found.ref for found in sections.raised(real)}
    assert {f"recommendations/{ref}/" for ref in tracked} <= addresses


def test_the_delivery_plan_keeps_the_rows_that_the_original_left_empty(real: Archive) -> None:
    """82 rows in five strands, seven of them a number and nothing else."""
    plan = real.get(RecommendationSource, "cce-delivery-plan-2020")
    assert plan is not None
    assert [len(strand.recommendations) for strand in plan.strands] == [5, 7, 37, 16, 17]
    empty = [found.number for _, found in plan.recommendations() if not found.text]
    assert empty == ["PUR-5", "PRE-6", "PRE-7", "PRO-36", "PRO-37", "PRP-16", "PAR-17"]


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
    assert open_and_closed(tracked[2:3], date(2025, 3, 1)) is None


def test_an_age_is_in_one_band_and_never_younger_later() -> None:
    day = date(2020, 1, 1)
    said = [age(day, day + timedelta(days=days)) for days in range(0, 2500, 10)]
    assert list(dict.fromkeys(said)) == [
        "less than 6 months", "6 months to a year", "1 to 2 years", "2 to 5 years", "more than 5 years",
    ]  # fmt: skip
