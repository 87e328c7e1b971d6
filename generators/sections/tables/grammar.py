"""The small language in which a table says what must agree in it: one rule a line.

    total: total.amount = sum of amount
    percentage: *.share = applied of total.applied
    difference: 2020.change = 2020.number - 2019.number
    flow: applied >= sifted >= interviewed
    same: total.amount is 955 in ethics-panel/2026-03-12/some-paper#para-12
    base: *.share of number have one base: everybody who answered

A cell is `row.column`, in another table `table/row.column`. A name alone is a column, or else a row. A star stands
for any name; what it stands for in the first cell of a rule, it stands for in the others.
"""

from collections.abc import Sequence
from typing import Literal

from generators.problem import did_you_mean
from generators.sections.tables.numbers import parse as number_in
from generators.sections.tables.rule import KINDS, Cell, Expression, Rule, RuleKind, Term
from generators.sections.tables.tokens import Token, tokens


class NotUnderstood(Exception):  # noqa: N818 - what the reader of the rule is told
    """What is wrong with a rule, and at which of its signs, counted from 0."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message, self.at = message, at


def parse(text: str) -> Rule:
    """The rule that a line states. Raises NotUnderstood at the first mistake."""
    words = _Words(text)
    kind = words.next("the kind of rule: " + ", ".join(KINDS))
    known = next((one for one in KINDS if one == kind.text), None)
    if known is None:
        raise NotUnderstood(f'there is no rule "{kind.text}".{did_you_mean(kind.text, KINDS)}', kind.at)
    words.take(":")
    rule = _SIDES[known](words, known)
    words.end()
    return rule


class _Words:
    """The words of a rule, taken one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left: Sequence[Token] = tuple(tokens(text))

    def next(self, wanted: str) -> Token:
        """The next word or sign, whatever it is."""
        if not self.left:
            raise NotUnderstood(f"the rule ends where {wanted} is expected.", len(self.text))
        found, *self.left = self.left
        return found

    def peek(self) -> str:
        """The next word or sign, left where it is; nothing at the end."""
        return self.left[0].text if self.left else ""

    def take(self, *wanted: str) -> None:
        """Exactly these words or signs."""
        for word in wanted:
            found = self.next(f'"{word}"')
            if found.text != word:
                raise NotUnderstood(f'"{found.text}" stands where "{word}" is expected.', found.at)

    def rest(self, wanted: str) -> str:
        """All that is left, in one text."""
        start = self.next(wanted).at
        self.left = ()
        return " ".join(self.text[start:].split())

    def end(self) -> None:
        """Nothing more."""
        if self.left:
            raise NotUnderstood(
                f'the rule is complete before "{self.left[0].text}". Take the rest out.', self.left[0].at
            )


def _equation(words: _Words, kind: RuleKind) -> Rule:
    target = _cell_alone(words)
    words.take("=")
    return Rule(kind, (target, _expression(words)))


def _percentage(words: _Words, kind: RuleKind) -> Rule:
    target = _cell_alone(words)
    words.take("=")
    part = _expression(words)
    words.take("of")
    return Rule(kind, (target, part, _expression(words)))


def _flow(words: _Words, kind: RuleKind) -> Rule:
    steps = [_expression(words)]
    words.take(">=")
    steps.append(_expression(words))
    while words.peek() == ">=":
        words.take(">=")
        steps.append(_expression(words))
    return Rule(kind, tuple(steps))


def _same(words: _Words, kind: RuleKind) -> Rule:
    left = _expression(words)
    words.take("is")
    right, paper = _expression(words), ""
    if words.peek() == "in":
        words.take("in")
        paper = words.next("the id of a paper").text
    return Rule(kind, (left, right), paper=paper)


def _base(words: _Words, kind: RuleKind) -> Rule:
    sides = [_cell_alone(words)]
    if words.peek() == "of":
        words.take("of")
        sides.append(_cell_alone(words))
    words.take("have", "one", "base", ":")
    return Rule(kind, tuple(sides), base=words.rest("what the percentages are of"))


_SIDES = {
    "total": _equation,
    "difference": _equation,
    "percentage": _percentage,
    "flow": _flow,
    "same": _same,
    "base": _base,
}


def _expression(words: _Words) -> Expression:
    terms = [_term(words, 1)]
    while words.peek() in ("+", "-"):
        terms.append(_term(words, 1 if words.next("a sign").text == "+" else -1))
    return tuple(terms)


def _term(words: _Words, sign: Literal[1, -1]) -> Term:
    if words.peek() == "sum":
        words.take("sum", "of")
        cells = [_cell(words)]
        while words.peek() == ",":
            words.take(",")
            cells.append(_cell(words))
        return Term(sign, tuple(cells), is_sum=True)
    if number_in(words.peek()) and words.peek():
        return Term(sign, number=words.next("a number").text)
    return Term(sign, (_cell(words),))


def _cell_alone(words: _Words) -> Expression:
    return (Term(1, (_cell(words),)),)


def _cell(words: _Words) -> Cell:
    found = words.next("a cell, like total.amount,")
    table, slash, name = found.text.rpartition("/")
    row, _, column = name.rpartition(".")
    parts = [*([table] if slash else []), *([row] if "." in name else []), column]
    if not all(map(_is_name, parts)) or (slash and not row):
        message = f'"{found.text}" is no cell. Write the row, a full stop and the column, like total.amount.'
        raise NotUnderstood(message, found.at)
    return Cell(table, row, column, found.at)


def _is_name(text: str) -> bool:
    """Whether a row or column could be called that, or some of them with a star for the rest."""
    return bool(text) and text.count("*") <= 1 and all(sign.isalnum() or sign in "_-*" for sign in text)
