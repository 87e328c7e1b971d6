"""Names, numbers and wordings that the checks find in a text, and those they leave alone."""

from pathlib import Path

import pytest

from generators.check import load
from generators.names_policy import collar_numbers, last_names, names, names_of_givers, private_facts
from generators.wordings_to_avoid import blame

PUBLIC = last_names(["Ada Example", "Sir Ben Sample"])


@pytest.mark.parametrize(
    "text",
    [
        "Collar no 4412", "collar number 77", "DC 77", "PC1234", "constable 1441", "Officer 4523", "Sgt. 1441",
        "Det Con 4412", "the collar 4412",
    ],
)  # fmt: skip
def test_a_number_of_an_officer_is_found(text: str) -> None:
    assert len(list(collar_numbers(f"It was {text} who came."))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "two PCs of 2024", "an officer 200 metres away", "officers 2024", "PC 24 hours later", "each officer 12 times",
        "the DC motor", "a collar", "DS 10% fewer", "the Data Protection Officer 2018", "the blue collar jobs of 2018",
    ],
)  # fmt: skip
def test_another_number_is_none_of_an_officer(text: str) -> None:
    assert list(collar_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MR SMITH", "MR SMITH"), ("MRS. J O'NEILL", "MRS. J O'NEILL"), ("DCC Jones", "DCC Jones"),
        ("Det Con Jones", "Det Con Jones"), ("Det. Sgt Jones", "Det. Sgt Jones"), ("Sir Jim", "Sir Jim"),
        ("T/ACC Jones", "ACC Jones"), ("Mr J Smith", "Mr J Smith"), ("Chief Supt Jones", "Chief Supt Jones"),
    ],
)  # fmt: skip
def test_a_name_behind_a_title_is_found(text: str, found: str) -> None:
    (said,) = names(f"Then {text} came.", PUBLIC)
    assert said.words == found
    assert found.split()[-1] not in said.message


@pytest.mark.parametrize(
    "text",
    [
        "MR EXAMPLE", "DCC Example", "Sir Ben", "Sir Ben Sample", "Dear Sir", "Dear Sir or Madam", "John Lewis",
        "the DCC asked", "MR imaging", "PC Federation", "DR", "Mr Sole & Sons Ltd", "Dr Sole Foundation",
    ],
)  # fmt: skip
def test_a_name_that_may_stand_or_none_is_left_alone(text: str) -> None:
    assert [*names(text, PUBLIC), *names_of_givers(text, PUBLIC)] == []


def test_whoever_gives_is_told_of_in_other_words() -> None:
    (said,) = names_of_givers("Mr J Smith", PUBLIC)
    assert said.message == (
        '"Mr • •••••" looks like a name. Of a private person write what they are, like `A member of the public`.'
    )


@pytest.mark.parametrize(
    "text",
    [
        "the victim declined", "she would not engage", "The witness didn't co-operate", "the complainant withdrew",
        "They have since withdrawn", "she did not support a prosecution", "the victim did not cooperate",
    ],
)  # fmt: skip
def test_a_wording_that_can_sound_like_blame_is_found(text: str) -> None:
    assert len(list(blame(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "the complaint was withdrawn", "the force withdrew the charge", "the evidence did not support the allegation",
        "withdrawn", "the offer was declined", "she withdraws money",
    ],
)  # fmt: skip
def test_a_neutral_wording_is_left_alone(text: str) -> None:
    assert list(blame(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "a 14 year old boy",
        "the 14-year-old",
        "two 9 years olds",
        "aged 45",
        "at the age of 16",
        "a girl of 13",
        "aged 14",
    ],
)
def test_an_age_is_found(text: str) -> None:
    assert len(list(private_facts(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "the age of consent", "an aged patient", "thresholds of 2016", "a 12 month pilot", "Stage 2", "13 hours",
        "people aged 16-24", "aged 16 to 24", "18 to 24 year olds", "16-24 year olds", "aged 18 and over",
    ],
)  # fmt: skip
def test_ages_of_many_and_other_numbers_are_none(text: str) -> None:
    assert list(private_facts(text)) == []


def test_names_in_thousands_of_gifts_are_told_of_in_few_lines(project: Path) -> None:
    rows = [f"g-{number},Mr J Smith{chr(97 + number % 26)},Flowers" for number in range(1500)]
    (project / "data/gifts/force.csv").write_text("\n".join(["id,offered_by,what", *rows, ""]), "utf-8")
    told = [warning.message for warning in load(project).warnings if warning.path == "data/gifts/force.csv"]
    assert len(told) == 3
    assert told[-1].endswith("The column has 23 other mistakes of this kind.")
