"""The parts of a paper's page that have a permanent link: headings and numbered paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generators.numbered import Block
from generators.sections.meetings.records.paper import Paper


@dataclass(frozen=True)
class Part:
    """A heading of the paper and the paragraphs beneath it."""

    heading: str
    level: int
    anchor: str
    blocks: tuple[Block, ...]


def anchors(paper: Paper) -> Iterator[str]:
    """Every part that a reference to this paper may name."""
    for part in parts(paper.text.blocks if paper.text else ()):
        if part.anchor:
            yield part.anchor
        yield from (f"para-{block.slug}" for block in part.blocks if block.slug)


def parts(blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """The text cut at its headings; each heading has a permanent link made from its words."""
    found: list[Part] = []
    taken: dict[str, int] = {}
    heading, level, anchor, inside = "", 1, "", list[Block]()
    for block in (*blocks, None):
        if block is not None and not block.heading:
            inside.append(block)
            continue
        if heading or inside:
            found.append(Part(heading, level, anchor, tuple(inside)))
        if block is not None:
            heading, level, inside = str(block.text), min(block.heading, 2), []
            slug = re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-") or "part"
            taken[slug] = taken.get(slug, 0) + 1
            anchor = f"section-{slug}" + (f"-{taken[slug]}" if taken[slug] > 1 else "")
    return tuple(found)
