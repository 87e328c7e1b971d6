"""Texts among the drawing instructions of a PDF: the quick look at them says what the slow one says."""

from hypothesis import given
from hypothesis import strategies as st

from generators.inspect.pdf import unshown as looked
from generators.inspect.pdf.remarks import filtered

TEXTS = ["(one)", "(two (2) too)", "(three \\) more)", "<7468726565>", "(/Alt)", "(four) Tj", "()", "(Tj)"]
PARTS = [*TEXTS, "Tj", "TJ", "'", '"', "[", "]", "foo", "0 0 0 rg", "BT", "ET", "12 0 Td", "/F1 12 Tf", "<<", ">>",
         "/Alt", "/Span", "/ActualText", "BDC", "EMC", "q", "Q", "-120", "Tjx"]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=12), st.sampled_from([" ", "\n"]))
def test_the_quick_look_misses_no_text_that_is_idle(parts: list[str], between: str) -> None:
    drawing = between.join(parts).encode()
    with_each_part = looked._Filter()
    filtered(drawing, with_each_part)
    assert looked.unshown(drawing).idle == looked._said(with_each_part.idle)


def test_programs_write_nearly_all_texts_so_that_the_quick_look_is_enough() -> None:
    for drawing in (b"BT <0030> Tj 7 0 Td <0048> Tj ET", b"[(All) -20 (of) <20>] TJ", b"/P <</MCID 0>> BDC (a) ' EMC"):
        assert not looked.BEGINS_TEXT.search(looked.SHOWN.sub(b"", drawing))
    described = b"/Span <</ActualText (fi) >> BDC <01> Tj EMC"
    assert looked.unshown(described) == ((), ("fi",))


def test_a_long_text_without_end_is_read_once_and_not_from_each_of_its_brackets() -> None:
    """From each, the time would grow with the square of their number: this test would not come to its end."""
    drawing = b"(" + b"\\(" * 500_000
    assert looked.DESCRIBED.sub(b"", looked.SHOWN.sub(b" Tj ", drawing)) == drawing
    assert looked.unshown(drawing) == ((), ())
