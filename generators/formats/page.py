"""The page `Use our data`: what there is to take away, under which licence, and two examples that a test runs."""

from collections.abc import Iterator, Mapping
from typing import Any

from generators import sections
from generators.archive import Archive
from generators.facets import Facets
from generators.file_size import in_words
from generators.follow.publisher import Publisher
from generators.formats.api import ROOT
from generators.formats.dataset import FOLDER
from generators.formats.datasets import datasets, hashed, together
from generators.formats.shown import LEFT_OUT, guarded, records
from generators.formats.sized import Size
from generators.link import Link
from generators.markdown import Markdown
from generators.page import ALONE, Page

PYTHON = """\
import csv
import json
from collections import Counter

with open("meeting-attendance.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["person"]]
named = Counter(row["person"] for row in rows)
present = Counter(row["person"] for row in rows if "present" in json.loads(row["status"]))
for person, meetings in named.most_common():
    print(person, "was present at", present[person], "of", meetings)
"""
"""How often everybody was there."""
SQL = """\
SELECT owner.value AS addressed_to, count(*) AS open, min(raised_on) AS oldest, min(due) AS first_due
FROM recommendations
LEFT JOIN json_each(recommendations.addressed_to) AS owner
WHERE is_open
GROUP BY owner.value
ORDER BY open DESC, addressed_to;
"""
"""What is open, who is to do it and since when."""


def pages(archive: Archive, office: Publisher, size: Size) -> Iterator[Page]:
    """The page. `size`: of a file of data."""
    guards = guarded(archive)
    counted = {kind.noun: len(records(archive, kind, guards)) for kind in archive.kinds}
    none_yet = {kind.noun for kind in archive.kinds if not archive.records[kind.noun]}
    listed: list[tuple[Link, str, Markdown, int | None]] = [
        (Link(each.title, f"{FOLDER}{each.name}"), each.name, Markdown(each.row), counted.get(each.name))
        for each in datasets(archive)
    ]
    worked_out = {each.name for each in together(archive)}
    values = {
        "kinds": tuple(one for one in listed if one[1] in counted.keys() - none_yet),
        "lists": tuple(one for one in listed if one[3] is None and one[1] not in worked_out),
        "together": tuple(one for one in listed if one[1] in worked_out),
        "empty": tuple(one for one in listed if one[1] in none_yet),
        "licence": Link(office.licence, office.licence_address),
        "left_out": LEFT_OUT if guards else "",
        "folder": FOLDER,
        "size": size,
        "made_from": hashed(*(each.key for each in datasets(archive))),
        "api": ROOT,
    }
    yield Page(
        FOLDER, sections.DATA.title, "use_our_data.md.jinja", {**ALONE, **values}, view=_view, section=FOLDER,
        trail=(Link("Home", ""), Link("About", "about/")), facets=Facets(kind="About this site"),
        description="Everything on this site as files that spreadsheets, databases and programs read.",
    )  # fmt: skip


def _view(page: Page) -> Mapping[str, Any]:
    """The examples line by line, and what says how large a file is."""
    size: Size = page.values["size"]
    return {"python": PYTHON.splitlines(), "sql": SQL.splitlines(), "large": lambda path: in_words(size(path))}
