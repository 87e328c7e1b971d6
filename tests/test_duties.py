"""Duties of publication: nothing is due but by the text of the law, and what is due is so on the right day."""

from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generators.archive import Archive
from generators.check import load
from generators.cli import main
from generators.commands.due import SOMETHING_OVERDUE, lines
from generators.evidence import KINDS, Evidence, Met
from generators.fields import LONDON
from generators.follow.files import files
from generators.follow.publisher import publisher
from generators.link import Link
from generators.public import public
from generators.render import site_name
from generators.sections.duties.records import Account, Duties, Duty, Statement, Sure, Timing
from generators.sections.duties.rows import INDEX
from generators.sections.duties.standing import DUE, ENDED, OVERDUE, PUBLISHED, UNTIMED, evidence, standing
from generators.sections.duties.timing import last_day, left
from generators.sections.meetings.records.body import AccessibilityStatement
from generators.sections.recommendations.statuses import last_day_to_answer
from generators.to_do import ToDo
from generators.what_is_due import what_is_due
from tests.conftest import Change
from tests.projects import NOW, REPOSITORY, edit

DAYS = st.dates(date(2012, 1, 16), date(2028, 5, 31))
ANSWERS: Met = "answers to inspectorate reports"
WITHIN_56 = Timing(rule="within days", days=56, counted_from="publication", first_day_counts=True)


@pytest.fixture(scope="module")
def stated() -> Duties:
    """The duties that the repository states."""
    (record,) = load(REPOSITORY).all(Duties)
    return record


def duty(sure: Sure | None = "confirmed", timing: Timing | None = WITHIN_56, **given: object) -> Duty:
    known = {
        "id": "comments", "subject": "Holding to account", "title": "Comments", "what": "Comments.", "law": "An Act",
        "paragraph": "section 5", "sure_of_what": "confirmed", "met_by": (ANSWERS,), "timing_source": "An Act",
        "sure_of_when": sure, "timing": timing,
    }  # fmt: skip
    return Duty(**{**known, **given})  # type: ignore[arg-type]


def report(day: date, answered: date | None = None) -> dict[str, list[Evidence]]:
    link = Link("Report", "recommendations/sources/report/")
    return {ANSWERS: [Evidence(ANSWERS, link, "report.yml", day, answered, answered is not None)]}


# ---- the days


@given(published=DAYS)
def test_the_last_day_of_56_is_the_day_of_publication_and_55(stated: Duties, published: date) -> None:
    """With the duty as the repository states it, which is as the tracker of recommendations counts."""
    (of_the_law,) = (found for found in stated.duties if found.id == "police-act-55")
    assert of_the_law.timing is not None
    assert last_day(of_the_law.timing, published) == published + timedelta(days=55) == last_day_to_answer(published)


@given(DAYS, st.integers(1, 400))
def test_where_the_first_day_does_not_count_there_is_one_more(day: date, days: int) -> None:
    timing = Timing(rule="within days", days=days, counted_from="that day")
    assert last_day(timing, day) == day + timedelta(days=days)


@pytest.mark.parametrize("rule", ["as soon as practicable", "always"])
def test_what_is_no_number_of_days_has_no_last_day(rule: str) -> None:
    assert last_day(Timing(rule=rule), date(2024, 1, 1)) is None  # type: ignore[arg-type]


def test_days_left_are_told_in_words() -> None:
    last = date(2024, 2, 25)
    days = [date(2024, 2, 23), date(2024, 2, 24), last, date(2024, 2, 26), date(2024, 2, 27)]
    assert [left(last, day) for day in days] == [
        "2 days left", "1 day left", "today is the last day", "1 day overdue", "2 days overdue",
    ]  # fmt: skip


# ---- how a duty stands


@given(DAYS, st.integers(0, 400))
def test_the_clock_makes_it_due_and_then_overdue(published: date, days: int) -> None:
    found = standing(duty(), report(published), published + timedelta(days=days))
    assert found.state == (DUE if days <= 55 else OVERDUE)
    assert [deadline.last for deadline in found.deadlines] == [published + timedelta(days=55)]


@given(DAYS, st.integers(0, 400), st.integers(0, 400))
def test_what_was_published_is_no_longer_due_from_that_day_on(published: date, after: int, seen: int) -> None:
    found = standing(duty(), report(published, published + timedelta(days=after)), published + timedelta(days=seen))
    assert (found.state == PUBLISHED) == (after <= seen) == (found.deadlines == ())


