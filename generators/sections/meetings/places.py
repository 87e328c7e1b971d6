"""The parts of a meeting's page that have a permanent link: items, decisions, actions and numbered points."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generators.record import Part
from generators.sections.meetings.records.item import Item
from generators.sections.meetings.records.meeting import Meeting


class ItemPlace(NamedTuple):
    """Where an item stands on its meeting's page."""

    anchor: str
    """`item-21-17`, from the id, the minute number or the agenda number, the first there is."""
    alias: str | None
    """`item-5`, from the agenda number, so that a link made before the minutes still leads here."""
    decisions: tuple[str, ...]
    actions: tuple[str, ...]


def item_slug(item: Item) -> str:
    """The end of an item's permanent link."""
    return item.id or slug(item.minute or item.number or "")


@cache
def slug(printed: str) -> str:
    """A printed number or letter as part of an address: `21/17` as `21-17`, `(a)` as `a`."""
    return re.sub(r"[^a-z0-9]+", "-", printed.lower()).strip("-")


def item_places(meeting: Meeting) -> tuple[ItemPlace, ...]:
    """The place of every item of a meeting, in order."""
    first = {item_slug(item) for item in meeting.items}
    places = []
    for item in meeting.items:
        anchor = f"item-{item_slug(item)}"
        alias = slug(item.number) if item.number else ""
        letters = _unique(f"{anchor}-decision", [slug(one.letter) if one.letter else "" for one in item.decisions])
        actions = _unique(f"{anchor}-action", [found.id or "" for found in item.actions])
        places.append(ItemPlace(anchor, f"item-{alias}" if alias and alias not in first else None, letters, actions))
    return tuple(places)


def parts(meeting: Meeting) -> Iterator[str]:
    """Every part that a reference to this meeting may name."""
    for item, place in zip(meeting.items, item_places(meeting), strict=True):
        yield place.anchor
        if place.alias:
            yield place.alias
        yield from place.decisions
        yield from place.actions
        yield from (
            f"{place.anchor}-point-{block.slug}"
            for block in (item.discussion.blocks if item.discussion else ())
            if block.slug
        )


def items(meeting: Meeting) -> Iterator[Part]:
    """Every item of a meeting as a part of it."""
    return (Part(place.anchor) for place in item_places(meeting))


def decisions(meeting: Meeting) -> Iterator[Part]:
    """Every decision."""
    return (Part(anchor) for place in item_places(meeting) for anchor in place.decisions)


def actions(meeting: Meeting) -> Iterator[Part]:
    """Every action."""
    return (Part(anchor) for place in item_places(meeting) for anchor in place.actions)


def _unique(start: str, ends: Sequence[str]) -> tuple[str, ...]:
    """An anchor for each end, with `-2` after one that was there before."""
    if not ends:
        return ()
    anchors = [f"{start}-{end}" if end else start for end in ends]
    if len(set(anchors)) == len(anchors):
        return tuple(anchors)
    return tuple(
        anchor if (before := anchors[:at].count(anchor)) == 0 else f"{anchor}-{before + 1}"
        for at, anchor in enumerate(anchors)
    )
