"""What the gate recognises in texts: how much of what is private it finds, and how seldom it calls out for nothing."""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.check import load
from generators.gate.attachments import CACHE
from generators.gate.first_pass import rules_for
from generators.gate.in_files import seen_in_fields, seen_in_rows
from generators.gate.numbers import proves_itself
from generators.gate.recognise import LOOKS, recognise
from generators.gate.rules import RULES
from generators.gate.seen import masked
from generators.inspect.apart import Looked
from generators.inspect.found import Found, Inspection, Outcome
from generators.problem import Problems
from tests.conftest import REPOSITORY
from tests.private import MADE, negatives, positives

FOUND_OF_ALL = dict.fromkeys(MADE, 0.99) | {"street-address": 0.95, "vehicle-registration": 0.95}
"""The share of each kind that must be found."""
PRECISION = 0.98
"""The share of what is called out that must be right, where every second text is innocent."""

ODDLY_WRITTEN = (
    ("nhs-number", "NHS number: 943 4765919"),
    ("nhs-number", "NHS No 9434 765 919"),
    ("telephone-number", "0 7700 900 123"),
    ("telephone-number", "077 00 90 01 23"),
    ("telephone-number", "Tel: 01632/960001"),
    ("telephone-number", "mobile 7700 900123"),
    ("email-address", "made.up at mail dot com"),
    ("email-address", "made.up @ mail.com"),
    ("email-address", "made.up{at}mail.com"),
    ("email-address", "made.up <at> mail.co.uk"),
    ("email-address", "made.up\uff20mail.com"),
    ("street-address", "Rose Cottage, Mill Lane, Little Made"),
    ("date-of-birth", "date of birth is the third of May 1980"),
    ("date-of-birth", "born on the third of May, nineteen eighty"),
    ("vehicle-registration", "VRM AB 12 CDE"),
    ("vehicle-registration", "the vehicle AB12-CDE"),
    ("vehicle-registration", "a grey car, ab12cde"),
    ("crime-reference", "Niche occurrence 24000123456"),
    ("collar-number", "P.C. 1234"),
    ("protective-marking", "O F F I C I A L  -  S E N S I T I V E"),
    ("protective-marking", "R E S T R I C T E D"),
    ("protective-marking", "Restricted - Policing"),
    ("protective-marking", "RESTRICTED (when complete)"),
    ("not-for-publication", "Legally privileged and confidential"),
    ("exempt-information", "Exempt from disclosure under section 40 of the Freedom of Information Act"),
)
HARMLESS = (
    "the PROTECT strand of the strategy",
    "12 Green Lane speed checks",
    "car crime fell by 20 per cent",
    "the vehicle stopped at 12 the next day",
    "Telephone: 0300 123 4567",
    "mobile data terminals, 2023 to 2024",
    "days 07 12 13 14 15 and 16",
    "patient transport 1234 567 890",
    "the police at county level dot the map",
    "exempt from the cap under section 4",
    "requests refused as exempt: 12",
    "born out of the first of many reforms",
    "the Barn, Mill Lane junction",
    "A B C D E F",
    "P.C. training",
    "0123456789",
)
"""What offices write that the forms above come near."""


@pytest.mark.parametrize("rule", MADE)
def test_what_is_private_is_found(rule: str) -> None:
    texts = list(positives(rule))
    missed = [text for text in texts if rule not in {found for found, _ in recognise(text)}]
    assert len(missed) <= (1 - FOUND_OF_ALL[rule]) * len(texts), missed[:10]


def test_what_only_looks_private_is_let_through() -> None:
    innocent = list(negatives())
    wrong = [(text, *found) for text in innocent for found in recognise(text)]
    right = sum(len(list(positives(rule))) for rule in MADE)
    assert right / (right + len(wrong)) >= PRECISION, wrong[:20]


@pytest.mark.parametrize(("rule", "text"), ODDLY_WRITTEN)
def test_what_is_oddly_written_is_found_too(rule: str, text: str) -> None:
    assert rule in {found for found, _ in recognise(text)}


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_written_nearly_so_is_let_through(text: str) -> None:
    assert list(recognise(text)) == []


@pytest.mark.parametrize("rule", MADE)
def test_what_is_of_one_kind_is_seldom_taken_for_another(rule: str) -> None:
    others = Counter(found for text in positives(rule) for found, _ in recognise(text) if found != rule)
    assert sum(others.values()) <= 10, others


@pytest.mark.parametrize("rule", MADE)
@given(st.data())
def test_the_first_look_misses_nothing_that_the_second_finds(rule: str, data: st.DataObject) -> None:
    random = data.draw(st.randoms(use_true_random=False))
    text = data.draw(st.sampled_from(["{}", "Name: {}\nmore", "x {} y", "2024-01-01 {} 12"])).format(MADE[rule](random))
    found = {rule for rule, look in LOOKS.items() if any(look(text))}
    assert found <= rules_for(f"\n{text}\n")
    assert rules_for(text) <= rules_for(f"Something before.\n{text}\nand behind.")


