"""The page of one published report: all indicators at a glance, then each with what is printed of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from generators.archive import Archive
from generators.frame import record_page
from generators.in_pack import in_pack
from generators.link import Link, to_record
from generators.page import Page
from generators.sections.performance.files import table
from generators.sections.performance.pages.continued import Continued
from generators.sections.performance.pages.order import PERFORMANCE, WHOSE, latest_first, period
from generators.sections.performance.records import GlossaryTerm, PerformanceReport
from generators.sections.performance.shown import in_full, mark, rows, states
from generators.sections.performance.words import explained, used


def report_pages(archive: Archive, courses: Mapping[str, Link], carried_on: Continued) -> Iterator[Page]:
    """A page for each report. `courses`: the page of every measure that several reports hold."""
    for whose in WHOSE:
        reports = latest_first(archive, whose)
        ends = (None, *(to_record(archive, report) for report in reversed(reports)), None)
        for number, report in enumerate(reversed(reports)):
            yield _page(archive, report, courses, carried_on, (ends[number], ends[number + 2]))


def _page(
    archive: Archive,
    report: PerformanceReport,
    courses: Mapping[str, Link],
    carried_on: Continued,
    around: tuple[Link | None, Link | None],
) -> Page:
    values = {
        "period": period(report),
        "whose": WHOSE[report.whose],
        "courses": {one.measure: courses[one.measure] for one in report.indicators if one.measure in courses},
        "carried_on": {one.measure: carried_on[one.measure] for one in report.indicators if one.measure in carried_on},
        "pack_pages": _pack_pages(archive, report),
        "terms": used(tuple(_texts(report)), archive.all(GlossaryTerm)),
    }
    return record_page(
        archive, report, report.title, (PERFORMANCE,), values,
        section=PERFORMANCE.address, previous=around[0], next=around[1], tables=(table(report),), view=_view,
        description=f"{report.title}: every indicator as it was published, with what the publisher says of it.",
    )  # fmt: skip


def _pack_pages(archive: Archive, report: PerformanceReport) -> dict[str, Link]:
    """By the number printed on it, every page of an attached pack on which an indicator stands."""
    numbers = (indicator.pack_page for indicator in report.indicators if indicator.pack_page)
    found = ((number, in_pack(archive, report.in_meeting, number)) for number in numbers)
    return {number: link for number, link in found if link}


def _view(page: Page) -> dict[str, Any]:
    report: PerformanceReport = page.values["record"]
    told = tuple(_told(report))
    lines = rows(report)
    return {
        "rows": lines,
        "by_measure": {row.indicator.measure: row for row in lines},
        "shows": {
            "last_year": any(row.last_year for row in lines),
            "last_period": any(row.last_period for row in lines),
            "said": any(row.said or row.indicator.reset for row in lines),
        },
        "states": states(report.indicators),
        "explained": dict(zip(told, explained(told, page.values["terms"]), strict=True)),
        "measures": {indicator.measure: indicator for indicator in report.indicators},
        "in_full": in_full,
        "mark": mark,
    }


def _told(report: PerformanceReport) -> Iterator[str]:
    """Every text of a page that can lead to the meaning of a word, in the order of the page."""
    texts: list[str | None] = [report.introduction]
    for picked in report.picked_out:
        texts += (picked.text, picked.asked, picked.answer)
    texts += (indicator.commentary for indicator in report.indicators)
    texts += (report.also_reported, report.principles)
    yield from dict.fromkeys(text for text in texts if text)


def _texts(report: PerformanceReport) -> Iterator[str]:
    """Every text of a page that can use a word."""
    yield from _told(report)
    for theme in report.themes:
        yield theme.title
        yield from (indicator.title for indicator in theme.indicators)
