"""Feeds and calendars: what they announce, that they keep to their formats, and that nothing is announced again."""

import json
import re
import warnings
from datetime import date, datetime, time
from typing import Any
from xml.etree import ElementTree

import feedparser
import icalendar
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generators.archive import Archive
from generators.follow.atom import to_atom
from generators.follow.calendar import to_calendar
from generators.follow.entries import MOST
from generators.follow.event import Event
from generators.follow.feed import Feed
from generators.follow.files import files
from generators.follow.happening import Happening
from generators.follow.json_feed import to_json_feed
from generators.follow.publisher import Publisher, publisher
from generators.link import Link
from generators.public import public
from generators.record import Change as Changed
from generators.render import site_name
from tests.conftest import CASES, Change
from tests.filled import filled
from tests.projects import NOW

ATOM = "{http://www.w3.org/2005/Atom}"
SIGNS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.sampled_from(
    [
        "]]>",
        "</script><script>",
        '"quoted" & <b>',
        "\u202eright to left\u202c",
        "\x00\x1f",
        "é" * 200,
        "a\r\nEND:VEVENT",
    ]
)
"""More than the checks let pass: controls too."""
OFFICE = Publisher("Office", "https://record.example.org/", "www.example.org", date(2024, 1, 10), "OGL", "")
NOWHERE = OFFICE._replace(address="", domain="")
HOSTILE: list[str] = yaml.safe_load((CASES / "hostile.yml").read_text("utf-8"))


def made(archive: Archive, office: Publisher | None = None) -> dict[str, bytes]:
    seen = public(archive, NOW)
    return {file.path: file.make() for file in files(seen, office or publisher(seen, site_name(seen)))}


def entries(found: dict[str, bytes], address: str) -> dict[str, Any]:
    """The entries of a feed by their ids without what stands before the record's own."""
    items = json.loads(found[f"{address}feed.json"])["items"]
    return {item["id"].split(":", 2)[2]: item for item in items}


def test_every_feed_keeps_to_the_rules_of_its_format(sound: Archive) -> None:
    for office in (OFFICE, NOWHERE):
        found = made(sound, office)
        for path, content in found.items():
            if path.endswith(".atom"):
                assert_atom(content)
            if path.endswith(".json"):
                assert_json_feed(content, office)


def assert_atom(content: bytes) -> ElementTree.Element:
    """RFC 4287: what a feed and an entry must have, once; dates with a zone; ids that no two entries share."""
    feed = ElementTree.fromstring(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert not feedparser.parse(content).bozo
    assert feed.tag == f"{ATOM}feed"
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) <= MOST
    for part in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
        assert re.fullmatch(r"(tag:[a-z.]+,\d{4}-\d\d-\d\d:|urn:uuid:)[a-z0-9:/-]+", part.findtext(f"{ATOM}id") or "")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", part.findtext(f"{ATOM}updated") or "")
        assert [link.get("rel") for link in part.findall(f"{ATOM}link")].count("alternate") == 1
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.iter(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)
    return feed


def assert_json_feed(content: bytes, office: Publisher) -> None:
    feed = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert ("feed_url" in feed) == bool(office.address)
    for item in feed["items"]:
        assert item["id"]
        assert item["content_text"]
        assert ("url" in item) == bool(office.address)
        datetime.fromisoformat(item["date_published"])


def test_a_body_a_person_a_matter_a_register_and_a_recommendation_have_feeds(sound: Archive) -> None:
    found = made(sound)
    ref = next(path.split("/")[1] for path in found if re.fullmatch(r"recommendations/[^/]+/feed.atom", path))
    for place in ("", "meetings/panel/", "people/ada-example/", "matters/custody/", f"recommendations/{ref}/"):
        assert f"{place}feed.atom" in found
        assert f"{place}feed.json" in found
        assert entries(found, place)
    assert any(path.startswith("gifts/") for path in found)