@pytest.mark.parametrize("rule", MADE)
def test_a_message_tells_hardly_anything_of_a_number(rule: str) -> None:
    shown = RULES[rule].shown
    for text in positives(rule, 50):
        for found, words in recognise(text):
            if found == rule and shown < len(words):
                plain = " ".join(words.split())
                assert sum(sign.isalnum() for sign in masked(rule, words)[shown:]) == 0
                assert len(masked(rule, words)) == len(plain)


@given(st.integers(0, 9_999_999_999))
def test_one_number_of_eleven_proves_itself(number: int) -> None:
    others = [f"{number // 10:09}{digit}" for digit in range(10)]
    assert sum(map(proves_itself, others)) <= 1


def test_the_records_of_this_repository_need_no_decision_but_for_places_of_the_office() -> None:
    found = Counter(
        rule
        for folder in ("content", "data")
        for path in sorted((REPOSITORY / folder).rglob("*"))
        if path.suffix in (".yml", ".md", ".csv")
        for rule, _ in recognise(path.read_text("utf-8"))
    )
    assert found.keys() <= {"street-address"}


def test_what_a_column_is_called_says_what_its_cells_are() -> None:
    rows = [{"": "2", "id": "a", "date_of_birth": "1990-03-12", "seen": "1990-03-12"}]
    assert [(seen.where, seen.rule) for seen in seen_in_rows(rows)] == [((2, "date_of_birth"), "date-of-birth")]


def test_what_a_record_says_of_its_own_state_is_no_marking() -> None:
    item = {"access": "exempt", "reason": "Exempt under paragraph 1 of Schedule 12A"}
    assert list(seen_in_fields({"publication": "draft", "items": [item]})) == []
    assert [seen.rule for seen in seen_in_fields({"items": [{"reason": item["reason"]}]})] == ["exempt-information"]


def test_what_stands_in_two_fields_is_not_put_together() -> None:
    assert list(seen_in_fields({"a": "sort code", "b": "20-45-67", "c": "12345678"})) == []


def test_every_rule_has_a_look_and_words() -> None:
    assert LOOKS.keys() == RULES.keys()
    assert Path(REPOSITORY / "generators/gate").is_dir()


def test_a_decision_ends_after_its_last_day(project: Path) -> None:
    about = "rule: telephone-number, where: contact, reason: That of a hall"
    allow = f"allow:\n  - {{{about}, decided_by: Officer, until: 2026-06-30}}\n"
    meeting = project / "content/meetings/panel/2024-09-04/meeting.yml"
    meeting.parent.mkdir()
    meeting.write_text(f"body: panel\ndate: 2024-09-04\nstate: held\ncontact: Hall, 07700 900123\n{allow}", "utf-8")
    assert load(project, datetime(2026, 6, 30, 22, 59, tzinfo=UTC))
    with pytest.raises(Problems, match="The decision to publish it ended on 2026-06-30"):
        load(project, datetime(2026, 6, 30, 23, 0, tzinfo=UTC))  # midnight of London in summer


@pytest.mark.parametrize("answer", ["finding", "could not look"])
def test_an_answer_about_a_file_holds_it_back_until_a_decision_about_that_version(
    project: Path, monkeypatch: pytest.MonkeyPatch, answer: Outcome
) -> None:
    found = () if answer == "could not look" else (Found("hidden-sheet", "sheet 2", "hidden"),)
    looked = Looked(Inspection(answer, found))
    monkeypatch.setattr("generators.gate.attachments.look_apart", lambda *_: looked)
    (project / CACHE).unlink(missing_ok=True)
    with pytest.raises(Problems) as held:
        load(project)
    (problem,) = held.value.problems
    assert problem.path.endswith("agenda.txt")
    rule, digest = re.findall(r"rule: (\S+), where: agenda.txt, sha256: ([0-9a-f]{64})", problem.message)[0]
    meeting = project / "content/meetings/panel/2024-03-06/meeting.yml"
    entry = (
        f"{{rule: {rule}, where: agenda.txt, sha256: {digest}, reason: Needed, decided_by: Officer, until: 2030-01-01}}"
    )
    meeting.write_text(f"{meeting.read_text('utf-8')}allow:\n  - {entry}\n", "utf-8")
    assert load(project)
    (meeting.parent / "agenda.txt").write_text("Another version.\n", "utf-8")
    with pytest.raises(Problems, match="about another version of the file"):
        load(project)


def test_a_name_of_a_file_is_looked_at(project: Path) -> None:
    folder = project / "content/people"
    (folder / "ab-12-34-56-c.yml").write_text("name: Somebody Else\n", "utf-8")
    with pytest.raises(Problems, match="in the name of this file") as held:
        load(project)
    assert "12 34" not in held.value.problems[0].message