@given(st.sampled_from(["quoted", "memory", None]), DAYS, DAYS, st.sampled_from([WITHIN_56, None]), st.none() | DAYS)
def test_only_a_confirmed_timing_makes_anything_due(
    sure: Sure | None, published: date, today: date, timing: Timing | None, answered: date | None
) -> None:
    said = (Account(by="Somebody", words="56 days"),)
    found = standing(duty(sure, timing, timing_as_quoted=said), report(published, answered), today)
    assert found.deadlines == ()
    assert found.state not in (DUE, OVERDUE, PUBLISHED)


@given(DAYS, DAYS, DAYS)
def test_a_duty_that_ended_is_still_owed_for_what_came_before(published: date, ends: date, today: date) -> None:
    found = standing(duty(ends=ends), report(published), today)
    assert bool(found.deadlines) == (published <= min(ends, today))
    assert (found.state == ENDED) == (ends < today and not found.deadlines)


@given(DAYS, DAYS, st.sampled_from(["nothing to publish", "not held", "withheld"]))
def test_a_statement_stands_until_something_is_published_after_it(stated_on: date, published: date, word: str) -> None:
    said = Statement(state=word, date=stated_on, by="A role", reason="It is so.", period="a year")  # type: ignore[arg-type]
    found = standing(duty(None, None, statements=(said,)), report(published, published), date(2030, 1, 1))
    assert found.state == (UNTIMED if published > stated_on else {"withheld": "withheld with reason"}.get(word, word))


# ---- the duties that the repository states


def test_only_what_was_read_in_the_law_has_a_timing(stated: Duties) -> None:
    assert {found.id for found in stated.duties if found.timing} == {"reform-act-11", "police-act-55"}
    assert {found.sure_of_when for found in stated.duties if not found.timing} == {"quoted", None}


# ---- what is to be done


def on(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=LONDON)


@given(st.sampled_from(["deadline", "meeting", "minutes", "plan", "record", "figures"]), st.none() | DAYS, DAYS)
def test_only_a_deadline_that_has_passed_is_overdue(about: str, day: date | None, today: date) -> None:
    one = ToDo(about, "To do", "a.yml", day)  # type: ignore[arg-type]
    assert one.is_overdue(today) == (about == "deadline" and day is not None and day < today)


LISTED = st.builds(
    ToDo, st.sampled_from(["deadline", "meeting", "minutes", "plan", "record", "figures"]),
    st.sampled_from(["One", "Two", "Three"]), st.just("a.yml"), st.none() | DAYS,
)  # fmt: skip


@given(st.lists(LISTED, max_size=30), DAYS, st.integers(0, 100), st.integers(1, 5))
def test_no_heading_hides_how_many_there_are(found: list[ToDo], today: date, within: int, most: int) -> None:
    said = lines(tuple(found), today, within, most)
    overdue = sum(one.is_overdue(today) for one in found)
    assert (f"Overdue: {overdue}" if overdue else "Overdue: nothing") in said
    told = [line for line in said if line == "    a.yml"]
    cut = [int(line.split()[2]) for line in said if line.startswith("  …")]
    headings = [int(line.rpartition(": ")[2]) for line in said[1:] if line[:1].isalpha() and line[-1].isdigit()]
    assert len(told) + sum(cut) == sum(headings)


def test_a_meeting_to_come_says_what_it_still_lacks(project: Path) -> None:
    meeting = project / "content/meetings/panel/2024-08-01/meeting.yml"
    meeting.parent.mkdir()
    meeting.write_text("body: panel\ndate: 2024-08-01\nstate: scheduled\n")
    (one,) = (one for one in what_is_due(load(project), NOW) if one.about == "meeting")
    assert one == ToDo(
        "meeting",
        "Ethics Panel meets: it has no agenda yet, no paper lies beside it, its record is a draft",
        "content/meetings/panel/2024-08-01/meeting.yml",
        date(2024, 8, 1),
    )
    (late,) = (one for one in what_is_due(load(project), on("2024-08-02")) if "whether" in one.words)
    assert late.words == "Ethics Panel, 1 August 2024: say whether it was held"


