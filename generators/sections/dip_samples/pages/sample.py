"""The page of one dip sample with its cases, and further pages of them where they are many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generators.archive import Archive
from generators.dates import as_given
from generators.disclosure import is_protected, needs_decision
from generators.frame import HOME, list_page, record_page, with_neighbours
from generators.ids import own
from generators.link import Link
from generators.page import Page
from generators.paged import Part
from generators.problem import count
from generators.proceedings import in_words
from generators.sections.dip_samples import views
from generators.sections.dip_samples.figures import by_category
from generators.sections.dip_samples.graders import Agreed, agreed
from generators.sections.dip_samples.pages.cases import addresses, in_parts, shown, table
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.tallies import Tally, in_order, tallies_of


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every dip sample; those of people show no single case."""
    of_function: dict[str, list[DipSample]] = defaultdict(list)
    for sample in in_order(archive):
        of_function[sample.function].append(sample)
    for samples in of_function.values():
        for before, sample, after in with_neighbours(samples, views.sample_link):
            yield from _pages(archive, sample, before, after)


def _pages(archive: Archive, sample: DipSample, before: Link | None, after: Link | None) -> Iterator[Page]:
    """The page of a dip sample, and more for its cases where they are many; around it those of the same function."""
    found = tallies_of(archive)[sample.id]
    first, *more = in_parts(archive, sample)
    every = tuple(shown(archive, sample, case) for part in (first, *more) for case in part.rows)
    columns = {
        "has_allegations": any(one.case.allegations or one.case.route for one in every),
        "has_learning": any(one.case.learning for one in every),
    }
    values = {
        "summaries": tuple(views.summary(archive, tally) for tally in found),
        "cases": every[: len(first.rows)],
        "number": count(len(every), "case") + (f", the first {len(first.rows)} of them here" if more else ""),
        "more": tuple((_where(part), tuple(own(case.id) for case in part.rows)) for part in more),
        "protected": is_protected(sample),
        "undecided": needs_decision(sample) and _has_numbers(sample, found),
        "court": in_words(sample.proceedings),
        "agreed": tuple(_agreed(archive, found)),
        "when": views.when(sample),
        "files": views.files_picked(sample),
        "follow_up": as_given(sample.follow_up, sample.follow_up_as_printed),
        "picked": views.PICKED.get(sample.picked, sample.picked.capitalize()),
    }
    figures = (by_category(tally, views.function_title(archive, tally.function)) for tally in found)
    trail = (views.DIP_SAMPLES, *_function(archive, sample))
    yield record_page(
        archive, sample, sample.title, trail, values | columns, section="dip-samples/", also=first.rows,
        previous=before, next=after, figures=tuple(figure for figure in figures if figure),
        tables=(table(sample, every),) if every else (),
        description=f"{sample.title}: what members found{', case by case' if every else ''}.",
    )  # fmt: skip
    for part in more:
        yield list_page(
            archive, part.link.address, part.link.text, "dip_samples/more_cases",
            {"cases": every[part.first - 1 : part.last], "listed": sample.listed, "where": _where(part)} | columns,
            section="dip-samples/", trail=(HOME, *trail, first.link), previous=part.before, next=part.after,
            linking=part.rows, edited=(sample,), description=f"{_where(part).text} of {sample.title}.",
        )  # fmt: skip


def _where(part: Part[Case]) -> Link:
    """A page of cases, by their places in the whole list."""
    return Link(f"Cases {part.first:,} to {part.last:,}", part.link.address)


def _agreed(archive: Archive, found: Iterable[Tally]) -> Iterator[tuple[str, Agreed]]:
    """How far the graders agreed, by what kind of file they read."""
    for tally in found:
        if agreed_on := agreed(archive.get(Function, tally.function), tally, addresses(archive)):
            yield views.function_title(archive, tally.function), agreed_on


def _function(archive: Archive, sample: DipSample) -> tuple[Link, ...]:
    function = archive.get(Function, sample.function)
    return (Link(function.title, f"dip-samples/{function.id}/"),) if function else ()


def _has_numbers(sample: DipSample, found: Iterable[Tally]) -> bool:
    """Whether its page gives any number: how many files were picked or read, or how they were found."""
    return bool(views.files_picked(sample)) or any(tally.read for tally in found)
