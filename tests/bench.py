"""How long a build takes and how much memory, on a synthetic archive: `make bench`.

Every record it makes is illustrative and lies in a temporary folder; nothing of it reaches a site.
"""

import gc
import os
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generators.check import load
from generators.fields import LONDON
from generators.sections.performance.records import Measure
from generators.sections.performance.series import points
from generators.site.build import build
from generators.spc.chart import control_chart
from tests.bench_archive import MONTHS, PAPERS, REPOSITORY, date_of, write_archive, write_measure

if TYPE_CHECKING:
    from tests.bench_search import Answered


LOOK_EVERY = 0.5
"""Seconds between two looks at the memory: to count a gigabyte takes a hundredth of one from the build."""
INDEXING = "Making the search index"
"""What a build says when it begins to index; it says something else once it is done."""
PAGES = {"home": "", "a meeting": "meetings/body-0/2000-01-01/", "a paper": "meetings/body-0/2000-01-01/paper-0/"}
"""Pages of a synthetic archive whose painting is measured."""


@dataclass(frozen=True)
class Measured:
    """One build: how long it took, the index apart, and the most memory it held meanwhile."""

    what: str
    pages: int
    seconds: float
    index_seconds: float = 0.0
    peak_mb: float = 0.0
    index_peak_mb: float = 0.0


@click.command()
@click.option("--meetings", default=2000, help="Meetings in the smaller archive; the larger one has twice as many.")
@click.option("--double/--no-double", default=True, help="Whether to measure the larger archive too.")
@click.option("--measures", default=1000, help="Measures of performance of ten years, month by month.")
def main(meetings: int, double: bool, measures: int) -> None:
    """Measure builds of archives of this many meetings, and of measures with control charts, and print a table."""
    # Here, since every build that is measured begins with the lines above: none of them has a browser.
    from tests.bench_search import answered
    from tests.bench_search import lines as lines_of_search
    from tests.browser.paint import lines as lines_of_paints
    from tests.browser.paint import paints

    rows: list[Measured] = []
    answers: list[Answered] = []
    shown: dict[str, float] = {}
    for size in (meetings, meetings * 2) if double else (meetings,):
        with tempfile.TemporaryDirectory(prefix="scrutiny-bench-") as folder:
            rows += measure(Path(folder), size)
            answers += answered(Path(folder), size * (1 + PAPERS))
            shown |= paints(Path(folder) / "site", {f"{name}, {size:,} meetings": at for name, at in PAGES.items()})
    with tempfile.TemporaryDirectory(prefix="scrutiny-bench-") as folder:
        rows += measure_charts(Path(folder), measures)
        shown |= paints(Path(folder) / "site", {"a measure": "performance/measure-0/"})
    table = "\n".join((*lines(rows), "", *lines_of_search(answers), "", *lines_of_paints(shown)))
    click.echo(table)
    (REPOSITORY / "bench.md").write_text(table + "\n")


def measure(root: Path, meetings: int) -> Iterator[Measured]:
    """A cold build, one with nothing changed, and one after one record was changed."""
    write_archive(root, meetings)
    pages = meetings * (1 + PAPERS)
    yield run(root, f"cold, {meetings:,} meetings", pages)
    yield run(root, "nothing changed", pages)
    changed = root / f"content/meetings/body-1/{date_of(8)}/meeting.yml"
    changed.write_text(changed.read_text().replace("place: County Hall", "place: City Hall"))
    yield run(root, "one record changed", pages)


def measure_charts(root: Path, measures: int) -> Iterator[Measured]:
    """The arithmetic of so many control charts alone; then a cold build of their pages, and one of nothing new."""
    write_archive(root, 1)
    for number in range(measures):
        write_measure(root, number)
    series = [points(found) for found in load(root).all(Measure)]
    start = time.perf_counter()
    for each in series:
        control_chart([point.value for point in each])
    seconds = time.perf_counter() - start
    yield Measured(f"{measures:,} control charts of {MONTHS} months computed", 0, seconds)
    yield run(root, f"cold, {measures:,} measures", measures)
    yield run(root, "nothing changed", measures)


def run(root: Path, what: str, pages: int) -> Measured:
    """One build, in a process of its own like `scrutiny build`."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_build, args=(root, there))
    start = time.perf_counter()
    process.start()
    indexing = ended = 0.0
    peaks = {False: 0.0, True: 0.0}
    ready: list[Any] = []
    while process.sentinel not in ready:
        ready = wait([here, process.sentinel], LOOK_EVERY)
        while here.poll():
            said, when = here.recv()
            indexing, ended = (when, ended) if said == INDEXING else (indexing, ended or (when if indexing else 0.0))
        if not ready:
            during = bool(indexing and not ended)
            peaks[during] = max(peaks[during], memory(process.pid or 0))
    seconds = time.perf_counter() - start
    process.join()
    if process.exitcode:
        raise SystemExit(f"The build failed with status {process.exitcode}.")
    index_seconds = max(0.0, ended - indexing)
    return Measured(what, pages, seconds - index_seconds, index_seconds, peaks[False], peaks[True])


def _build(root: Path, said: Connection) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    gc.disable()  # as the program does
    build(
        root, root / "site", datetime(2026, 11, 1, tzinfo=LONDON), lambda words: said.send((words, time.perf_counter()))
    )
    os._exit(0)


def memory(process: int) -> float:
    """MB that a process and its children hold together; what two of them share is counted once. Linux only."""
    try:
        shares = re.findall(r"^Pss:\s+(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
        children = " ".join(path.read_text() for path in Path(f"/proc/{process}/task").glob("*/children")).split()
    except OSError:  # it has just ended
        return 0.0
    return sum(map(int, shares)) / 1024 + sum(memory(int(child)) for child in children)


def lines(rows: list[Measured]) -> Iterator[str]:
    """The table as Markdown."""
    yield "| build | pages of records | seconds | peak memory, MB | search index, seconds | its peak memory, MB |"
    yield "|---|---:|---:|---:|---:|---:|"
    for row in rows:
        build_cells = f"{row.pages:,} | {row.seconds:.1f} | {row.peak_mb:.0f}"
        yield f"| {row.what} | {build_cells} | {row.index_seconds:.1f} | {row.index_peak_mb:.0f} |"


if __name__ == "__main__":
    main()
