"""What search is given: what pages can be found by, and the text in documents."""

import gzip
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators import left_behind
from generators.archive import Archive, Tombstone
from generators.check import load
from generators.facets import UNLISTED, Facets, for_search
from generators.page import Page
from generators.public import public
from generators.render import render
from generators.search.document_text import pages_of
from generators.search.guides import KIND, guides
from generators.search.kept import kept_pages
from generators.search.order import is_whole, put_in_order
from generators.search.packed import SIGN, encoded, encoded_list, read
from generators.search.smaller import MOST as MOST_OF_FILE
from generators.search.smaller import parts, smaller
from generators.search.words import FEWEST, MOST, OFTEN, counted_in, on_many_pages, pages_of_stems, worth_offering
from generators.second_process import WORTH_SHARING
from tests.documents import LETTER, PACK, pdf, word
from tests.projects import NOW, SOUND, contents


@pytest.fixture(scope="module")
def archive() -> Archive:
    return public(load(SOUND), NOW)


@pytest.fixture(scope="module")
def pages(archive: Archive) -> dict[str, Page]:
    return {output.page.address: output.page for output in render(archive, NOW, SOUND) if output.page}


FOUND_BY = {
    "meetings/panel/2024-03-06/": {
        "kind": ["Meeting"], "body": ["Ethics Panel"], "year": ["2024"], "status": ["Held"],
    },
    "meetings/panel/2024-03-06/custody-review/": {"kind": ["Paper"], "body": ["Ethics Panel"], "year": ["2024"]},
    "decisions/2024/": {"kind": ["List"]},
    "search/": {},
}  # fmt: skip
"""By address, some of what a page can be found by; of the last, nothing."""


@pytest.mark.parametrize("address", FOUND_BY)
def test_a_page_can_be_found_by_what_its_record_is_and_names(pages: dict[str, Page], address: str) -> None:
    found = for_search(pages[address].facets)
    assert {name: found.get(name) for name in FOUND_BY[address]} == FOUND_BY[address]
    assert bool(found) == bool(FOUND_BY[address])


def test_people_and_topics_are_those_that_the_record_names(pages: dict[str, Page]) -> None:
    facets = pages["meetings/panel/2024-03-06/"].facets
    assert "Ben Sample" in " ".join(facets.people)
    assert facets.topics


def test_what_is_withdrawn_is_not_found(archive: Archive) -> None:
    gone = replace(archive, tombstones=(Tombstone("meeting", "panel/2020-01-01", date(2020, 2, 1), "an error"),))
    assert [page.facets for page in left_behind.pages(gone)] == [UNLISTED]


def test_every_page_of_a_record_says_what_it_is_and_every_day_is_a_day(pages: dict[str, Page]) -> None:
    shown = [page for page in pages.values() if page.values.get("record")]
    assert shown
    assert all(page.facets.kind for page in shown)
    assert any(page.facets.day == date(2024, 3, 6) for page in shown)


def test_only_facets_with_a_value_are_told() -> None:
    assert for_search(Facets(kind="Paper", status="")) == {"kind": ["Paper"]}
    assert for_search(UNLISTED) == {}


# ---- the order of the index


def test_two_indexes_of_one_site_become_the_same(tmp_path: Path) -> None:
    """Whatever order the program that makes them chose."""
    made = []
    for at, values in enumerate((["Paper", "Meeting"], ["Meeting", "Paper"])):
        index = tmp_path / str(at)
        (index / "filter").mkdir(parents=True)
        pages = {"Paper": [0, 2], "Meeting": [1]}
        packed(index / "filter" / f"en_f{at}.pf_filter", ["kind", [[value, pages[value]] for value in values]])
        packed(index / f"pagefind.en_m{at}.pf_meta", ["1.5.2", [], [], [["kind", f"en_f{at}"]], [], []])
        (index / "pagefind-entry.json").write_text(f'{{"languages": {{"en": {{"hash": "en_m{at}"}}}}}}')
        put_in_order(index)
        made.append(contents(index))
    assert made[0] == made[1]
    assert len(made[0]) == 3