def test_minutes_are_missed_and_drafts_once_the_body_has_met_again(project: Path) -> None:
    path = "content/meetings/panel/2024-03-06/meeting.yml"
    archive = load(project)
    before = {one.words for one in what_is_due(archive, NOW) if one.about == "minutes"}
    text = (project / path).read_text()
    start = text.index("\nminutes:")
    rest = text[start + 1 :].split("\n")
    end = next((at for at, line in enumerate(rest[1:], 1) if line[:1].strip()), len(rest))
    for state, words in (
        ("minutes: {state: draft}", "minutes are not confirmed, though the body met again on 5 June 2024"),
        ("", "draft minutes are missing"),
    ):
        (project / path).write_text("\n".join([text[:start], state, *rest[end:]]))
        found = {one.words for one in what_is_due(load(project), NOW) if one.about == "minutes"}
        assert found - before == {f"Ethics Panel, 6 March 2024: {words}"}


def test_what_is_withdrawn_is_prepared_by_nobody(project: Path) -> None:
    path = "content/recommendation-sources/inspection-2024.yml"
    assert any(one.path == path for one in what_is_due(load(project), NOW))
    edit(project, path, "publication: published", "publication: withdrawn")
    with (project / path).open("a") as file:
        file.write("changes: [{date: 2024-06-01, kind: withdrawn, reason: It was another's.}]\n")
    assert not any(one.path == path for one in what_is_due(load(project), NOW))


def test_what_will_become_public_is_told_with_its_day(project: Path) -> None:
    new = "publication: published\npublish_on: 2024-07-09"
    edit(project, "content/people/cara-specimen.yml", "publication: published", new)
    (one,) = (one for one in what_is_due(load(project), NOW) if "by itself" in one.words)
    assert (one.words, one.day) == ("The person cara-specimen becomes public by itself", date(2024, 7, 9))


# ---- the command


def due(root: Path, *given: str) -> Result:
    return CliRunner().invoke(main, ["due", "--root", str(root), *given])


@pytest.mark.parametrize(
    ("day", "status", "words"),
    [
        ("2024-05-30", 0, "  4 June 2024, 5 days left: Comments on inspectorate reports: Inspection of custody, 2024"),
        ("2024-06-05", SOMETHING_OVERDUE, "  4 June 2024, 1 day ago: Comments on inspectorate reports: Inspection"),
    ],
)
def test_it_ends_with_three_when_something_is_overdue(project: Path, day: str, status: int, words: str) -> None:
    ended = due(project, "--now", day)
    assert words in ended.output
    assert ended.exit_code == status
    assert "  Timing not confirmed for 2 of 3 duties: read the law and say so\n    content/duties.yml" in ended.output


def test_it_looks_no_further_ahead_than_it_is_told(project: Path) -> None:
    assert "4 June" not in due(project, "--now", "2024-05-30", "--within", "4").output
    assert "4 June" in due(project, "--now", "2024-05-30", "--within", "5").output


def test_it_ends_with_one_when_a_record_is_wrong(project: Path) -> None:
    (project / "content/duties.yml").write_text("duties: none\n")
    ended = due(project, "--now", "2024-05-30")
    assert ended.exit_code == 1
    assert "What is due" not in ended.output


# ---- feed and calendar


def test_a_last_day_is_in_a_calendar_of_its_own_and_in_a_feed(sound: Archive) -> None:
    seen = public(sound, NOW)
    made = {file.path: file.make() for file in files(seen, publisher(seen, site_name(seen)))}
    (event,) = icalendar.Calendar.from_ical(made["duties/calendar.ics"]).walk("VEVENT")
    assert (event.decoded("DTSTART"), str(event["SUMMARY"])) == (
        date(2024, 6, 4), "Comments on inspectorate reports: Inspection of custody, 2024",
    )  # fmt: skip
    assert b"Comments on inspectorate" not in made["calendar.ics"]
    assert b"Due by 4 June 2024: Comments on inspectorate reports" in made["duties/feed.json"]


def test_every_word_of_what_meets_a_duty_has_its_records_and_its_page(changed: Change) -> None:
    """A word that `met_by` can hold and no section ever gives would leave a duty unmet for ever."""
    statement = AccessibilityStatement(prepared=date(2024, 1, 1))
    assert set(evidence(changed("office", "office", accessibility=statement))) == set(KINDS) == set(INDEX)
