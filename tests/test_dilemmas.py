"""Dilemmas: what points to a person is noticed, and themes stand together."""

import pytest

from generators.archive import Archive
from generators.sections.dilemmas.checks import AGE
from generators.sections.dilemmas.pages import in_order, themes
from tests.conftest import Change


@pytest.mark.parametrize(
    "text", ["a 14 year old boy", "a 14-year-old", "two 9 years olds", "aged 45", "at the age of 16", "a girl of 13"]
)
def test_an_age_is_noticed(text: str) -> None:
    assert AGE.search(text)


@pytest.mark.parametrize(
    "text", ["the age of consent", "an aged patient", "thresholds of 2016", "a 12 month pilot", "Stage 2", "13 hours"]
)
def test_other_numbers_are_no_age(text: str) -> None:
    assert not AGE.search(text)


def test_every_dilemma_stands_under_its_theme_once(sound: Archive, changed: Change) -> None:
    archive = changed("dilemma", "naming-drivers", theme="A theme before the other")
    found = themes(archive, in_order(archive))
    assert [theme.title for theme in found] == ["A theme before the other", "Health"]
    assert sum(len(theme.entries) for theme in found) == len(sound.records["dilemma"])
