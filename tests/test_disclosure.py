"""Small numbers of people: our own output is attacked, with everything that is shown and every version of it."""

import random
from collections.abc import Iterator
from dataclasses import fields
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators import sections
from generators.checks_of_disclosure import COUNT_NOBODY, SHOWN_ONE_BY_ONE
from generators.disclosure import FEWEST, MOST_BESIDE, STEP, Shown, protected, rounded, share
from generators.record import Kind
from generators.register import Register

TABLES = 1000
Table = list[list[int]]


def random_tables() -> Iterator[tuple[Table, Table]]:
    """Two versions of many tables: the first, and the same after a few people more or fewer here and there."""
    chance = random.Random(20171031)
    for _ in range(TABLES):
        height, width = chance.randint(1, 5), chance.randint(2, 5)
        largest = chance.choice((6, 12, 30, 200))
        before = [[chance.randint(0, largest) for _ in range(width)] for _ in range(height)]
        now = [[max(0, cell + chance.choice((0, 0, 0, 1, -1, 3, 9, 40))) for cell in row] for row in before]
        yield before, now


def test_no_hidden_number_is_recovered_from_what_is_shown() -> None:
    """Whoever knows the rule, and every number but one, still cannot tell the small one from any other small one."""
    tried = 0
    for _, now in random_tables():
        shown = protected(now)
        for r, c in places(now):
            if now[r][c] < FEWEST:
                tried += 1
                assert all(protected(with_cell(now, r, c, other)) == shown for other in range(FEWEST))
    assert tried > TABLES


def test_no_hidden_number_is_recovered_from_margins_and_totals() -> None:
    """By subtraction: the bounds of every number are narrowed by every total that is shown, until nothing moves."""
    for _, now in random_tables():
        shown = protected(now)
        bounds = narrowed(shown)
        for r, c in places(now):
            if shown.cells[r][c] is None:
                low, high = bounds[r][c]
                assert low <= now[r][c] <= high
                assert high - low >= FEWEST - 1


def test_an_exact_total_that_is_printed_elsewhere_recovers_nothing_either() -> None:
    """The paper prints the totals of all rows; with one number hidden alone in its row it would be found."""
    for _, now in random_tables():
        shown = protected(now)
        for row, cells in zip(now, shown.cells, strict=True):
            assert cells.count(None) != 1 or len(row) == 1


def test_the_difference_from_an_earlier_version_reveals_no_small_number() -> None:
    """Where a number is shown in both versions, it has changed by nobody or by many; where by few, it is hidden."""
    hidden_for_it = 0
    for before, now in random_tables():
        shown, old = protected(now, [before]), protected(before)
        for r, c in places(now):
            change = abs(now[r][c] - before[r][c])
            if shown.cells[r][c] is not None and old.cells[r][c] is not None:
                assert change == 0 or change >= FEWEST
            if 0 < change < FEWEST and now[r][c] >= FEWEST:
                hidden_for_it += 1
                assert shown.cells[r][c] is None
        for line in range(len(now)):
            both = shown.of_rows[line] is not None and old.of_rows[line] is not None
            change = abs(sum(now[line]) - sum(before[line]))
            assert not both or change == 0 or change >= FEWEST
        change = abs(sum(map(sum, now)) - sum(map(sum, before)))
        assert shown.total is None or old.total is None or change == 0 or change >= FEWEST
    assert hidden_for_it > TABLES


def test_a_small_number_is_as_unknown_with_an_earlier_version_as_without() -> None:
    for before, now in random_tables():
        shown = protected(now, [before])
        for r, c in places(now):
            if now[r][c] < FEWEST:
                assert all(protected(with_cell(now, r, c, other), [before]) == shown for other in range(FEWEST))


