"""The pages that gather dip samples: all of them, those of one function, those of one year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generators.archive import Archive
from generators.frame import HOME, list_page, record_page
from generators.ids import own
from generators.link import Link
from generators.page import Page
from generators.problem import count
from generators.proportion import percent
from generators.sections.dip_samples import views
from generators.sections.dip_samples.figures import over_time
from generators.sections.dip_samples.pages.sample import ANSWERS
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


@dataclass(frozen=True)
class Pooled:
    """All dip samples of a function in a year, counted together."""

    title: str
    checklist: str
    samples: int
    found: str
    percent: str
    range: str
    left_out: str
    """How many dip samples count files that another of them counts too, and are left out."""


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
            "pooled": tuple(_pooled(archive, found)),
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
        yield record_page(
            archive, function, function.title, (views.DIP_SAMPLES,),
            {"summaries": tuple(views.summary(archive, tally) for tally in found)},
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
                    Link(case.file, f"dip-samples/{sample.id}/#{own(case.id)}"),
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


def _pooled(archive: Archive, found: Iterable[Tally]) -> Iterator[Pooled]:
    """Counts that may be shown, of a function and a checklist at a time; other checklists are not the same question."""
    groups: dict[tuple[str, str], list[Tally]] = defaultdict(list)
    for tally in found:
        if tally.is_exact:
            groups[tally.function, tally.sample.checklist or ""].append(tally)
    for (function, checklist), all_found in groups.items():
        together = _apart(all_found)
        read, appropriate = sum(tally.read for tally in together), sum(tally.found for tally in together)
        picked = {tally.sample.picked for tally in together}
        range_ = views.range_words(picked.pop(), appropriate, read) if len(picked) == 1 else views.DIFFERENTLY
        yield Pooled(
            views.function_title(archive, function),
            checklist,
            len(together),
            views.found_words(*together),
            percent(appropriate / read) if read else "",
            range_,
            count(len(all_found) - len(together), "dip sample"),
        )


def _apart(found: list[Tally]) -> list[Tally]:
    """Those that share no files with another of these: no file is counted twice."""
    ids = {tally.sample.id for tally in found}
    sharing = [(tally.sample.id, id) for tally in found for id in tally.sample.shares_files_with if id in ids]
    left_out = {id for pair in sharing for id in pair}
    return [tally for tally in found if tally.sample.id not in left_out]