def test_the_guides_for_staff_are_told_by_the_names_of_their_pages(tmp_path: Path) -> None:
    (tmp_path / "filter").mkdir()
    (tmp_path / "pagefind-entry.json").write_text('{"languages": {"en": {"hash": "en_m"}}}')
    pages = [["en_b", 7], ["en_c", 7], ["en_a", 7]]
    listed = ["1.5.2", pages, [], [["body", "en_g"], ["kind", "en_f"]], [], []]
    packed(tmp_path / "pagefind.en_m.pf_meta", listed)
    packed(tmp_path / "filter/en_f.pf_filter", ["kind", [[KIND, [0, 2]], ["Paper", [1]]]])
    packed(tmp_path / "filter/en_g.pf_filter", ["body", [[KIND, [1]]]])
    assert guides(tmp_path) == ["en_a", "en_b"]


def test_an_index_is_whole_once_every_file_that_it_lists_has_something_in_it(tmp_path: Path) -> None:
    assert not is_whole(tmp_path)
    (tmp_path / "pagefind-entry.json").write_text('{"languages": {"en": {"hash": "en_m"}}}')
    assert not is_whole(tmp_path)
    packed(
        tmp_path / "pagefind.en_m.pf_meta", ["1.5.2", [["en_p", 7]], [["a", "z", "en_w"]], [["kind", "en_f"]], [], []]
    )
    for name in ("fragment/en_p.pf_fragment", "index/en_w.pf_index", "filter/en_f.pf_filter"):
        assert not is_whole(tmp_path)
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"something")
    assert is_whole(tmp_path)
    (tmp_path / "fragment/en_p.pf_fragment").write_bytes(b"")
    assert not is_whole(tmp_path)
    (tmp_path / "pagefind-entry.json").write_bytes(b"")
    assert not is_whole(tmp_path)


def test_an_index_that_is_written_otherwise_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pagefind.en_m.pf_meta").write_bytes(gzip.compress(b"another form"))
    (tmp_path / "pagefind-entry.json").write_text('{"languages": {"en": {"hash": "en_m"}}}')
    with pytest.raises(ValueError, match="not written as"):
        put_in_order(tmp_path)


def packed(file: Path, what: Any) -> None:
    file.write_bytes(gzip.compress(SIGN + cbor2.dumps(what)))


# ---- the files of words


def word_of(text: str, size: int = 10) -> list[Any]:
    """A word as the program writes it, with so many pages."""
    return [text, [[1, [-25, 7], []]] * size, []]


def test_words_that_stand_in_one_file_stand_in_smaller_ones_in_the_same_order(tmp_path: Path) -> None:
    """Each is in the file in whose stretch of the alphabet it is looked for, and nowhere else."""
    words = [word_of(letters(at), 40) for at in range(400)]
    packed(tmp_path / "en_all.pf_index", [words])
    listed = smaller(tmp_path, [["a", "z", "en_all"]], "en")
    held = [read(tmp_path / f"{name}.pf_index")[0] for _, _, name in listed]
    assert [word for some in held for word in some] == words
    assert len(listed) > 3
    assert {file.stem for file in tmp_path.iterdir()} == {name for _, _, name in listed}
    assert (listed[0][0], listed[-1][1]) == ("a", "z")
    stretches = list(zip(listed, held, strict=True))
    for (begin, end, _), some in stretches[1:-1]:
        assert all(begin <= word[: len(begin)] and word[: len(end)] <= end for word, *_ in some)
    for (_, end, _), (begin, _, _) in pairwise(listed):
        assert end < begin


def test_a_file_of_words_is_cut_where_the_next_word_would_not_fit() -> None:
    often = word_of("panel", MOST_OF_FILE)
    found = list(parts([word_of("gifts"), often, word_of("police"), word_of("rank")]))
    assert [named for named, _ in found] == [["gifts"], ["panel"], ["police", "rank"]]
    assert [[cbor2.loads(word) for word in part] for _, part in found] == [
        [word_of("gifts")], [often], [word_of("police"), word_of("rank")],
    ]  # fmt: skip


def test_a_list_of_what_is_encoded_is_that_of_what_it_stands_for() -> None:
    for many in (0, 1, 23, 24, 300, 70_000):
        assert encoded_list([encoded(at) for at in range(many)]) == encoded(list(range(many)))


