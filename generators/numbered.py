"""Text whose paragraphs keep the numbers and letters they were printed with.

A line that begins with a number (`12.`, `4.2`), a letter (`a.`, `(b)`) or a roman number (`(iv)`) starts a
labelled paragraph; a bare `4.2` only after a blank line, since any line of a text may begin with a sum of money.
A label indented under another belongs to it: `b.` under `17.` has the slug `17-b`. A slug that would occur twice
gets `-2`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generators.markdown import Markdown

LABEL = re.compile(
    r"^(?P<indent>[ ]*)"
    r"(?P<label>\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-z]|[ivx]{1,5})[.)]|[0-9]{1,3}(?:\.[0-9]{1,3})+)"
    r"(?:[ ]+|$)(?P<text>.*)$"
)
HEADING = re.compile(r"^(?P<marks>#{1,6})[ ]+(?P<text>[^ ].*)$")


@dataclass(frozen=True)
class Block:
    """One heading or paragraph of a numbered text."""

    text: Markdown
    label: str = ""
    """The number or letter as printed, `12.` or `(a)`; empty for a paragraph without one."""
    slug: str = ""
    """What the permanent link ends in, `12` or `17-b`."""
    depth: int = 0
    """How many labelled paragraphs it stands under."""
    heading: int = 0
    """1 for a main heading, 2 for one beneath it, 0 for a paragraph."""


class NumberedText(str):
    """A text kept as it is typed, which knows its headings and paragraphs once somebody asks for them."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A field of this type takes a text."""
        return core_schema.no_info_after_validator_function(cls, handler(str))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its headings and paragraphs. Not kept: those of every text of an archive would be most of its memory."""
        return parse(self)


@lru_cache(maxsize=64)
def parse(text: str) -> tuple[Block, ...]:
    """The headings and paragraphs of a text, in order. Raises nothing: what has no label is a plain paragraph."""
    blocks: list[Block] = []
    taken: dict[str, int] = {}
    parents: list[tuple[int, str]] = []  # the labelled paragraphs that are open: indent and slug
    for lines in _paragraphs(text):
        heading = HEADING.match(lines[0])
        label = LABEL.match(lines[0])
        if heading:
            level = max(1, len(heading["marks"]) - 1)
            blocks.append(Block(Markdown(_without_marks(heading["text"])), heading=level))
            parents = parents if level > 1 else []  # letters beneath a sub-heading still belong to their number
        elif label:
            slug, depth = _place(label, parents, taken)
            rest = [label["text"], *_dedent(lines[1:])]
            blocks.append(Block(Markdown("\n".join(rest).strip()), label["label"], slug, depth))
        else:
            blocks.append(Block(Markdown("\n".join(_dedent(lines)))))
    return tuple(blocks)


def _place(label: re.Match[str], parents: list[tuple[int, str]], taken: dict[str, int]) -> tuple[str, int]:
    """The slug and depth of a labelled paragraph, given those it may stand under."""
    indent = len(label["indent"])
    bare = re.sub(r"[^0-9a-z.]", "", label["label"]).strip(".").replace(".", "-")
    while parents and (parents[-1][0] >= indent or bare[0].isdigit()):
        parents.pop()
    slug = f"{parents[-1][1]}-{bare}" if parents else bare
    taken[slug] = taken.get(slug, 0) + 1
    while taken[slug] > 1 and f"{slug}-{taken[slug]}" in taken:
        taken[slug] += 1
    if taken[slug] > 1:
        slug = f"{slug}-{taken[slug]}"
        taken[slug] = 1
    depth = len(parents)
    parents.append((indent, slug))
    return slug, depth


def _paragraphs(text: str) -> list[list[str]]:
    """The text cut at blank lines, at labels and around headings."""
    found: list[list[str]] = []
    open_ = False
    for line in text.expandtabs(4).splitlines():
        if not line.strip():
            open_ = False
        elif HEADING.match(line):
            found.append([line])
            open_ = False
        elif not open_ or _is_labelled(line):
            found.append([line.rstrip()])
            open_ = True
        else:
            found[-1].append(line.rstrip())
    return found


def _is_labelled(line: str) -> bool:
    """Whether a line within a paragraph begins one of its own."""
    label = LABEL.match(line)
    return label is not None and label["label"].endswith((".", ")"))


def _without_marks(heading: str) -> str:
    """A heading without the `##` that may close it."""
    words, _, marks = heading.rstrip().rpartition(" ")
    return words.rstrip() if marks and not marks.strip("#") and words else heading.rstrip()


def _dedent(lines: list[str]) -> list[str]:
    indent = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    return [line[indent:] for line in lines]