def test_an_entry_says_what_changed_and_why_it_is_there(changed: Change) -> None:
    change = Changed(date=date(2024, 5, 1), kind="corrected", reason="The date was wrong.")
    found = entries(made(changed("meeting", "panel/2024-03-06", changes=(change,))), "meetings/panel/")
    entry = found["meeting:panel/2024-03-06/corrected-2024-05-01"]
    assert entry["title"] == "Corrected: 6 March 2024"
    assert entry["date_published"] == "2024-05-01T00:00:00Z"
    assert "The date was wrong." in entry["content_text"]
    assert "You see this because you follow “Ethics Panel”" in entry["content_text"]


def test_decisions_and_updates_are_announced_where_they_belong(sound: Archive) -> None:
    found = made(sound)
    decided = [id for id in entries(found, "meetings/panel/") if "-decision" in id]
    assert decided
    assert set(decided) <= entries(found, "").keys()
    assert all("decision" not in id or "panel" in id for id in entries(found, "meetings/panel/"))
    updates = [id for id in entries(found, "") if id.startswith("recommendation-update:")]
    assert updates


def test_what_was_withdrawn_is_announced_and_nothing_else_of_it(changed: Change) -> None:
    change = Changed(date=date(2024, 5, 2), kind="withdrawn", reason="It named a child.")
    paper = {"publication": "withdrawn", "changes": (change,), "title": "A title nobody may see now"}
    found = made(changed("paper", "panel/2024-03-06/custody-review", **paper))
    assert not any(b"nobody may see" in content for content in found.values())
    entry = entries(found, "meetings/panel/")["paper:panel/2024-03-06/custody-review/withdrawn-2024-05-02"]
    assert "It named a child." in entry["content_text"]


def test_nothing_is_announced_again_when_another_record_is_added_or_the_site_moves(changed: Change) -> None:
    before = entries(made(changed("person", "ada-example")), "")
    change = Changed(date=date(2024, 6, 20), kind="corrected", reason="A letter was missing.")
    after = entries(made(changed("person", "ada-example", changes=(change,)), OFFICE), "")
    assert after.keys() - before.keys() == {"person:ada-example/corrected-2024-06-20"}
    same = ("title", "content_text", "date_published")
    assert all(before[id][name] == after[id][name] for id in before for name in same)


def test_what_is_not_public_is_in_no_feed_or_calendar(changed: Change) -> None:
    found = made(changed("meeting", "panel/2024-03-06", publication="draft"))
    assert not any(b"panel/2024-03-06" in content for content in found.values())


def of_calendar(content: bytes) -> dict[str, Any]:
    """The events by their UID, once the lines have the form that the standard asks for."""
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 75
    calendar: Any = icalendar.Calendar.from_ical(content)
    assert not calendar.errors
    zone = calendar.walk("VTIMEZONE")[0].to_tz()
    assert datetime(2024, 7, 1, 12, tzinfo=zone).utcoffset() == NOW.utcoffset()
    events = calendar.walk("VEVENT")
    assert not any(event.errors for event in events)
    return {str(event["UID"]): event for event in events}


def one_of(found: dict[str, Any], id: str) -> Any:
    return next(event for uid, event in found.items() if uid.endswith(f"meeting:{id}"))


def test_a_calendar_opens_and_shows_each_meeting_in_the_time_of_london(changed: Change) -> None:
    values = {"start": time(14), "end": time(15, 30), "place": "County Hall; room 2, \\ left", "date": date(2024, 6, 5)}
    found = made(changed("meeting", "panel/2024-06-05", **values), OFFICE)
    event = one_of(of_calendar(found["calendar.ics"]), "panel/2024-06-05")
    assert event["DTSTART"].dt.isoformat() == "2024-06-05T14:00:00+01:00"
    assert event["DTEND"].dt.isoformat() == "2024-06-05T15:30:00+01:00"
    assert event["LOCATION"] == "County Hall; room 2, \\ left"
    assert event["URL"] == "https://record.example.org/meetings/panel/2024-06-05/"
    assert event["DTSTAMP"].dt.date() == date(2024, 6, 19)
    of_body = of_calendar(found["meetings/panel/calendar.ics"])
    assert {str(event["UID"]).split(":", 2)[2] for event in of_body.values()} == {
        "meeting:panel/2024-03-06", "meeting:panel/2024-06-05",
    }  # fmt: skip


