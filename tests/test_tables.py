"""Published tables: numbers as printed, the language of rules, and what comes of them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.archive import Archive
from generators.sections.tables.grammar import NotUnderstood, parse
from generators.sections.tables.grid import CellPlace
from generators.sections.tables.instances import Instance, Operand
from generators.sections.tables.notes import notes
from generators.sections.tables.numbers import Printed, is_nothing, shown
from generators.sections.tables.numbers import parse as number
from generators.sections.tables.results import results
from generators.sections.tables.rule import KINDS, Cell, Expression, Rule, Term, write
from generators.sections.tables.work import work_out
from tests.conftest import LINES, Change

NAMES = st.text("abcdefgh_", min_size=1, max_size=6).filter(lambda name: name not in ("sum", "of", "is", "in", "have"))
ROWS = st.builds(
    lambda name, star: name + star, st.text("abc-", min_size=1, max_size=5).map("r".__add__), st.sampled_from(["", "*"])
)
CELLS = st.builds(Cell, st.sampled_from(["", "other", "le19"]), ROWS, NAMES) | st.builds(
    Cell, st.just(""), st.just(""), NAMES
)
SIGNS = st.sampled_from([1, -1])
PAPERS = st.sampled_from(["", "pcp/2020-06-15/paper#para-12"])
BASES = st.sampled_from(["all who applied", "300 people, all of them"])
LONE = st.builds(lambda cell: (Term(1, (cell,)),), CELLS)
TERMS = st.one_of(
    st.builds(lambda sign, cell: Term(sign, (cell,)), SIGNS, CELLS),
    st.builds(lambda sign, text: Term(sign, number=text), SIGNS, st.sampled_from(["955", "1,215", "£12,500", "6.34%"])),
    st.builds(
        lambda sign, cells: Term(sign, tuple(cells), is_sum=True), SIGNS, st.lists(CELLS, min_size=1, max_size=3)
    ),
)


def of_terms(terms: list[Term]) -> Expression:
    """The terms as an expression: nothing is taken away from nothing."""
    first, *others = terms
    return (Term(1, first.cells, first.number, first.is_sum), *others)


EXPRESSIONS = st.lists(TERMS, min_size=1, max_size=3).map(of_terms)
RULES = st.one_of(
    st.builds(lambda target, side: Rule("total", (target, side)), LONE, EXPRESSIONS),
    st.builds(lambda target, side: Rule("difference", (target, side)), LONE, EXPRESSIONS),
    st.builds(lambda target, part, whole: Rule("percentage", (target, part, whole)), LONE, EXPRESSIONS, EXPRESSIONS),
    st.builds(lambda steps: Rule("flow", tuple(steps)), st.lists(EXPRESSIONS, min_size=2, max_size=4)),
    st.builds(lambda left, right, paper: Rule("same", (left, right), paper=paper), EXPRESSIONS, EXPRESSIONS, PAPERS),
    st.builds(lambda sides, base: Rule("base", tuple(sides), base=base), st.lists(LONE, min_size=1, max_size=2), BASES),
)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,215", 1215, 0), ("£12,500", 12500, 0), ("12.5%", "12.5", "0.1"), ("4.0", 4, "0.1"), ("(40)", -40, 0),
        ("-£5", -5, 0), ("£-5", -5, 0), ("–3.43%", "-3.43", "0.01"), ("+9.16%", "9.16", "0.01"), ("0", 0, 0),
        ("£1.265m", 1265000, 1000), ("137k", 137000, 1000), ("20%", 20, 1), (" 7 ", 7, 0), ("2010", 2010, 0),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_printed(text: str, value: int | str, unit: int | str) -> None:
    found = number(text)
    assert found
    assert (found.low, found.high, found.unit) == (Fraction(value), Fraction(value), Fraction(unit))


@pytest.mark.parametrize("text", ["", "-", "n/a", "12 or 15", "1,21", "(40", "£", "%", "1.2.3", "over 100", "9" * 50])
def test_what_is_no_number_is_text(text: str) -> None:
    assert number(text) is None


def test_a_limit_is_everything_below_it() -> None:
    assert number("<8") == Printed(Fraction(0), Fraction(7), Fraction(0))
    assert not Printed(Fraction(0), Fraction(7), Fraction(0)).is_known


@pytest.mark.parametrize("text", ["", "-", "–", "n/a", "N/A", "Not available %", "Data not yet available"])
def test_nothing_is_printed_in_many_words(text: str) -> None:
    assert is_nothing(text)


@given(st.integers(-(10**9), 10**9), st.integers(0, 4), st.sampled_from(["", "%", "£"]))
def test_a_number_that_is_shown_is_read_as_itself(digits: int, decimals: int, sign: str) -> None:
    value = Fraction(digits, 10**decimals)
    found = number(shown(value, decimals, sign))
    assert found
    assert found.low == value


@given(LINES)
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert number(text) is None or any(sign.isdigit() for sign in text)


@given(RULES)
def test_a_rule_that_is_written_is_read_as_itself(rule: Rule) -> None:
    assert parse(write(rule)) == rule


@given(st.sampled_from(["", *(f"{kind}: " for kind in KINDS)]), LINES)
def test_any_text_is_a_rule_or_says_where_it_is_none(start: str, text: str) -> None:
    wrong = mistake(start + text)
    if wrong is None:
        assert parse(write(parse(start + text))) == parse(start + text)
    else:
        assert 0 <= wrong.at <= len(start + text)
        assert wrong.message.endswith(("?", "."))


def mistake(text: str) -> NotUnderstood | None:
    """What is wrong with a rule, if something is."""
    try:
        parse(text)
    except NotUnderstood as wrong:
        return wrong
    return None


def instance(text: str, *sides: tuple[str, ...]) -> Instance:
    """A rule between these numbers, the first of which stands in a cell."""
    made = [
        tuple(
            Operand(1, CellPlace("t", f"r{at}", f"c{n}"), found) for n, one in enumerate(side) if (found := number(one))
        )
        for at, side in enumerate(sides)
    ]
    return Instance(parse(text), "t", 0, tuple(made))


@given(st.integers(1, 10_000), st.integers(1, 10_000), st.integers(0, 3), st.booleans())
def test_a_percentage_agrees_however_its_last_digit_is_rounded(
    part: int,
    whole: int,
    decimals: int,
    up: bool,
) -> None:
    step = Fraction(1, 10**decimals)
    exact = Fraction(100 * part, whole)
    printed = shown(exact // step * step + (step if up and exact % step else 0), decimals, "%")
    rule = "percentage: a.b = c.d of e.f"
    assert work_out(instance(rule, (printed,), (str(part),), (str(whole),))).agrees
    far = shown(exact // step * step + 2 * step, decimals, "%")
    assert not work_out(instance(rule, (far,), (str(part),), (str(whole),))).agrees


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8), st.integers(1, 9))
def test_whole_numbers_add_up_exactly_or_do_not(parts: list[int], off: int) -> None:
    sides = tuple(map(str, parts))
    assert work_out(instance("total: a.b = sum of c, d", (str(sum(parts)),), sides)).agrees
    assert not work_out(instance("total: a.b = sum of c, d", (str(sum(parts) + off),), sides)).agrees


@pytest.mark.parametrize(
    ("rule", "sides", "agrees"),
    [
        ("total: a.b = sum of c", (("100%",), ("6.34%", "2.39%", "91.28%")), True),
        ("total: a.b = sum of c", (("17",), ("<8", "<8", "8")), True),
        ("total: a.b = sum of c", (("23",), ("<8", "<8", "8")), False),
        ("flow: a.b >= c.d >= e.f", (("100",), ("40",), ("41",)), False),
        ("flow: a.b >= c.d >= e.f", (("100",), ("40",), ("40",)), True),
        ("same: a.b is c.d", (("22.1%",), ("22.10%",)), True),
        ("same: a.b is c.d", (("42.68%",), ("42.60%",)), False),
        ("percentage: a.b = c.d of e.f", (("0",), ("0",), ("0",)), True),
        ("base: a.b of c.d have one base: x", (("97%", "144"), ("88%", "130"), ("50%", "74")), True),
        ("base: a.b of c.d have one base: x", (("97%", "144"), ("88%", "130"), ("50%", "90")), False),
        ("base: a.b have one base: x", (("97%",), ("104%",)), False),
    ],
)
def test_rules_are_worked_out(rule: str, sides: tuple[tuple[str, ...], ...], agrees: bool) -> None:
    assert work_out(instance(rule, *sides)).agrees is agrees


def test_the_one_share_that_does_not_fit_is_named() -> None:
    found = work_out(instance("base: a.b of c.d have one base: x", ("97%", "144"), ("88%", "130"), ("50%", "90")))
    assert found.at == (CellPlace("t", "r2", "c0"),)


def test_a_number_that_is_mended_has_no_note(sound: Archive, changed: Change) -> None:
    row = sound.records["table-row"]["spending/total"]
    mended = changed("table-row", "spending/total", cells={**row.cells, "amount": "£1,500"})  # type: ignore[attr-defined]
    assert [len(notes("spending", results(archive))) for archive in (sound, mended)] == [1, 0]