def test_many_files_of_words_are_cut_by_two_processes_in_their_order(tmp_path: Path) -> None:
    words = [letters(at) for at in range(WORTH_SHARING + 5)]
    for one in words:
        packed(tmp_path / f"en_{one}.pf_index", [[word_of(one)]])
    listed = smaller(tmp_path, [[one, one, f"en_{one}"] for one in words], "en")
    assert [begin for begin, _, _ in listed] == words
    assert [read(tmp_path / f"{name}.pf_index")[0][0][0] for _, _, name in listed] == words
    assert pages_of_stems(tmp_path) == dict.fromkeys(words, 10)


def test_two_words_are_told_apart_by_as_little_as_says_which_comes_first(tmp_path: Path) -> None:
    packed(tmp_path / "en_all.pf_index", [[word_of("not", MOST_OF_FILE), word_of("notable")]])
    listed = smaller(tmp_path, [["lowl", "one", "en_all"]], "en")
    assert [(begin, end) for begin, end, _ in listed] == [("lowl", "not"), ("nota", "one")]


# ---- the words that are offered


def test_a_word_is_offered_if_two_pages_have_it_or_a_title_does() -> None:
    pages = [("Gifts", "The panel met; the panel’s rule 2b"), ("Custody visits", "Panel PANEL mistaek")]
    assert worth_offering(counted_in(pages)) == {"panel": 2, "custody": 1, "gifts": 1, "visits": 1}
    assert FEWEST == 2


def test_of_too_many_words_those_on_the_most_pages_are_offered() -> None:
    many = " ".join(letters(at) for at in range(MOST))
    words = worth_offering(counted_in([("", f"custody {many}")] * 2 + [("", "custody")]))
    assert len(words) == MOST
    assert words["custody"] == 3


def test_of_words_on_many_pages_it_is_said_how_many() -> None:
    pages = [("Panel", "custody visits"), ("", "custody panel"), ("", "the custody"), ("", "gifts")]
    assert on_many_pages(counted_in(pages), {"custodi": 3, "panel": 2, "gift": 1}) == {"custody": 3, "panel": 2}
    assert OFTEN == 0.5


def test_a_word_is_on_as_many_pages_as_all_of_its_forms() -> None:
    """For the index finds them all; but a word that only begins alike is another one."""
    pages = [("", "office officers"), ("", "offices"), ("", "officer"), ("", "official policy"), ("", "police")]
    stems = {"offic": 4, "offici": 1, "polic": 3, "polici": 1}
    often = on_many_pages(counted_in(pages), stems)
    assert often == {"office": 4, "officers": 4, "offices": 4, "officer": 4, "police": 3}


def letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")


# ---- the text in documents


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(pdf(PACK))
    assert pages_of(tmp_path / "pack.pdf") == PACK


def test_a_word_file_is_read_as_one_with_its_tables(tmp_path: Path) -> None:
    (tmp_path / "LETTER.DOCX").write_bytes(word([LETTER, "Yours"], ["left cell", "right cell"]))
    assert pages_of(tmp_path / "LETTER.DOCX") == (f"{LETTER} Yours left cell right cell",)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.png", "a", "a.pdf.txt"])
@given(content=st.binary(max_size=200))
@settings(max_examples=20, deadline=None)
def test_what_cannot_be_read_has_no_text(name: str, content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("odd") / name
    file.write_bytes(b"%PDF-1.7\n" + content if name == "a.pdf" else content)
    assert all(text == "" for text in pages_of(file))


def test_a_document_is_opened_once_however_often_the_site_is_indexed(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", tmp_path / "texts"
    site.mkdir()
    (site / "pack.pdf").write_bytes(pdf(PACK))
    first = kept_pages(kept, site, {"pack.pdf": "its-key"}, "pack.pdf")
    (site / "pack.pdf").unlink()
    assert kept_pages(kept, site, {"pack.pdf": "its-key"}, "pack.pdf") == first
    assert len(first) == len(PACK)


def test_a_text_that_was_kept_badly_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(pdf(PACK))
    (tmp_path / "its-key.json").write_text('["half of')
    assert len(kept_pages(tmp_path, tmp_path, {"pack.pdf": "its-key"}, "pack.pdf")) == len(PACK)
