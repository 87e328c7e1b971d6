"""How much of the first office's papers `scrutiny import meeting` finds, held against the records made by hand.

    python -m tests.bench_minutes [FOLDER OF THE TEXTS]

The records made by hand tell things in words of their own, so what is compared is structure: numbers, kinds, names,
days, and titles by how near they are. Precision: of what was drafted, how much is right. Recall: of what is right, how
much was drafted. What was missed and what was drafted wrongly is named beneath the table.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from generators.check import load
from generators.minutes.drafted import Draft, Drafted
from generators.minutes.drafts import draft
from generators.minutes.opening import opened
from generators.minutes.private import left_out
from generators.minutes.setting import setting
from generators.numbered import parse

REPOSITORY = Path(__file__).parent.parent
SEEDS = Path(os.environ.get("SCRUTINY_SEEDS", REPOSITORY.parent / "shared" / "seeds"))
NEAR = 0.72
DOCUMENTS = (
    "000_1c64777bd53d75d8",
    "001_fd0ddd173e8c1014",
    "002_0450fbb2523ffa1e",
    "003_b315fd25f6286ddb",
    "004_d72fa3daf6e92943",
)
MINUTES = {"eicc/2017-09-22": "002", "pcp/2020-06-15": "001", "pcp/2020-02-20": "004"}
AGENDAS = {"eicc/2017-12-15": "002", "pcp/2020-07-28": "001", "pcp/2020-06-15": "004"}
FILE_NUMBER = re.compile(r"\bC[OM]/\d+/\d+\b")


@dataclass
class Score:
    """What was right of one field."""

    right: int = 0
    drafted: int = 0
    expected: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.drafted if self.drafted else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0


Scores = dict[str, Score]


def is_there() -> bool:
    return all((SEEDS / f"{name}.txt").is_file() for name in DOCUMENTS)


def scores() -> tuple[Scores, dict[str, tuple[int, int]]]:
    """The score of each field over the five documents; by document, its words and those accounted for."""
    archive = load(REPOSITORY)
    here = setting(archive, date(2026, 11, 22), "", None)
    drafts: dict[str, Draft] = {}
    words: dict[str, tuple[int, int]] = {}
    for name in DOCUMENTS:
        document = opened(SEEDS / f"{name}.txt", lambda _page, _pages: None)
        clean = left_out(document, lambda _rule, _words: False)
        made = draft(clean.document, here)
        furniture = sum(line.words for line in clean.document.furniture)
        words[name] = (document.words, made.placed + made.unplaced + furniture + clean.words)
        drafts[name[:3]] = made
    found: Scores = {}
    for id, number in MINUTES.items():
        _minutes(found, _record(drafts[number], id), archive.records["meeting"][id], id)
    for id, number in AGENDAS.items():
        _agenda(found, _record(drafts[number], id), archive.records["meeting"][id], id)
    papers = [record for made in drafts.values() for record in made.records if record.is_paper]
    by_hand: dict[str, Any] = dict(archive.records["paper"])
    for id, paper in by_hand.items():
        own = [one for one in papers if one.id.rpartition("/")[0] == id.rpartition("/")[0]]
        best = max(own, key=lambda one: _near(str(one.fields["title"]), paper.title), default=None)
        _paper(found, best if best and _near(str(best.fields["title"]), paper.title) > 0.5 else None, paper, id)
    return found, words


def _record(made: Draft, id: str) -> Drafted:
    return next((record for record in made.records if record.id == id), Drafted(id, {}, {}))


def _minutes(found: Scores, drafted: Drafted, right: Any, id: str) -> None:
    fields = drafted.fields
    _head(found, drafted, right, id, of_minutes=True)
    _same(found, "time: end", [f"{fields['end']:%H:%M}"] if "end" in fields else [], [f"{right.end:%H:%M}"], id)
    present = [_who(one.person, one.role) + f" ({one.capacity})" for one in right.attendance if "present" in one.status]
    _same(found, "present with capacity", _attending(fields, "present"), present, id)
    _same(
        found,
        "apologies",
        [one.partition(" (")[0] for one in _attending(fields, "apologies")],
        [_who(one.person, one.role) for one in right.attendance if "apologies" in one.status],
        id,
    )
    items = {str(item.get("minute")): item for item in fields.get("items", [])}
    own = {item.minute: item for item in right.items if item.minute}
    _same(found, "item numbers", items, own, id)
    _titles(found, items, own, id)
    for number, item in own.items():
        mine = items.get(number, {})
        where = f"{id} {number}"
        _same(
            found,
            "decisions with kind",
            [one["outcome"] for one in mine.get("decisions", [])],
            [one.outcome for one in item.decisions],
            where,
        )
        _same(found, "actions", ["action"] * len(mine.get("actions", [])), ["action"] * len(item.actions), where)
        asked, by_hand = len(mine.get("reports_requested", [])), len(item.reports_requested)
        _same(found, "reports requested", ["report"] * asked, ["report"] * by_hand, where)
        owners = [owner.casefold() for one in mine.get("actions", []) for owner in one.get("owner", [])]
        _same(
            found, "owners of actions", owners, [owner.casefold() for one in item.actions for owner in one.owner], where
        )
        if id != "pcp/2020-06-15":  # there the agenda, which is another document, says it
            _same(found, "reports: of whom", mine.get("report_of", []), item.report_of, where)
            _same(
                found,
                "reports: mark",
                [str(mine["marked"]).casefold()] if "marked" in mine else [],
                [item.marked.casefold()] if item.marked else [],
                where,
            )
            _same(
                found,
                "reports: how made",
                [mine["report"]] if "report" in mine else [],
                [item.report] if item.report else [],
                where,
            )
    declared = [
        f"{one.get('person') or one.get('role')}: {', '.join(one.get('items', [])) or one.get('all_items', '')}"
        for one in fields.get("declarations", [])
    ]
    _same(
        found,
        "declarations",
        declared,
        [
            f"{one.person or one.role}: {', '.join(one.items) or ('yes' if one.all_items else '')}"
            for one in right.declarations
        ],
        id,
    )


def _agenda(found: Scores, drafted: Drafted, right: Any, id: str) -> None:
    fields = drafted.fields
    _head(found, drafted, right, id, of_minutes=False)
    if right.state != "held":
        invited = [
            _who(one.person, one.role) + f" ({one.capacity})" for one in right.attendance if "invited" in one.status
        ]
        _same(found, "invited with capacity", _attending(fields, "invited"), invited, id)
    items = {str(item.get("number")): item for item in fields.get("items", [])}
    own = {item.number: item for item in right.items if item.number}
    _same(found, "item numbers", items, own, f"{id} agenda")
    _titles(found, items, own, f"{id} agenda", titles_of_minutes=right.state == "held")
    for number, item in own.items():
        mine = items.get(number, {})
        _same(
            found,
            "reports: mark",
            [str(mine["marked"]).casefold()] if "marked" in mine else [],
            [item.marked.casefold()] if item.marked else [],
            f"{id} agenda {number}",
        )


def _head(found: Scores, drafted: Drafted, right: Any, id: str, *, of_minutes: bool) -> None:
    fields = drafted.fields
    _same(found, "body", [fields["body"]] if fields else [], [right.body], id)
    _same(found, "date", [str(fields["date"])] if fields else [], [str(right.date)], id)
    if not (of_minutes and right.body == "pcp" and str(right.date) == "2020-02-20"):  # its minutes print no time
        _same(
            found,
            "time: start",
            [f"{fields['start']:%H:%M}"] if "start" in fields else [],
            [f"{right.start:%H:%M}"],
            id,
        )
    place = str(fields.get("place", ""))
    is_near = _near(place, right.place) > 0.6
    _same(found, "place", [right.place if is_near else place] if place else [], [right.place], id)


def _paper(found: Scores, drafted: Drafted | None, right: Any, id: str) -> None:
    fields = drafted.fields if drafted else {}
    _same(found, "papers", ["paper"] if drafted else [], ["paper"], id)
    _same(
        found,
        "paper: report of",
        [one.casefold() for one in fields.get("report_of", [])],
        [one.casefold() for one in right.report_of],
        id,
    )
    authors = [one.get("person") or str(one.get("role", "")).casefold() for one in fields.get("authors", [])]
    _same(
        found,
        "paper: authors",
        authors,
        [one.person or str(one.role or one.organisation).casefold() for one in right.authors],
        id,
    )
    _same(
        found,
        "paper: date",
        [str(fields["date"])] if "date" in fields else [],
        [str(right.date)] if right.date else [],
        id,
    )
    asked = [str(one["paragraph"]) for one in fields.get("recommendations", []) if one.get("paragraph")]
    _same(found, "recommendations", asked, [one.paragraph for one in right.recommendations if one.paragraph], id)
    _same(
        found,
        "implications",
        [_key(one["heading"]) for one in fields.get("implications", [])],
        [_key(one.heading) for one in right.implications],
        id,
    )
    text = drafted.text if drafted else ""
    _same(found, "paragraph numbers", _labels(text), _labels(str(right.text or "")), id)
    _same(
        found,
        "dip-sample rows",
        FILE_NUMBER.findall(text) if "dip" in id else [],
        FILE_NUMBER.findall(str(right.text or "")) if "dip" in id else [],
        id,
    )


def _labels(text: str) -> list[str]:
    return [block.label.strip("().") for block in parse(text) if block.label]


def _key(heading: str) -> str:
    return re.sub(r"[^a-z]", "", heading.casefold())


def _who(person: str | None, role: str | None) -> str:
    return person or str(role).casefold()


def _attending(fields: dict[str, Any], status: str) -> list[str]:
    return [
        f"{_who(one.get('person'), one.get('role'))} ({one['capacity']})"
        for one in fields.get("attendance", [])
        if status in one["status"]
    ]


def _titles(
    found: Scores, items: dict[str, Any], own: dict[str, Any], where: str, *, titles_of_minutes: bool = False
) -> None:
    for number, item in own.items():
        if number in items:
            title = str(items[number]["title"])
            near = _near(title, item.title) > (0.5 if titles_of_minutes else NEAR)
            _same(found, "item titles", [item.title if near else title], [item.title], f"{where} {number}")
        else:
            _same(found, "item titles", [], [item.title], f"{where} {number}")


def _near(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _same(found: Scores, name: str, drafted: Iterable[str], right: Iterable[str], where: str) -> None:
    mine, theirs = Counter(iter(drafted)), Counter(iter(right))
    score = found.setdefault(name, Score())
    score.right += (mine & theirs).total()
    score.drafted += mine.total()
    score.expected += theirs.total()
    score.missed += [f"{where}: {one}" for one in (theirs - mine).elements()]
    score.wrong += [f"{where}: {one}" for one in (mine - theirs).elements()]


def table(found: Scores) -> Iterator[str]:
    yield f"{'field':26}{'right':>7}{'drafted':>9}{'by hand':>9}{'precision':>11}{'recall':>8}"
    for name, score in found.items():
        yield f"{name:26}{score.right:7}{score.drafted:9}{score.expected:9}{score.precision:11.2f}{score.recall:8.2f}"


def main() -> None:
    if not is_there():
        print(f"The five documents are not in {SEEDS}: nothing was measured.")
        return
    found, words = scores()
    print(*table(found), "", sep="\n")
    for name, (whole, accounted) in words.items():
        print(f"{name}: {whole} words, {accounted} accounted for")
    for name, score in found.items():
        for what, listed in (("missed", score.missed), ("drafted wrongly", score.wrong)):
            if listed:
                print(f"\n{name}, {what}:", *listed, sep="\n  ")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        SEEDS = Path(sys.argv[1])
    main()
