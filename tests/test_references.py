"""References between records: every one is found where it stands, and emptied where it may not be seen."""

from dataclasses import fields
from typing import Any

import pytest

from generators.archive import Archive
from generators.check import load
from generators.groups import members, referring
from generators.link import links
from generators.problem import Where
from generators.record import Record
from generators.references import names, references, without
from generators.sections.meetings.records import Body, Matter, Meeting
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module", params=["the sound project", "the repository"])
def archive(request: pytest.FixtureRequest, sound: Archive) -> Archive:
    return sound if request.param == "the sound project" else load(REPOSITORY)


def test_every_reference_of_a_meeting_is_found_with_its_place(sound: Archive) -> None:
    meeting = sound.records["meeting"]["panel/2024-03-06"]
    assert set(references(meeting)) == {
        (("body",), "body", "panel"),
        (("attendance", 0, "person"), "person", "ben-sample"),
        (("attendance", 1, "person"), "person", "cara-specimen"),
        (("attendance", 2, "person"), "person", "ada-example"),
        (("declarations", 0, "person"), "person", "ben-sample"),
        (("items", 1, "matters", 0), "matter", "custody"),
        (("items", 1, "papers", 0), "paper", "panel/2024-03-06/custody-review"),
        (("minutes", "confirmed_at"), "meeting", "panel/2024-06-05"),
        (("next_meeting", "meeting"), "meeting", "panel/2024-06-05"),
    }


def test_a_reference_to_a_part_names_the_record(sound: Archive) -> None:
    meeting = sound.records["meeting"]["panel/2024-06-05"]
    assert (("items", 1, "follows", 0), "meeting", "panel/2024-03-06") in set(references(meeting))


def test_a_record_names_another_once_however_often_it_refers_to_it(sound: Archive) -> None:
    named = names(sound.records["meeting"]["panel/2024-03-06"])
    assert len(named) == len(set(named))
    assert named.count("meeting:panel/2024-06-05") == 1


def test_every_reference_stands_where_it_is_said_to_and_names_a_record(archive: Archive) -> None:
    for found in archive.records.values():
        for record in found.values():
            for where, noun, id in references(record):
                assert at(record, where).partition("#")[0] == id
                assert id in archive.records[noun]


def at(value: Any, where: Where) -> Any:
    for step in where:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def test_every_reference_to_a_hidden_record_is_emptied_and_no_other(archive: Archive) -> None:
    for found in archive.records.values():
        for record in found.values():
            before = list(references(record))
            for hidden in {(noun, id) for _, noun, id in before}:
                after = without(record, {hidden})
                assert list(references(after)) == [each for each in before if each[1:] != hidden]
                assert all(at(after, where) == "" for where, *named in before if tuple(named) == hidden)


def test_a_record_that_names_nothing_hidden_is_the_same_object(archive: Archive) -> None:
    for found in archive.records.values():
        for record in found.values():
            assert without(record, {("person", "nobody"), ("meeting", "nobody/2024-01-01")}) is record


def test_a_field_left_out_stays_left_out() -> None:
    body = Body(id="board", path="", name="Board", short_name="Board", standing="advisory", remit="Advises.")  # type: ignore[arg-type]
    assert without(body, {("body", "committee")}).predecessor is None


def test_only_fields_that_can_hold_an_id_are_walked() -> None:
    assert referring(Matter) == ()
    assert {member.name for member in referring(Meeting)} == {
        "body", "postponed_to", "attendance", "declarations", "items", "minutes", "next_meeting", "cites",
    }  # fmt: skip


def test_every_field_that_holds_groups_is_known_by_them(sound: Archive) -> None:
    for kind in sound.kinds:
        assert {member.name for member in members(kind.type)} <= {field.name for field in fields(kind.type)}
        assert {"changes", "also_printed"} <= {member.name for member in members(kind.type)}


def test_a_page_knows_the_links_of_what_its_record_names_and_of_no_other(sound: Archive) -> None:
    meeting: Record = sound.records["meeting"]["panel/2024-06-05"]
    found = links(sound, (meeting,))
    assert {key: (link.text, link.address) for key, link in found.items()} == {
        "meeting:panel/2024-06-05": ("5 June 2024", "meetings/panel/2024-06-05/"),
        "body:panel": ("Ethics Panel", "meetings/panel/"),
        "matter:custody": ("Custody", "matters/custody/"),
        "meeting:panel/2024-03-06": ("6 March 2024", "meetings/panel/2024-03-06/"),
    }