def quarters(number: int) -> Iterator[list[Table]]:
    """So many quarters of the same table, many times."""
    chance = random.Random(20200331)
    for _ in range(TABLES // 10):
        width, largest = chance.randint(2, 5), chance.choice((6, 12, 30, 200))
        yield [[[chance.randint(0, largest) for _ in range(width)]] for _ in range(number)]


def added(*tables: Table) -> Table:
    return [[sum(cells) for cells in zip(*rows, strict=True)] for rows in zip(*tables, strict=True)]


def without(table: Table, other: Table) -> Table:
    return [[a - b for a, b in zip(row, less, strict=True)] for row, less in zip(table, other, strict=True)]


def test_a_year_does_not_reveal_its_last_quarter_to_who_has_the_first_three() -> None:
    """The year less the quarters already published is the last quarter: where that is small, the year hides it."""
    hidden_for_it = 0
    for first, second, third, last in quarters(4):
        known = [first, second, third]
        whole = added(*known, last)
        shown = protected(whole, beside=known)
        for r, c in places(last):
            if last[r][c] < FEWEST:
                hidden_for_it += whole[r][c] >= FEWEST
                assert shown.cells[r][c] is None
                others = (with_cell(whole, r, c, whole[r][c] - last[r][c] + few) for few in range(FEWEST))
                assert all(protected(other, beside=known) == shown for other in others)
    assert hidden_for_it > TABLES // 10


def test_a_rolling_year_does_not_reveal_its_newest_quarter_to_who_has_the_year_before() -> None:
    """This year, less last year, with the quarter that fell out of it, is the newest quarter."""
    hidden_for_it = 0
    for first, *kept, newest in quarters(5):
        before = added(first, *kept)
        now = added(without(before, first), newest)
        shown = protected(now, beside=[before, first])
        for r, c in places(newest):
            if newest[r][c] < FEWEST:
                hidden_for_it += now[r][c] >= FEWEST
                assert shown.cells[r][c] is None
                others = (with_cell(now, r, c, now[r][c] - newest[r][c] + few) for few in range(FEWEST))
                assert all(protected(other, beside=[before, first]) == shown for other in others)
        if 0 <= sum(newest[0]) < FEWEST:
            assert shown.total is None
    assert hidden_for_it > TABLES // 10


def test_a_quarter_that_is_published_after_its_year_does_not_reveal_the_others() -> None:
    year, quarter = [[40, 30]], [[38, 12]]
    assert protected(quarter).cells == ((40, 10),)
    assert protected(quarter, beside=[year]).cells == ((None, None),)


def test_as_many_tables_as_may_be_named_are_compared_in_a_moment() -> None:
    tables = [[[number, 50 * number, 300]] for number in range(10, 10 + MOST_BESIDE)]
    assert protected([[900, 9000, 9000]], beside=tables).cells == ((900, 9000, 9000),)


@pytest.mark.parametrize(
    "kind", [kind for kind in sections.kinds() if issubclass(kind.type, Register)], ids=lambda kind: kind.noun
)
def test_every_register_says_how_its_numbers_are_protected_or_counts_nobody(kind: Kind) -> None:
    """A new register declares itself, or stands among those that count nobody with the reason."""
    names = {field.name for field in fields(kind.type)}
    declares, decides = {"rows_about", "disclosure"} <= names, "disclosure_decided" in names
    assert declares == (kind.noun not in COUNT_NOBODY)
    assert decides == (declares and kind.noun not in SHOWN_ONE_BY_ONE)


def test_what_is_shown_is_rounded_and_totals_only_stand_where_nothing_is_hidden() -> None:
    shown = protected([[12, 3, 40], [21, 9, 18], [33, 50, 11]])
    assert shown == Shown(
        cells=((None, None, 40), (None, None, 20), (35, 50, 10)),
        of_rows=(None, None, 95),
        of_columns=(None, None, 70),
        total=None,
    )


def test_a_table_without_small_numbers_is_shown_with_all_its_totals() -> None:
    shown = protected([[12, 23], [34, 45]])
    assert shown == Shown(cells=((10, 25), (35, 45)), of_rows=(35, 80), of_columns=(45, 70), total=115)


def test_a_percentage_is_made_from_what_is_shown_and_never_of_everybody() -> None:
    assert share(10, 35) == 29
    assert share(None, 35) is None
    assert share(10, None) is None
    assert share(35, 35) is None
    assert share(0, 35) is None


@given(st.integers(0, 100_000))
def test_rounding_moves_a_number_by_two_at_most(number: int) -> None:
    assert abs(rounded(number) - number) <= STEP // 2
    assert rounded(number) % STEP == 0


@pytest.mark.parametrize("number", range(FEWEST))
def test_a_number_alone_is_hidden_while_it_is_small(number: int) -> None:
    assert protected([[number]]) == Shown(((None,),), (None,), (None,), None)


def places(table: Table) -> Iterator[tuple[int, int]]:
    return product(range(len(table)), range(len(table[0])))


def with_cell(table: Table, r: int, c: int, number: int) -> Table:
    return [[number if (r, c) == (row, column) else cell for column, cell in enumerate(cells)]
            for row, cells in enumerate(table)]  # fmt: skip


def narrowed(shown: Shown) -> list[list[tuple[int, int]]]:
    """The least and the most that every number can be: what is shown rounded, totals included, and nothing below 0."""
    most = 10_000
    bounds = [[around(cell) if cell is not None else (0, most) for cell in row] for row in shown.cells]
    height, width = len(bounds), len(bounds[0])
    lines = [([(r, c) for c in range(width)], shown.of_rows[r]) for r in range(height)]
    lines += [([(r, c) for r in range(height)], shown.of_columns[c]) for c in range(width)]
    lines.append((list(product(range(height), range(width))), shown.total))
    moved = True
    while moved:
        moved = False
        for line, total in lines:
            for r, c in line if total is not None else ():
                least, greatest = around(total)
                others = [bounds[y][x] for y, x in line if (y, x) != (r, c)]
                low = max(bounds[r][c][0], least - sum(high for _, high in others))
                high = min(bounds[r][c][1], greatest - sum(low for low, _ in others))
                if (low, high) != bounds[r][c]:
                    bounds[r][c], moved = (low, high), True
    return bounds


def around(number: int | None) -> tuple[int, int]:
    assert number is not None
    return max(0, number - STEP // 2), number + STEP // 2
