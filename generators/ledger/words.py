"""What a build would publish, change and take down, in words for whoever looks at it before."""

from collections.abc import Iterator, Sequence

from generators.ledger.history import Draft
from generators.problem import count
from generators.references import key_in_words, noun_in_words

DONE = {"revise": "revised", "correct": "corrected", "withdraw": "withdrawn", "restore": "restored", "erase": "erased"}
MOST_NAMED = 10
"""New records of one kind that are told one by one."""


def in_words(drafts: Sequence[Draft]) -> Iterator[str]:
    """A line for each change and for each record that is new; of many new ones of a kind, how many."""
    new: dict[str, list[str]] = {}
    for draft in drafts:
        if draft.action == "publish":
            new.setdefault(draft.key.partition(":")[0], []).append(draft.key)
    for noun, keys in new.items():
        if len(keys) > MOST_NAMED:
            yield f"published: {count(len(keys), 'record')} of the kind “{noun_in_words(noun)}”"
        else:
            yield from (f"published: {key_in_words(key)}" for key in keys)
    for draft in drafts:
        if draft.action != "publish":
            reasons = " ".join(" ".join(reason.words.split()) for reason in draft.reasons)
            yield f"{DONE[draft.action]}: {key_in_words(draft.key)}. Reason: {reasons}"
    if not drafts:
        yield "nothing is published, changed or withdrawn against the last ledger"
