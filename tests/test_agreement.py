"""Agreement between two graders: the measures that hold with few files, and what is said where one does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.sections.dip_samples.agreement import Agreement, agreement

GRADES = st.sampled_from(["fine", "fair", "bad"])


def test_where_nearly_all_is_fine_kappa_fails_and_ac1_does_not() -> None:
    """20 files, 18 fine for both, one split each way."""
    found = agreement([("fine", "fine")] * 18 + [("fine", "bad"), ("bad", "fine")], 2)
    assert found
    assert (found.same, found.files) == (18, 20)
    assert found.ac1 == pytest.approx((0.9 - 0.095) / (1 - 0.095))
    assert found.kappa == pytest.approx(-0.05 / 0.95)


def test_kappa_is_not_defined_where_every_file_has_one_grade() -> None:
    assert agreement([("fine", "fine")] * 7, 3) == Agreement(7, 7, 1.0, None)


def test_kappa_is_nought_where_only_one_of_two_gives_one_grade_to_all() -> None:
    found = agreement([("fine", "fine"), ("fine", "bad")], 3)
    assert found
    assert found.kappa == 0


def test_of_no_files_there_is_no_agreement() -> None:
    assert agreement([], 3) is None


@given(st.lists(st.tuples(GRADES, GRADES), min_size=1))
def test_no_measure_is_above_one_and_both_are_one_only_where_all_is_the_same(pairs: list[tuple[str, str]]) -> None:
    found = agreement(pairs, 3)
    assert found
    assert -0.5 <= found.ac1 <= 1
    assert (found.ac1 == 1) == (found.same == found.files)
    assert found.kappa is None or -1 <= found.kappa <= 1
    turned = agreement([(other, one) for one, other in pairs], 3)
    assert turned
    assert turned.ac1 == pytest.approx(found.ac1)
    assert turned.kappa == found.kappa
