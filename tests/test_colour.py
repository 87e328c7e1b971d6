"""Colours: the contrast of WCAG, and what becomes of an office's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.colour import COMFORTABLE, DARK, DARK_GROUND, ENOUGH, accent, by_day, contrast, darker
from tests.conftest import REPOSITORY

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59)],
)
def test_the_contrast_of_two_colours_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@given(COLOURS)
def test_whatever_colour_is_offered_text_can_be_read_in_it_by_day_and_by_night(colour: str) -> None:
    """By day once it is darkened as the message says, by night on every ground."""
    chosen = darker(colour)
    assert (chosen == colour) == (by_day(colour) >= ENOUGH)
    used = accent(chosen)
    assert min(contrast(used.light, ground) for ground in ("#ffffff", "#f4f5f3", used.light_tint)) >= ENOUGH
    assert contrast(used.dark, DARK_GROUND) >= COMFORTABLE
    assert min(contrast(used.dark, ground) for ground in (DARK, used.dark_tint)) >= ENOUGH


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    sheet = (REPOSITORY / "generators/theme/assets/stylesheets/scrutiny.css").read_text()
    day, _, night = sheet.partition('[data-md-color-scheme="slate"]')
    assert "--paper: #fff;" in day
    assert "--wash: #f4f5f3;" in day
    assert f"--paper: {DARK};" in night
    assert f"--wash: {DARK_GROUND};" in night
