"""Sums of money as they are declared, ids from words, donors by their names: what the section works out by itself."""

import string
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.archive import Archive
from generators.fields import SLUG
from generators.figure import to_spec
from generators.follow.entries import EVERYTHING, MOST
from generators.follow.happening import Happening
from generators.link import Link, to_record
from generators.money import FORMS, Value, declared, in_pounds, in_words
from generators.public import public
from generators.record import Change as Changed
from generators.sections.gifts.donors import donor_slug
from generators.sections.gifts.figures import figures
from generators.sections.gifts.happenings import happenings
from generators.sections.gifts.offers import index, sums, years_of
from generators.sections.gifts.records import GiftsRegister
from generators.slugs import LONGEST, distinct, slug_of
from tests.conftest import LINES, Change
from tests.projects import NOW

SUMS = st.decimals(0, 999_999, places=2)


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("£50", "50", "50", False),
        ("50", "50", "50", False),
        ("GBP 50", "50", "50", False),
        ("50 pounds", "50", "50", False),
        ("£1,200.50", "1200.50", "1200.50", False),
        ("£5.00p", "5", "5", False),
        ("50p", "0.50", "0.50", False),
        ("~50", "50", "50", True),
        ("approx £20", "20", "20", True),
        ("Approximately £20.00", "20", "20", True),
        ("c. £20", "20", "20", True),
        ("c£20", "20", "20", True),
        ("£20 (est.)", "20", "20", True),
        ("<10", "0", "10", False),
        ("under £25", "0", "25", False),
        ("Less than  £25.", "0", "25", False),
        ("up to £25", "0", "25", False),
        ("£25 or less", "0", "25", False),
        ("over £100", "100", None, False),
        ("£100+", "100", None, False),
        ("£175-200", "175", "200", False),
        ("£175 to £200", "175", "200", False),
        ("between £175 and £200", "175", "200", False),
        ("~£10 – £15", "10", "15", True),
        ("nil", "0", "0", False),
        ("Unknown", None, None, False),
        ("N/A", None, None, False),
        ("-", None, None, False),
    ],
)
def test_a_declared_value_says_a_least_and_a_most(
    text: str, low: str | None, high: str | None, approximate: bool
) -> None:
    least, most = (None if sum_ is None else Decimal(sum_) for sum_ in (low, high))
    assert declared(text) == Value(least, most, approximate)


@pytest.mark.parametrize("text", ["two bottles", "£200-175", "£5 each", "1,50", "£10 £20", "£", "", "£1.234", "£1,20"])
def test_what_could_mean_anything_is_not_understood(text: str) -> None:
    assert declared(text) is None


def test_the_forms_that_a_warning_names_are_understood() -> None:
    assert all(declared(form) for form in FORMS.replace("£1,200", "£1200").split(", "))


@given(SUMS, SUMS)
def test_any_two_sums_are_read_as_they_are_shown(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert declared(in_pounds(low)) == Value(low, low)
    assert declared(in_words(low, high)) == Value(low, high)
    assert declared(in_words(low, None)) == Value(low, None)


@given(LINES)
def test_no_text_is_too_odd_to_be_asked_for_its_value(text: str) -> None:
    found = declared(text)
    assert found is None or found.low is None or found.high is None or 0 <= found.low <= found.high


@given(LINES)
def test_an_id_made_from_words_is_an_id(text: str) -> None:
    assert not slug_of(text) or SLUG.fullmatch(slug_of(text))
    assert SLUG.fullmatch(donor_slug(text))
    assert len(donor_slug(text)) <= LONGEST


@given(st.lists(st.sampled_from(["a", "A", "a-2", "", "a-2-2", "b " * 50])))
def test_ids_made_for_rows_differ_and_do_not_change_with_what_comes_later(names: list[str]) -> None:
    ids = list(distinct(names))
    assert len(set(ids)) == len(names)
    assert all(SLUG.fullmatch(id) for id in ids)
    assert list(distinct(names[:3])) == ids[:3]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Brown & Sons, Ltd", "brown and sons limited", True),
        ("The Rotary Club", "ROTARY CLUB", True),
        ("Caf\u00e9 Noir", "Cafe Noir", True),
        ("Sample Rovers F.C.", "Sample Rovers FC", True),
        ("J. Brown", "J Brown", True),
        ("Brown", "Brown Ltd", False),
        ("Theatre Royal", "atre Royal", False),
        ("\u4e00", "\u4e8c", False),
        (string.ascii_letters * 2 + "one", string.ascii_letters * 2 + "two", False),
    ],
)
def test_names_are_one_donor_only_where_they_differ_in_writing(one: str, other: str, same: bool) -> None:
    assert (donor_slug(one) == donor_slug(other)) is same


