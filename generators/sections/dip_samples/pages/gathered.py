"""The pages that gather dip samples: all of them, those of one function, those of one year."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generators.archive import Archive
from generators.frame import HOME, list_page, record_page
from generators.link import Link
from generators.page import Page
from generators.problem import count
from generators.sections.dip_samples import views
from generators.sections.dip_samples.figures import over_time
from generators.sections.dip_samples.pages.cases import ANSWERS, addresses
from generators.sections.dip_samples.pages.pooled import four_quarters, pooled
from generators.sections.dip_samples.records import DipSample, Function
from generators.sections.dip_samples.tallies import Tally, cases_shown, in_order, tallies

LATEST = 8
"""How many dip samples the first page shows."""
NO_DATE = "not-dated"


@dataclass(frozen=True)
class Listed:
    """A function, and how often files of it were read."""

    link: Link
    quarter: str
    samples: int
    latest: Link | None


@dataclass(frozen=True)
class Awaiting:
    """A case to which no answer is on record."""

    file: str
    link: Link
    sample: Link
    when: str
    asked: str
    answer: str


def pages(archive: Archive) -> Iterator[Page]:
    """The first page, a page for every function and one for every year."""
    latest_first = tuple(reversed(tallies(archive)))
    by_year = _by_year(archive)
    years = tuple((year, count(len({tally.sample.id for tally in found}), "dip sample"))
                  for year, found in by_year.items())  # fmt: skip
    values = {
        "functions": tuple(_listed(archive, function) for function in _functions(archive)),
        "latest": tuple(views.summary(archive, tally) for tally in latest_first[:LATEST]),
        "awaiting": tuple(_awaiting(archive)),
        "years": years,
    }
    yield list_page(
        archive, "dip-samples/", "Dip samples", "dip_samples/index", values, section="dip-samples/",
        description="What members found when they read some of the force's files, and what the force answered.",
    )  # fmt: skip
    yield from _function_pages(archive, latest_first)
    for year, found in by_year.items():
        title = "Dip samples without a date" if year == NO_DATE else f"Dip samples of {year}"
        values = {
            "pooled": tuple(pooled(archive, found)),
            "summaries": tuple(views.summary(archive, tally) for tally in found),
            "years": years,
        }
        yield list_page(
            archive, f"dip-samples/by-year/{year}/", title, "dip_samples/year", values, section="dip-samples/",
            trail=(HOME, views.DIP_SAMPLES), description=f"{title}: counts of all functions, and each dip sample.",
        )  # fmt: skip


def _function_pages(archive: Archive, latest_first: tuple[Tally, ...]) -> Iterator[Page]:
    for function in _functions(archive):
        found = tuple(tally for tally in latest_first if tally.function == function.id)
        figure = over_time(function, tuple(reversed(found)))
        when, together = four_quarters(found)
        yield record_page(
            archive, function, function.title, (views.DIP_SAMPLES,),
            {
                "summaries": tuple(views.summary(archive, tally) for tally in found),
                "pooled": tuple(row for row in pooled(archive, together) if row.samples > 1),
                "quarters": f"Four quarters together, {when}",
            },
            section="dip-samples/", figures=(figure,) if figure else (),
            description=f"{function.title}: every dip sample of them, and how many cases were found appropriate.",
        )  # fmt: skip


def _functions(archive: Archive) -> list[Function]:
    return sorted(archive.all(Function), key=lambda function: function.title.casefold())


def _listed(archive: Archive, function: Function) -> Listed:
    found = [tally.sample for tally in tallies(archive) if tally.function == function.id]
    latest = Link(views.short_when(found[-1]), f"dip-samples/{found[-1].id}/") if found else None
    return Listed(Link(function.title, f"dip-samples/{function.id}/"), function.quarter or "", len(found), latest)


def _awaiting(archive: Archive) -> Iterator[Awaiting]:
    """Every case whose answer is not on record, in the order of the dip samples."""
    for sample in in_order(archive):
        for case in cases_shown(archive, sample):
            if case.answer:
                yield Awaiting(
                    case.file,
                    Link(case.file, addresses(archive)[case.id]),
                    views.sample_link(sample),
                    views.short_when(sample),
                    case.comment or "",
                    case.response if case.answer == "promised" and case.response else ANSWERS[case.answer],
                )


def _by_year(archive: Archive) -> dict[str, tuple[Tally, ...]]:
    """Every tally by the year of its dip sample, latest first; those without a date last."""
    found: dict[str, list[Tally]] = defaultdict(list)
    for tally in reversed(tallies(archive)):
        found[_year(tally.sample)].append(tally)
    return {year: tuple(of_year) for year, of_year in found.items()}


def _year(sample: DipSample) -> str:
    return str(sample.date.year) if sample.date else NO_DATE
