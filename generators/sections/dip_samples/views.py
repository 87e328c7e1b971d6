"""What the pages of this section say of a tally: the count first, how far it can be trusted second."""

from dataclasses import dataclass

from generators.archive import Archive
from generators.dates import as_given, long_date
from generators.disclosure import HIDDEN, is_protected, protected, share
from generators.link import Link
from generators.problem import count
from generators.proportion import likely, of, percent, wilson
from generators.sections.dip_samples.records import DipSample, Function
from generators.sections.dip_samples.records.function import OUTCOMES
from generators.sections.dip_samples.tallies import Tally, beside, earlier

DIP_SAMPLES = Link("Dip samples", "dip-samples/")
NOT_TOLD = "so the numbers do not tell the rate for all files, and no range is given"
WHY_NO_RANGE = {
    "every so many": f"The files were picked by counting through a list, {NOT_TOLD}.",
    "by theme": f"These files were chosen by theme, {NOT_TOLD}.",
    "by officer": f"These files were chosen by officer, {NOT_TOLD}.",
    "all": "Every file was read, so chance has no part in this, and no range is given.",
    "otherwise": f"These files were not picked at random, {NOT_TOLD}.",
    "not stated": f"The papers do not say how the files were picked, {NOT_TOLD}.",
}
DIFFERENTLY = f"The files were not all picked in the same way, {NOT_TOLD}."
PICKED = {"all": "All files were read", "not stated": "Not stated"}


@dataclass(frozen=True)
class Row:
    """One outcome and how many cases had it, in words."""

    outcome: str
    number: str
    percent: str


@dataclass(frozen=True)
class Summary:
    """A tally in words."""

    title: str
    """What was read: `Complaint files`."""
    link: Link
    """The dip sample."""
    when: str
    found: str
    """The count: `9 of 16 cases were found appropriate, 1 of them with observations`."""
    percent: str
    range: str
    """The range in words, or why there is none."""
    rows: tuple[Row, ...]
    read: str
    """How many cases: `16`."""


def when(sample: DipSample) -> str:
    """When the files were read."""
    return as_given(sample.date, sample.date_as_printed)


def short_when(sample: DipSample) -> str:
    """The same for a list or a chart: the day alone where it is known."""
    return long_date(sample.date) if sample.date else sample.date_as_printed or sample.title


def sample_link(sample: DipSample) -> Link:
    """The page of a dip sample."""
    return Link(sample.title, f"dip-samples/{sample.id}/")


def function_title(archive: Archive, id: str) -> str:
    """What the files of a function are called; where it is not published, nothing but that they are files."""
    function = archive.get(Function, id)
    return function.title if function else "Files"


def summary(archive: Archive, tally: Tally) -> Summary:
    """What a page says of a tally."""
    sample = tally.sample
    words = _protected(archive, tally) if is_protected(sample) else _exact(tally)
    found, percentage, range_, rows, read = words
    title = function_title(archive, tally.function)
    return Summary(title, sample_link(sample), short_when(sample), found, percentage, range_, rows, read)


def found_words(*tallies: Tally) -> str:
    """`9 of 16 cases were found appropriate, 1 of them with observations; on 7 no view was given`."""
    found, read = sum(tally.found for tally in tallies), sum(tally.read for tally in tallies)
    observations = sum(tally.with_outcome("appropriate with observations") for tally in tallies)
    silent = sum(tally.with_outcome("no view") for tally in tallies)
    if not read:
        return "No files were read"
    were = "was" if found == 1 else "were"
    more = f", {observations:,} of them with observations" if observations else ""
    without = f"; on {silent:,} no view was given" if silent else ""
    return f"{of(found, read, 'case')} {were} found appropriate{more}{without}"


def range_words(picked: str, found: int, read: int) -> str:
    """The range around a share of files picked at random, or why there is none."""
    interval = wilson(found, read) if picked == "at random" else None
    if interval:
        words = likely(interval)
        return f"{words[0].upper()}{words[1:]}."
    return WHY_NO_RANGE.get(picked, "")


def _exact(tally: Tally) -> tuple[str, str, str, tuple[Row, ...], str]:
    if not tally.counts:
        return "", "", "", (), ""
    read = tally.read
    rows = tuple(
        Row(outcome, of(number, read, "case"), percent(number / read) if read else "")
        for outcome, number in zip(OUTCOMES, tally.counts, strict=True)
    )
    return (
        found_words(tally),
        percent(tally.found / read) if read else "",
        range_words(tally.sample.picked, tally.found, read),
        rows,
        f"{read:,}",
    )


def _protected(archive: Archive, tally: Tally) -> tuple[str, str, str, tuple[Row, ...], str]:
    """The same of people: small numbers hidden, all others rounded, and of them neither a share nor a range."""
    if not tally.counts:
        return "", "", "", (), ""
    shown = protected([tally.counts], earlier(tally), beside(archive, tally))
    rows = tuple(
        Row(outcome, HIDDEN if number is None else f"about {number:,}", _about(share(number, shown.total)))
        for outcome, number in zip(OUTCOMES, shown.cells[0], strict=True)
    )
    read = "not shown" if shown.total is None else f"about {shown.total:,}"
    why = "These numbers tell of people. Small ones are hidden and the others rounded to the nearest five."
    return "", "", why, rows, read


def _about(percentage: int | None) -> str:
    return "" if percentage is None else f"about {percentage}%"


def files_picked(sample: DipSample) -> str:
    """How many files were picked, from how many: `20 of 114`. Of people the table of outcomes alone says how many.

    Beside numbers that are hidden there, this would be the total that their table leaves out.
    """
    if is_protected(sample):
        return ""
    if sample.sample_size is None:
        return ""
    if sample.population is not None:
        return of(sample.sample_size, sample.population, "file")
    return count(sample.sample_size, "file")