def test_an_offer_without_a_date_stands_in_a_year_of_its_own_and_is_counted(sound: Archive, changed: Change) -> None:
    archive = changed("gift-offer", "office/2024-02-a", offered=None, registered=None)
    offers = index(archive).offers_of["office"]
    register = archive.get(GiftsRegister, "office")
    assert register
    assert years_of(register, offers) == ("2022-23", "2023-24", "undated")
    assert sums(offers)[-1] == sums(index(sound).offers_of["office"])[-1]


def test_the_figures_hold_every_offer_with_a_date_once(sound: Archive) -> None:
    offers = index(sound).offers_of["office"]
    answers, value = figures("Register", offers)
    assert sum(int(row[2] or 0) for row in answers.rows) == len(offers)
    assert [row[:3] for row in value.rows] == [("2022-23", 60.0, 80.0), ("2023-24", 12.0, 37.0)]
    for figure in (answers, value):
        assert all(f'"year": "{year}"' in to_spec(figure).decode() for year in ("2022-23", "2023-24"))
        assert "2022-23: " in figure.description


def test_an_offer_is_linked_to_by_its_noun_wherever_its_row_stands(sound: Archive, changed: Change) -> None:
    undated = changed("gift-offer", "office/2024-02-a", offered=None, registered=None)
    for archive, row, year in ((sound, "2022-11-a", "2022-23"), (undated, "2024-02-a", "undated")):
        offer = archive.records["gift-offer"][f"office/{row}"]
        assert to_record(archive, offer) == Link(offer.what, f"gifts/office/{year}/#{row}")  # type: ignore[attr-defined]


def test_one_year_is_no_figure_and_without_a_value_there_is_none_of_values(sound: Archive) -> None:
    offers = index(sound).offers_of["office"]
    assert figures("Register", offers[1:]) == ()
    unvalued = tuple(replace(offer, value="unknown") for offer in offers)
    assert [figure.name for figure in figures("Register", unvalued)] == ["answers"]


# ---- in feeds


def announced(archive: Archive) -> dict[str, Happening]:
    return {found.id: found for found in happenings(public(archive, NOW))}


def test_every_offer_is_announced_to_who_follows_its_register_or_person(sound: Archive) -> None:
    found = announced(sound)
    assert found.keys() == {f"gift-offer:{id}" for id in sound.records["gift-offer"]}
    one = found["gift-offer:office/2022-11-a"]
    assert (one.what, one.link) == ("Declined", Link("Two tickets", "gifts/office/2022-23/#2022-11-a"))
    assert one.about == (EVERYTHING, "gifts-register:office", "person:ada-example")
    assert one.words.startswith("Offered by Sample United to Ada Example. Value as declared: £60-80.")


@pytest.mark.parametrize(
    ("published", "day"), [(date(2024, 3, 1), date(2024, 3, 1)), (None, date(2024, 2, 12))], ids=["said", "not said"]
)
def test_an_offer_is_announced_of_the_day_it_was_published(changed: Change, published: date, day: date) -> None:
    archive = changed("gift-offer", "office/2024-02-a", published=published)
    one = announced(archive)["gift-offer:office/2024-02-a"]
    assert (one.day, one.first) == (day, date(2024, 1, 10))


def test_what_was_changed_in_a_row_is_announced_with_its_reason(changed: Change) -> None:
    change = Changed(date=date(2024, 5, 1), kind="corrected", reason="The value was mistyped.")
    found = announced(changed("gift-offer", "office/2024-02-a", changes=(change, change)))
    one = found["gift-offer:office/2024-02-a/corrected-2024-05-01"]
    assert (one.what, one.words) == ("Corrected", "The value was mistyped.")
    assert "gift-offer:office/2024-02-a/corrected-2024-05-01-2" in found


def test_of_a_withdrawn_row_only_its_id_and_the_reason_are_announced(changed: Change) -> None:
    change = Changed(date=date(2024, 5, 2), kind="withdrawn", reason="It named a child.")
    archive = changed("gift-offer", "office/2024-02-a", publication="withdrawn", changes=(change,))
    found = announced(archive)
    assert "gift-offer:office/2024-02-a" not in found
    one = found["gift-offer:office/2024-02-a/withdrawn-2024-05-02"]
    assert one.link == Link("row 2024-02-a", "gifts/office/#withdrawn")
    assert "It named a child." in one.words
    assert "scarf" not in repr(one)


def test_once_its_feeds_are_full_what_is_older_is_passed_over(sound: Archive) -> None:
    offers = sound.records["gift-offer"]
    one: Any = offers["office/2024-02-a"]
    many = {f"office/n-{n}": replace(one, id=f"office/n-{n}") for n in range(3 * MOST)}
    archive = replace(sound, records={**sound.records, "gift-offer": {**many, **offers}})
    found = list(happenings(archive))
    assert len(found) == MOST + 1
    assert "gift-offer:office/2022-11-a" in {happening.id for happening in found}, "who follows the person has room"
