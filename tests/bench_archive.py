"""A synthetic archive to measure with: every record of it is illustrative, and nothing of it reaches a site."""

import random
import re
import shutil
import time
from collections import Counter
from functools import cache
from itertools import accumulate
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
PAPERS = 4
"""Papers of a meeting: with its own page, a meeting makes five."""
BODIES, PEOPLE, MATTERS = 8, 60, 40
MONTHS = 120
"""Of every measure: ten years."""
SENTENCE_WORDS = 19


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


@cache
def _vocabulary() -> tuple[list[str], list[int]]:
    """The words of our own pages and papers, and how often they stand there or a word before them does.

    So that some stand on every page of the archive, most on a few, and no two pages are alike.
    """
    pages = (path for folder in ("content", "docs") for path in sorted((REPOSITORY / folder).rglob("*.md")))
    texts = (path.read_text("utf-8").lower() for path in pages)
    often = Counter(word for text in texts for word in re.findall(r"[a-z]{2,}", text))
    return list(often), list(accumulate(often.values()))


def _prose(chance: random.Random, sentences: int) -> str:
    """So many sentences of words by chance."""
    words, weights = _vocabulary()
    drawn = (chance.choices(words, cum_weights=weights, k=SENTENCE_WORDS) for _ in range(sentences))
    return " ".join(" ".join(sentence).capitalize() + "." for sentence in drawn)


def _write_meeting(root: Path, number: int, head: str) -> None:
    body = number % BODIES
    chance = random.Random(number)
    folder = root / f"content/meetings/body-{body}/{date_of(number)}"
    attendance = "".join(
        f"  - {{person: person-{n}, capacity: member, status: [{'present' if (n + number) % 5 else 'apologies'}]}}\n"
        for n in range(PEOPLE)
        if n % BODIES == body
    )
    items = "".join(_item(chance, number, item) for item in range(1, 13))
    _write(
        folder / "meeting.yml",
        f"body: body-{body}\ndate: {date_of(number)}\nstate: held\nstart: 14:00\nend: 16:00\nplace: County Hall\n{head}"
        f"attendance:\n{attendance}items:\n{items}",
    )
    for paper in range(PAPERS):
        paragraphs = "\n\n".join(f"{n}. {_prose(chance, 3)}" for n in range(1, 21))
        _write(
            folder / f"paper-{paper}.md",
            f"---\ntitle: Illustrative paper {paper} of meeting {number}\nmarked: {'ABCD'[paper]}\n"
            f"report_of: [Chief Constable]\nmatters: [matter-{(number + paper) % MATTERS}]\n{head}"
            f"recommendations:\n  - text: The body is asked to note the paper.\n---\n\n## Background\n\n{paragraphs}\n",
        )


def _item(chance: random.Random, meeting: int, item: int) -> str:
    paper = f"    papers: [paper-{item}]\n" if item < PAPERS else ""
    return (
        f"  - number: '{item}'\n    title: Illustrative item {item}\n"
        f"    matters: [matter-{(meeting + item) % MATTERS}]\n{paper}"
        f"    discussion: |\n      (i) {_prose(chance, 2)}\n\n      (ii) {_prose(chance, 1)}\n"
        "    decisions:\n      - {outcome: noted, text: The report was noted.}\n"
    )


def write_measure(root: Path, number: int) -> None:
    """One measure of ten years: its numbers, by chance, and its side file."""
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