def test_a_meeting_without_a_time_takes_the_whole_day(changed: Change) -> None:
    found = made(changed("meeting", "panel/2024-06-05", start=None, end=None))
    assert one_of(of_calendar(found["calendar.ics"]), "panel/2024-06-05")["DTSTART"].dt == date(2024, 6, 5)


def test_a_cancelled_meeting_stays_the_same_event_and_says_so(changed: Change) -> None:
    before = one_of(of_calendar(made(changed("meeting", "panel/2024-06-05"))["calendar.ics"]), "panel/2024-06-05")
    change = Changed(date=date(2024, 6, 1), kind="revised", reason="Cancelled.")
    values = {"state": "cancelled", "changes": (change,), "reason": "Not enough members."}
    after = one_of(
        of_calendar(made(changed("meeting", "panel/2024-06-05", **values))["calendar.ics"]), "panel/2024-06-05"
    )
    assert before["UID"] == after["UID"]
    assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert "Not enough members." in after["DESCRIPTION"]


def test_a_meeting_that_is_moved_stays_the_same_event(changed: Change) -> None:
    archive = changed("meeting", "panel/2024-03-06", state="postponed", postponed_to="panel/2024-06-05")
    found = of_calendar(made(archive)["calendar.ics"])
    event = one_of(found, "panel/2024-03-06")
    assert event["DTSTART"].dt == date(2024, 6, 5)
    assert event["STATUS"] == "CONFIRMED"
    assert event["SEQUENCE"] == 1
    assert not [uid for uid in found if uid.endswith("meeting:panel/2024-06-05")]
    renamed = changed("meeting", "panel/2024-06-05", formerly=("panel/2024-05-01",))
    event = one_of(of_calendar(made(renamed)["calendar.ics"]), "panel/2024-05-01")
    assert event["SEQUENCE"] == 1


@given(SIGNS, SIGNS)
def test_whatever_stands_in_an_entry_every_feed_can_be_read_back(title: str, words: str) -> None:
    entry = Happening("meeting:a/b/published", date(2024, 1, 2), Link(title, "a/"), "New", words, ())
    feed = Feed("a/", title, "Because.", "body:a", (entry,))
    parsed = assert_atom(to_atom(feed, OFFICE._replace(name=title)))
    kept = re.sub(
        r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]",
        "",
        title,
    )
    shown = (parsed.findtext(f"{ATOM}title") or "").replace("\ufffd", "")
    assert shown == kept.replace("\ufffd", "")
    item = json.loads(to_json_feed(feed, OFFICE))["items"][0]
    assert item["title"] == f"New: {title}"
    assert item["content_text"].startswith(words)


@given(SIGNS, SIGNS, st.times() | st.none(), st.integers(0, 50))
def test_whatever_stands_in_an_event_every_calendar_can_be_read_back(
    title: str, place: str, start: time | None, sequence: int
) -> None:
    event = Event(
        "meeting:a/b", "a", title, "a/", date(2024, 1, 2), start, None, place, "CONFIRMED", place, sequence,
        date(2024, 1, 3),
    )  # fmt: skip
    (read,) = of_calendar(to_calendar(title, [event], OFFICE)).values()
    assert controls_apart(read["SUMMARY"]) == controls_apart(title)
    assert controls_apart(read.get("LOCATION", "")) == controls_apart(place)
    assert read["SEQUENCE"] == sequence


def controls_apart(text: str) -> str:
    return re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", str(text).replace("\r\n", "\n"))


@pytest.mark.parametrize("number", range(0, len(HOSTILE), 4))
def test_hostile_texts_in_every_field_break_no_file(sound: Archive, number: int) -> None:
    archive = filled(sound, lambda _, __: f"mark {HOSTILE[number]}")
    for path, content in made(archive).items():
        if path.endswith(".atom"):
            assert ElementTree.fromstring(content).tag == f"{ATOM}feed"
        elif path.endswith(".json"):
            json.loads(content)
        else:
            of_calendar(content)
