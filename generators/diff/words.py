"""What publishing now would do, in words: line by line, in the order in which a person wants to know it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generators.diff.diff import Diff, Item, Waiting
from generators.drafts.marks import when
from generators.ledger.differences import Difference, Part
from generators.ledger.words import DONE, MOST_NAMED
from generators.problem import count
from generators.references import key_in_words, noun_in_words
from generators.shortened import shortened

AROUND = 6
"""Words shown on each side of a change."""
LONGEST = 300
"""Characters of one side of a change."""
MOST_LINES = 12
"""Lines of one record's changes."""


def in_words(found: Diff, *, with_drafts: bool = False) -> Iterator[str]:
    """Every line. `with_drafts`: each draft by itself; otherwise only how many there are."""
    if not (found.new or found.changed or found.taken_down or found.refused):
        yield "Nothing to publish: no record would be new, changed or withdrawn."
    yield from _group("Will be new", found.new, _new(found.new))
    yield from _group("Will change", found.changed, _known(found.changed))
    yield from _group("Will be withdrawn", found.taken_down, _known(found.taken_down))
    later = (f"  {_named(one)} until {when(one.until)}{_inside(one)}" for one in found.later if one.until)
    yield from _group("Still held back", found.later, later)
    if with_drafts:
        drafts = (f"  {_named(one)}{_inside(one)}" for one in found.drafts)
        yield from _group("Still drafts", found.drafts, drafts)
    elif found.drafts:
        yield f"Still drafts: {len(found.drafts):,}. `scrutiny diff --drafts` lists them."


def _group(title: str, found: Sequence[object], lines: Iterator[str]) -> Iterator[str]:
    if found:
        yield f"{title} ({len(found):,}):"
        yield from lines


def _new(items: Sequence[Item]) -> Iterator[str]:
    """A line for each; of many of a kind, how many."""
    ordered = sorted(items, key=lambda item: item.key.partition(":")[0])
    for noun, group in groupby(ordered, key=lambda item: item.key.partition(":")[0]):
        listed = list(group)
        if len(listed) > MOST_NAMED:
            yield f"  {count(len(listed), 'record')} of the kind “{noun_in_words(noun)}”"
        else:
            yield from (f"  {_named(item)}" for item in listed)


def _known(items: Sequence[Item]) -> Iterator[str]:
    """What happens to each record that the public knows."""
    for item in items:
        done = DONE[item.action] if item.action else "refused: no reason is given yet"
        yield f"  {_named(item)} ({done})"
        lines = [line for difference in item.differences for line in changes(difference)]
        lines += [f"File {name}: {what}" for what, name in item.files]
        yield from (f"    {line}" for line in lines[:MOST_LINES])
        if len(lines) > MOST_LINES:
            yield f"    and {count(len(lines) - MOST_LINES, 'further change')}"
        if item.reasons:
            yield f"    Reason: {' '.join(' '.join(reason.words.split()) for reason in item.reasons)}"


def _named(one: Item | Waiting) -> str:
    """`meeting panel/2024-06-12, “Ethics Panel, 12 June 2024”`."""
    named = key_in_words(one.key)
    return f"{named}, “{shortened(one.label, LONGEST)}”" if one.label else named


def _inside(one: Waiting) -> str:
    return f", with {count(one.inside, 'record')} inside it" if one.inside else ""


def changes(difference: Difference) -> Iterator[str]:
    """What differs in one field, a line for each line of it: as it was, and as it will be."""
    if not difference.lines:  # of a record that is not public its page says so, and its name is nowhere
        yield f"{difference.field}: names a record that is not public, or does so no more"
    for parts in difference.lines:
        old, new = _side(parts, "out"), _side(parts, "in")
        if old and new:
            yield f"{difference.field}: “{old}” → “{new}”"
        else:
            yield f"{difference.field}: {'added' if new else 'taken out'} “{new or old}”"


def _side(parts: Sequence[Part], side: str) -> str:
    """A line as it was or will be; of what stays the same, the words around what changes. Empty where there is none."""
    if all(part.what not in ("same", side) for part in parts):
        return ""
    last = len(parts) - 1
    shown = (
        _near(part.words, is_first=at == 0, is_last=at == last) if part.what == "same" else part.words
        for at, part in enumerate(parts)
        if part.what in ("same", side)
    )
    return shortened("".join(shown), LONGEST)


def _near(same: str, *, is_first: bool, is_last: bool) -> str:
    words = same.split(" ")
    start, end = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if len(words) <= start + end + 1:
        return same
    return " ".join((*words[:start], "…", *(words[len(words) - end :] if end else ())))
