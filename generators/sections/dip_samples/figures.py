"""The figures of this section: how many cases were found appropriate, sample by sample, and what they were about."""

from collections.abc import Sequence

from generators.figure import Figure
from generators.problem import count
from generators.proportion import of, wilson
from generators.sections.dip_samples.records import Function
from generators.sections.dip_samples.tallies import Tally, categories
from generators.sections.dip_samples.views import found_words, short_when
from generators.table import Cell, Column

OVER_TIME = (
    Column("sample", "Dip sample"),
    Column("found", "Found appropriate", number=True),
    Column("no_view", "No view", number=True),
    Column("cases", "Cases", number=True),
    Column("percentage", "Percentage", number=True),
    Column("low", "Range from, %", number=True),
    Column("high", "Range to, %", number=True),
)
BY_CATEGORY = (Column("category", "Category"), Column("cases", "Cases", number=True))
LATEST = 20
"""Dip samples in a chart: five years of one every quarter."""
MOST = 25
"""Categories in a chart; there are rarely more than twenty."""


def over_time(function: Function, tallies: Sequence[Tally]) -> Figure | None:
    """Cases found appropriate in each dip sample, with the range where the files were picked at random."""
    exact = [tally for tally in tallies if tally.is_exact and tally.read][-LATEST:]
    if not exact:
        return None
    labels = _labels(exact)
    rows = tuple(_row(label, tally) for label, tally in zip(labels, exact, strict=True))
    said = ". ".join(f"{label}: {found_words(tally)}" for label, tally in zip(labels, exact, strict=True))
    last = exact[-1]
    return Figure(
        name="outcomes",
        chart="dip_samples.charts.over_time",
        title=f"{labels[-1]}: {found_words(last)}",
        subtitle=f"{function.title}: cases found appropriate, with observations or without, by dip sample",
        description=f"A dot for {count(len(exact), 'dip sample')} on a scale from 0 to 100%. {said}.",
        columns=OVER_TIME,
        rows=rows,
        shown=tuple(tuple("" if cell is None else cell for cell in row) for row in rows),
    )


def by_category(tally: Tally, title: str) -> Figure | None:
    """Cases by category; none where there are fewer than two categories, or the numbers are those of people."""
    found = categories(tally.cases)[:MOST]
    if not tally.is_exact or len(found) < 2:
        return None
    several = sum(number for _, number in found) > len(tally.cases)
    more = ". A case with several categories stands under each" if several else ""
    said = "; ".join(f"{name}: {number}" for name, number in found)
    return Figure(
        name=f"categories-{tally.function}" if tally.function else "categories",
        chart="dip_samples.charts.by_category",
        title=f"{of(found[0][1], len(tally.cases), 'case')} in the category {found[0][0]}",
        subtitle=f"{title}: cases by category as printed, {short_when(tally.sample)}{more}",
        description=f"Bars for {len(found)} categories. {said}.",
        columns=BY_CATEGORY,
        rows=found,
        shown=found,
    )


def _row(label: str, tally: Tally) -> tuple[Cell, ...]:
    interval = wilson(tally.found, tally.read) if tally.sample.picked == "at random" else None
    low, high = (round(interval.low * 100), round(interval.high * 100)) if interval else (None, None)
    return (
        label,
        tally.found,
        tally.with_outcome("no view"),
        tally.read,
        round(100 * tally.found / tally.read),
        low,
        high,
    )


def _labels(tallies: Sequence[Tally]) -> list[str]:
    """When each was, with its title where another was at the same time, and its checklist where they differ."""
    whens = [short_when(tally.sample) for tally in tallies]
    checklists = {tally.sample.checklist for tally in tallies}
    found = []
    for name, tally in zip(whens, tallies, strict=True):
        label = f"{name}, {tally.sample.title}" if whens.count(name) > 1 else name
        found.append(f"{label} ({_checklist(tally)})" if len(checklists) > 1 else label)
    return found


def _checklist(tally: Tally) -> str:
    return f"checklist {tally.sample.checklist}" if tally.sample.checklist else "no checklist"
