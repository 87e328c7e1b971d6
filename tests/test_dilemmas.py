"""Dilemmas: what points to a person is noticed, and themes stand together."""

from generators.archive import Archive
from generators.sections.dilemmas.pages import in_order, themes
from tests.conftest import Change


def test_every_dilemma_stands_under_its_theme_once(sound: Archive, changed: Change) -> None:
    archive = changed("dilemma", "naming-drivers", theme="A theme before the other")
    found = themes(archive, in_order(archive))
    assert [theme.title for theme in found] == ["A theme before the other", "Health"]
    assert sum(len(theme.entries) for theme in found) == len(sound.records["dilemma"])
