"""Dip samples counted together: those of a year, or of four quarters in a row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generators.archive import Archive
from generators.periods import financial_quarter, span
from generators.problem import count
from generators.proportion import percent
from generators.sections.dip_samples import views
from generators.sections.dip_samples.tallies import Tally


@dataclass(frozen=True)
class Pooled:
    """Dip samples of a function and a checklist, counted together."""

    title: str
    checklist: str
    samples: int
    found: str
    percent: str
    range: str
    left_out: str
    """How many dip samples count files that another of them counts too, and are left out."""


def pooled(archive: Archive, found: Iterable[Tally]) -> Iterator[Pooled]:
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


def four_quarters(found: Sequence[Tally]) -> tuple[str, tuple[Tally, ...]]:
    """Those read in the quarter of the latest of these and in the three before it, and which quarters these are.

    Nothing where fewer than two were: one dip sample stands for itself.
    """
    quarters = [(financial_quarter(tally.sample.date), tally) for tally in found if tally.sample.date]
    if not quarters:
        return "", ()
    last = max(quarter for quarter, _ in quarters)
    first = last.after(-3)
    within = tuple(tally for quarter, tally in quarters if quarter >= first)
    return (span(first, last), within) if len(within) > 1 else ("", ())


def _apart(found: list[Tally]) -> list[Tally]:
    """Those that share no files with another of these: no file is counted twice."""
    ids = {tally.sample.id for tally in found}
    sharing = [(tally.sample.id, id) for tally in found for id in tally.sample.shares_files_with if id in ids]
    left_out = {id for pair in sharing for id in pair}
    return [tally for tally in found if tally.sample.id not in left_out]
