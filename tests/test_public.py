"""The gate: what may be seen at a moment, and that nothing else leaves a trace."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.archive import Archive, Tombstone, gather
from generators.fields import LONDON
from generators.public import public
from generators.record import Change as Changed
from generators.record import Record
from generators.references import references
from generators.sections.meetings.places import parts
from generators.sections.meetings.records import Meeting, Paper, Person
from tests.conftest import Change

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
WITHDRAWN = Changed(date=date(2025, 2, 3), kind="withdrawn", reason="It named a child.")
RESTORED = Changed(date=date(2025, 3, 4), kind="restored", reason="The name was taken out.")
EXEMPT = "panel/2024-06-05"


def test_what_is_published_is_seen_unchanged(sound: Archive) -> None:
    seen = public(sound, NOW)
    assert {noun: found.keys() for noun, found in seen.records.items()} == {
        noun: found.keys() for noun, found in sound.records.items()
    }
    assert [record for record in every(seen) if record.id != EXEMPT] == [
        record for record in every(sound) if record.id != EXEMPT
    ]


def test_a_record_that_does_not_say_is_a_draft() -> None:
    assert Person(id="ada", path="content/people/ada.yml", name="Ada").publication == "draft"


def test_a_draft_is_not_seen_and_leaves_no_tombstone(changed: Change) -> None:
    seen = public(changed("person", "ben-sample", publication="draft"), NOW)
    assert seen.get(Person, "ben-sample") is None
    assert seen.tombstones == ()


def test_where_a_hidden_record_was_named_not_even_its_id_is_left(changed: Change) -> None:
    seen = public(changed("person", "ben-sample", publication="draft"), NOW)
    meeting = seen.records["meeting"]["panel/2024-03-06"]
    assert [entry.person for entry in seen.records["body"]["panel"].members] == ["", "cara-specimen"]  # type: ignore[attr-defined]
    assert meeting.declarations[0].person == ""  # type: ignore[attr-defined]
    assert "ben-sample" not in repr(seen.records) + repr(seen.references)


def test_an_item_that_takes_up_a_part_of_a_hidden_meeting_names_nothing(changed: Change) -> None:
    seen = public(changed("meeting", "panel/2024-03-06", publication="draft"), NOW)
    later = seen.get(Meeting, "panel/2024-06-05")
    assert later is not None
    assert later.items[1].follows == ("",)


@pytest.mark.parametrize("publication", ["draft", "withdrawn"])
def test_what_lies_within_a_hidden_record_is_hidden_with_it(changed: Change, publication: str) -> None:
    seen = public(changed("body", "panel", publication=publication, changes=(WITHDRAWN,)), NOW)
    assert [meeting.id for meeting in seen.all(Meeting)] == ["committee/2024-05-14"]
    assert seen.all(Paper) == ()


def test_a_paper_of_a_meeting_that_is_not_due_is_hidden(changed: Change) -> None:
    seen = public(changed("meeting", "panel/2024-03-06", publish_on=datetime(2027, 1, 1, tzinfo=LONDON)), NOW)
    assert [paper.id for paper in seen.all(Paper)] == [
        "panel/2024-06-05/numbers",
        "panel/2024-06-05/performance-report",
    ]


def test_the_rows_of_a_hidden_register_are_hidden(changed: Change) -> None:
    seen = public(changed("forward-plan", "panel", publication="draft"), NOW)
    assert seen.records["forward-plan-entry"] == {}


def test_a_withdrawn_record_leaves_its_noun_id_date_and_reason(changed: Change) -> None:
    seen = public(changed("person", "ben-sample", publication="withdrawn", changes=(WITHDRAWN,)), NOW)
    assert seen.tombstones == (Tombstone("person", "ben-sample", date(2025, 2, 3), "It named a child."),)
    assert seen.get(Person, "ben-sample") is None
    assert "Ben Sample" not in repr(seen.records)


def test_the_latest_withdrawal_is_the_one_that_counts(changed: Change) -> None:
    again = Changed(date=date(2025, 5, 6), kind="withdrawn", reason="It named another.")
    seen = public(changed("person", "ben-sample", publication="withdrawn", changes=(WITHDRAWN, RESTORED, again)), NOW)
    assert seen.tombstones[0].reason == "It named another."


def test_a_record_that_was_withdrawn_and_restored_is_seen(changed: Change) -> None:
    seen = public(changed("person", "ben-sample", changes=(WITHDRAWN, RESTORED)), NOW)
    assert seen.get(Person, "ben-sample") is not None
    assert seen.tombstones == ()


def test_a_record_withdrawn_from_within_a_draft_leaves_no_tombstone(changed: Change) -> None:
    paper = changed("paper", "panel/2024-03-06/custody-review", publication="withdrawn", changes=(WITHDRAWN,))
    seen = public(changed("meeting", "panel/2024-03-06", paper, publication="draft"), NOW)
    assert seen.tombstones == ()


@pytest.mark.parametrize(
    ("publish_on", "now", "seen"),
    [
        # Midnight in winter, which is midnight of Greenwich.
        ("2026-12-01 00:00", "2026-11-30 23:59:59", False),
        ("2026-12-01 00:00", "2026-12-01 00:00:00", True),
        # Midnight in summer is an hour earlier.
        ("2026-07-01 00:00", "2026-06-30 22:59:59", False),
        ("2026-07-01 00:00", "2026-06-30 23:00:00", True),
        # On 29 March 2026 the clocks go forward from 1 to 2; half past one is never shown.
        ("2026-03-29 00:30", "2026-03-29 00:29:59", False),
        ("2026-03-29 00:30", "2026-03-29 00:30:00", True),
        ("2026-03-29 01:30", "2026-03-29 00:59:59", False),
        ("2026-03-29 01:30", "2026-03-29 01:30:00", True),
        ("2026-03-29 03:00", "2026-03-29 01:59:59", False),
        ("2026-03-29 03:00", "2026-03-29 02:00:00", True),
        # On 25 October 2026 they go back from 2 to 1; half past one is shown twice, and the first time counts.
        ("2026-10-25 01:30", "2026-10-25 00:29:59", False),
        ("2026-10-25 01:30", "2026-10-25 00:30:00", True),
        ("2026-10-25 01:30", "2026-10-25 01:10:00", True),
        ("2026-10-25 02:00", "2026-10-25 01:59:59", False),
        ("2026-10-25 02:00", "2026-10-25 02:00:00", True),
    ],
)
@pytest.mark.parametrize("zone", [UTC, LONDON], ids=["told in universal time", "told in local time"])
def test_a_record_is_seen_from_its_moment_in_local_time(
    changed: Change, publish_on: str, now: str, seen: bool, zone: Any
) -> None:
    """`now` is given in universal time here; whoever calls may tell it in any zone."""
    due = datetime.fromisoformat(publish_on).replace(tzinfo=LONDON)
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC).astimezone(zone)
    archive = public(changed("person", "ben-sample", publish_on=due), moment)
    assert (archive.get(Person, "ben-sample") is not None) == seen


def test_a_draft_that_is_due_stays_a_draft(changed: Change) -> None:
    due = datetime(2025, 1, 1, tzinfo=LONDON)
    seen = public(changed("person", "ben-sample", publish_on=due, publication="draft"), NOW)
    assert seen.get(Person, "ben-sample") is None


def test_of_an_item_taken_in_private_only_its_number_and_the_reason_are_seen(sound: Archive) -> None:
    seen = public(sound, NOW)
    item = meeting_of(seen, EXEMPT).items[2]
    assert (item.number, item.access, item.exempt_reason) == ("3", "exempt", "It would identify a person.")
    assert "complaint against" not in repr(seen.records)
    assert "said in private" not in repr(seen.records)


def test_everything_an_item_can_hold_is_withheld_but_what_is_named_here(sound: Archive) -> None:
    """A field that is added to items one day is withheld too."""
    kept = {"id": "visits", "number": "3", "minute": "24/03", "exempt_reason": "It names a person.", "access": "exempt"}
    full: dict[str, Any] = dict(kept)
    item = replace(meeting_of(sound, EXEMPT).items[2], **full)
    other = {name: getattr(item.withheld(), name) for name in item.__dataclass_fields__ if name not in full}
    blank = type(item)(title="Item taken in private")
    assert other == {name: getattr(blank, name) for name in other}


def test_nothing_refers_to_a_part_that_is_withheld(sound: Archive, changed: Change) -> None:
    private = replace(meeting_of(sound, "panel/2024-03-06").items[1], access="exempt", exempt_reason="Private.")
    seen = public(changed("meeting", "panel/2024-03-06", items=(private,)), NOW)
    for meeting in seen.all(Meeting):
        for item in meeting.items:
            for reference in item.follows:
                id, sign, part = reference.partition("#")
                assert not sign or part in parts(meeting_of(seen, id))


def test_what_passed_the_gate_passes_it_again_unchanged(changed: Change) -> None:
    seen = public(changed("body", "committee", publication="draft"), NOW)
    assert list(every(public(seen, NOW))) == list(every(seen))


STATES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "changes": st.just((WITHDRAWN,)),
        "publication": st.sampled_from(["draft", "published", "published", "withdrawn"]),
        "publish_on": st.sampled_from(
            [None, None, datetime(2025, 1, 1, tzinfo=LONDON), datetime(2027, 1, 1, tzinfo=LONDON)]
        ),
    }
)


@given(st.data())
def test_whatever_the_states_of_the_records_the_gate_holds(sound: Archive, data: st.DataObject) -> None:
    records = [replace(record, **data.draw(STATES)) for record in every(sound)]
    seen = public(gather(sound.kinds, records, sound.files), NOW)
    for kind in seen.kinds:
        for id, record in seen.records[kind.noun].items():
            assert record.publication == "published"
            assert record.publish_on is None or record.publish_on <= NOW
            assert kind.within is None or id.rpartition("/")[0] in seen.records[kind.within]
            for _, noun, named in references(record):
                assert named in seen.records[noun]
                assert f"{noun}:{named}" in seen.references[f"{kind.noun}:{id}"]
    for stone in seen.tombstones:
        assert stone.id not in seen.records[stone.noun]


def every(archive: Archive) -> Iterator[Record]:
    for found in archive.records.values():
        yield from found.values()


def meeting_of(archive: Archive, id: str) -> Meeting:
    found = archive.get(Meeting, id)
    assert found is not None
    return found
