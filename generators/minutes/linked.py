"""Items lead to their papers, minutes to the meeting they are of, a meeting to the next."""

import re
from collections.abc import Mapping
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from generators.minutes.drafted import Drafted
from generators.minutes.printed import days

ENOUGH = 0.55
"""How near a title, or a title and a mark, must be."""
SLUG_WORDS = 7
SMALL = frozenset({"the", "of", "and", "a", "an", "to", "for", "on", "in"})


def slug_of(title: str) -> str:
    """The name of a paper's file."""
    words = re.sub(r"[^a-z0-9]+", " ", title.lower().replace("'", "").replace("’", "")).split()
    kept = [word for word in words if word not in SMALL] or words
    slug = "-".join(kept[:SLUG_WORDS])[:60].strip("-")
    return slug if slug and slug != "meeting" else "paper"


def link(record: Drafted, papers: Mapping[str, Drafted], meetings: frozenset[str]) -> None:
    """What a meeting can lead to among what is on record. `papers`: its own, by their slugs."""
    for item in record.fields.get("items", []):
        best = max(papers.items(), key=lambda pair: _likeness(item, pair[1]), default=None)
        if best and _likeness(item, best[1]) > ENOUGH:
            item["papers"] = [best[0]]
        if re.search(r"\bminutes\b", item["title"], re.I):
            said = days(item["title"]) or days(" ".join(decision["text"] for decision in item.get("decisions", [])))
            earlier = f"{record.fields['body']}/{said[0].day.isoformat()}" if said else ""
            if earlier in meetings and said[0].day < _day(record):
                item["follows"] = [earlier]
    following = record.fields.get("next_meeting")
    said = days(following["as_printed"]) if following else []
    if following and said and said[0].day > _day(record):
        id = f"{record.fields['body']}/{said[0].day.isoformat()}"
        following.update({"meeting": id} if id in meetings else {})


def _day(record: Drafted) -> date:
    return date.fromisoformat(str(record.fields["date"]))


def _likeness(item: dict[str, Any], paper: Drafted) -> float:
    titles = SequenceMatcher(None, str(item["title"]).casefold(), str(paper.fields["title"]).casefold()).ratio()
    marks = {str(item.get("marked", "")).casefold(), str(paper.fields.get("marked", "")).casefold()}
    return titles + (0.6 if len(marks) == 1 and marks != {""} else 0.0)
