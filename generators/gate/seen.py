"""One thing that was recognised in a text, and how a message shows it without telling it."""

from dataclasses import dataclass

from generators.gate.rules import RULES
from generators.problem import Where

HIDDEN = "\u2022"
DECIDE = " If it may be published, decide so under `allow`"
"""How the advice begins that a message ends with."""


@dataclass(frozen=True)
class Seen:
    """What stands somewhere in a record file and may not be published without a decision."""

    where: Where
    """The way to the text; in a table its line first, then the column as the file names it."""
    rule: str
    words: str
    """The very words. They are never told: they are compared, and their line is looked up by them."""


def masked(rule: str, words: str) -> str:
    """The shape of the words with hardly any of their letters and digits."""
    return shape(words, RULES[rule].shown)


def shape(words: str, shown: int) -> str:
    """Words of which only the first few signs can be read."""
    plain = " ".join(words.split())
    return plain[:shown] + "".join(HIDDEN if sign.isalnum() else sign for sign in plain[shown:])


def message(seen: Seen, where: str, ended: str = "") -> str:
    """What is said of it. `where`: how an entry of `allow` names its place; `ended`: why a decision holds no more."""
    rule = RULES[seen.rule]
    decide = f"{DECIDE} (rule: {rule.id}, where: {where})."
    return f'"{masked(rule.id, seen.words)}" looks like {rule.what}. {rule.right}{f" {ended}" if ended else decide}'
