"""Proportions of few cases: the published test vectors, what must hold of every interval, and the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.proportion import likely, of, percent, wilson

VECTORS = """
0/5 0 43.45, 2/5 11.76 76.93, 3/5 23.07 88.24, 4/5 37.55 96.38, 5/5 56.55 100, 0/10 0 27.75, 5/10 23.66 76.34,
8/10 49.02 94.33, 9/10 59.58 98.21, 10/10 72.25 100, 20/25 60.87 91.14, 23/25 75.03 97.78, 25/25 86.68 100,
0/12 0 24.25, 6/12 25.38 74.62, 10/12 55.20 95.30, 11/12 64.61 98.51, 12/12 75.75 100, 0/15 0 20.39,
7/15 24.81 69.88, 12/15 54.81 92.95, 13/15 62.12 96.26, 14/15 70.18 98.81, 15/15 79.61 100, 0/20 0 16.11,
10/20 29.93 70.07, 16/20 58.40 91.93, 18/20 69.90 97.21, 19/20 76.39 99.11, 20/20 83.89 100, 0/30 0 11.35,
15/30 33.15 66.85, 24/30 62.69 90.49, 28/30 78.68 98.15, 29/30 83.33 99.41, 30/30 88.65 100
"""
COUNTS = st.integers(1, 2000).flatmap(lambda read: st.tuples(st.integers(0, read), st.just(read)))


@pytest.mark.parametrize("vector", VECTORS.replace("\n", " ").split(","))
def test_the_interval_is_wilsons(vector: str) -> None:
    proportion, low, high = vector.split()
    found, read = map(int, proportion.split("/"))
    interval = wilson(found, read)
    assert interval
    assert round(interval.low * 100, 2) == pytest.approx(float(low), abs=0.0101)
    assert round(interval.high * 100, 2) == pytest.approx(float(high), abs=0.0101)


@given(COUNTS)
def test_the_interval_holds_the_share_and_stays_within_nought_and_one(counts: tuple[int, int]) -> None:
    found, read = counts
    interval = wilson(found, read)
    assert interval
    assert 0 <= interval.low <= found / read <= interval.high <= 1
    assert (interval.low == 0) == (found == 0)
    assert (interval.high == 1) == (found == read)


@given(COUNTS)
def test_the_interval_of_the_others_is_the_mirror_image(counts: tuple[int, int]) -> None:
    found, read = counts
    one, other = wilson(found, read), wilson(read - found, read)
    assert one
    assert other
    assert one.low == pytest.approx(1 - other.high, abs=1e-12)
    assert one.high == pytest.approx(1 - other.low, abs=1e-12)


@given(COUNTS, st.integers(2, 20))
def test_more_files_at_the_same_share_make_it_narrower(counts: tuple[int, int], times: int) -> None:
    found, read = counts
    few, many = wilson(found, read), wilson(found * times, read * times)
    assert few
    assert many
    assert many.high - many.low < few.high - few.low


def test_of_nothing_there_is_no_interval_and_no_share() -> None:
    assert wilson(0, 0) is None
    assert of(0, 0, "file") == "no files were read"


@pytest.mark.parametrize(("found", "read"), [(3, 2), (-1, 2), (0, -1)])
def test_what_is_no_proportion_is_refused(found: int, read: int) -> None:
    with pytest.raises(ValueError, match="is no proportion"):
        wilson(found, read)


def test_the_words_lead_with_the_count() -> None:
    assert of(18, 20, "file") == "18 of 20 files"
    assert of(1, 1, "file") == "1 of 1 file"
    interval = wilson(18, 20)
    assert interval
    words = "if files like these were picked at random, the true share is likely to be between 70% and 97%"
    assert likely(interval) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "0%"), (0.004, "less than 1%"), (0.005, "1%"), (0.125, "13%"), (0.995, "more than 99%"), (1.0, "100%")],
)
def test_what_is_not_nothing_is_never_called_nothing_nor_what_is_not_all_all(share: float, words: str) -> None:
    assert percent(share) == words
