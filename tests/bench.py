"""How long a build takes and how much memory, on a synthetic archive: `make bench`.

Every record it makes is illustrative and lies in a temporary folder; nothing of it reaches a site.
"""

import gc
import os
import random
import re
import shutil
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

from generators.build import build
from generators.check import load
from generators.fields import LONDON
from generators.sections.performance.records import Measure
from generators.sections.performance.series import points
from generators.spc.chart import control_chart

if TYPE_CHECKING:
    from tests.bench_search import Answered

REPOSITORY = Path(__file__).parent.parent
PAPERS = 4
"""Papers of a meeting: with its own page, a meeting makes five."""
BODIES, PEOPLE, MATTERS = 8, 60, 40
MONTHS = 120
"""Of every measure: ten years."""
SENTENCE = "The panel heard how the work had gone since the last report and asked what would follow from it. "


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
        _write_measure(root, number)
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


def date_of(number: int) -> str:
    """The day of a body's meeting by its number: one every four days."""
    days = 4 * (number // BODIES)
    return time.strftime("%Y-%m-%d", time.gmtime(946684800 + days * 86400))


def write_archive(root: Path, meetings: int) -> None:
    """The files of a synthetic project with this many meetings, each with its papers."""
    for name in ("mkdocs.yml", "docs"):
        source = REPOSITORY / name
        shutil.copytree(
            source, root / name, ignore=shutil.ignore_patterns("__pycache__")
        ) if source.is_dir() else shutil.copy(source, root)
    (root / "data").mkdir()
    head = "publication: published\npublished: 2026-01-01\n"
    _write(
        root / "content/office.yml", f"name: Illustrative Office\nshort_name: Office\narea: Area\nforce: Force\n{head}"
    )
    for number in range(BODIES):
        _write(
            root / f"content/bodies/body-{number}.yml",
            f"name: Illustrative Body {number}\nshort_name: Body {number}\nstanding: advisory\nremit: Advises.\n{head}"
            "members:\n" + "".join(f"  - person: person-{n}\n" for n in range(PEOPLE) if n % BODIES == number),
        )
    for number in range(PEOPLE):
        _write(root / f"content/people/person-{number}.yml", f"name: Illustrative Person {number}\n{head}")
    for number in range(MATTERS):
        _write(root / f"content/matters/matter-{number}.yml", f"title: Illustrative matter {number}\n{head}")
    shutil.copy(REPOSITORY / "content/duties.yml", root / "content")  # what the law asks for is looked up everywhere
    for number in range(meetings):
        _write_meeting(root, number, head)


def _write_meeting(root: Path, number: int, head: str) -> None:
    body = number % BODIES
    folder = root / f"content/meetings/body-{body}/{date_of(number)}"
    attendance = "".join(
        f"  - {{person: person-{n}, capacity: member, status: [{'present' if (n + number) % 5 else 'apologies'}]}}\n"
        for n in range(PEOPLE)
        if n % BODIES == body
    )
    items = "".join(_item(number, item) for item in range(1, 13))
    _write(
        folder / "meeting.yml",
        f"body: body-{body}\ndate: {date_of(number)}\nstate: held\nstart: 14:00\nend: 16:00\nplace: County Hall\n{head}"
        f"attendance:\n{attendance}items:\n{items}",
    )
    for paper in range(PAPERS):
        paragraphs = "\n\n".join(f"{n}. {SENTENCE * 3}" for n in range(1, 21))
        _write(
            folder / f"paper-{paper}.md",
            f"---\ntitle: Illustrative paper {paper} of meeting {number}\nmarked: {'ABCD'[paper]}\n"
            f"report_of: [Chief Constable]\nmatters: [matter-{(number + paper) % MATTERS}]\n{head}"
            f"recommendations:\n  - text: The body is asked to note the paper.\n---\n\n## Background\n\n{paragraphs}\n",
        )


def _item(meeting: int, item: int) -> str:
    paper = f"    papers: [paper-{item}]\n" if item < PAPERS else ""
    return (
        f"  - number: '{item}'\n    title: Illustrative item {item}\n"
        f"    matters: [matter-{(meeting + item) % MATTERS}]\n{paper}"
        f"    discussion: |\n      (i) {SENTENCE * 2}\n\n      (ii) {SENTENCE}\n"
        "    decisions:\n      - {outcome: noted, text: The report was noted.}\n"
    )


def _write_measure(root: Path, number: int) -> None:
    chance = random.Random(number)
    rows = (f"{2014 + at // 12}-{at % 12 + 1:02},{chance.randint(100, 200)}\n" for at in range(MONTHS))
    _write(root / f"data/performance/measure-{number}.csv", "period,value\n" + "".join(rows))
    _write(
        root / f"data/performance/measure-{number}.yml",
        f"title: Illustrative measure {number}\nrow: One month\ntheme: Illustrative theme {number % 20}\n"
        "about: Illustrative.\nunit: count\none: thing\nmany: things\nbetter: decrease\nfirst: 2014-01\nlast: 2023-12\n"
        "columns: {period: The month, value: How many}\nrows_about: [nobody]\ndisclosure: process-exact\n"
        "publication: published\npublished: 2026-01-01\n",
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


if __name__ == "__main__":
    main()
