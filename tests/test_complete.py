"""What a site is to have, by the archive alone, and what is said where it does not."""

from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from generators.archive import Archive
from generators.fields import LONDON
from generators.problem import Problems
from generators.public import public
from generators.search.index import FOLDER
from generators.site.complete import INDEX, NOTHING, Owed, check_complete, owed
from generators.site.store import Store
from generators.stage import Staged
from tests.projects import NOW

PAGE = Staged("people/ada/index.md", "1", is_page=True, source="content/people/ada.yml")
LIST = Staged("people/index.md", "2", is_page=True)
DATA = Staged("people/people.csv", "3", is_page=False)
OWED = Owed({"people/ada/": "content/people/ada.yml"}, frozenset({"people/people.csv"}), {"content/people/ada.yml"})
META = f"{FOLDER}/pagefind.en_1.pf_meta"
CONTENTS = {
    "people/ada/index.html": "a", "people/index.html": "b", "people/people.csv": "c", "help/index.html": "d",
    INDEX: "entry", META: "meta", f"{FOLDER}/fragment/en_1.pf_fragment": "one",
}  # fmt: skip
ENTRY = {"languages": {"en": {"hash": "en_1", "page_count": 1}}}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    kept = Store(tmp_path / "store")
    kept.keep("entry", orjson.dumps(ENTRY))
    return kept


def said(store: Store, owing: Owed = OWED, staged: tuple[Staged, ...] = (PAGE, LIST, DATA), **other: object) -> str:
    """What is said of a site that differs in this from the one that is complete."""
    without = other.get("without", ())
    found = {path: key for path, key in CONTENTS.items() if path not in without}  # type: ignore[operator]
    with pytest.raises(Problems) as refused:
        check_complete(owing, staged, int(str(other.get("pages", 3))), found, store)
    return str(refused.value)


def test_what_is_complete_passes(store: Store) -> None:
    check_complete(OWED, (PAGE, LIST, DATA), 3, CONTENTS, store)
    check_complete(NOTHING, (), 3, CONTENTS, store)


@pytest.mark.parametrize("path", CONTENTS)
def test_no_file_can_be_missing(store: Store, path: str) -> None:
    assert "The old site stays as it is." in said(store, without=(path,))


def test_a_public_record_without_its_page_is_named(store: Store) -> None:
    lost = said(store, staged=(LIST, DATA), pages=2, without=("people/ada/index.html",))
    assert "content/people/ada.yml" in lost
    assert "/people/ada/" in lost


def test_a_page_of_a_record_that_is_not_public_is_refused(store: Store) -> None:
    hidden = replace(LIST, source="content/people/ben.yml")
    assert "content/people/ben.yml:1:1: this is not public" in said(store, staged=(PAGE, hidden, DATA))


def test_two_files_for_one_place_are_refused(store: Store) -> None:
    assert "two different files" in said(store, staged=(PAGE, LIST, DATA, replace(LIST, key="4")))


@pytest.mark.parametrize("pages", [2, 4])
def test_pages_are_counted(store: Store, pages: int) -> None:
    assert f"was to have {pages} pages and has 3" in said(store, pages=pages)


@pytest.mark.parametrize("entry", [b"", b"[]", b"{}", b'{"languages":{"en":{}}}', b'{"languages":{"en":1}}'])
def test_an_index_that_cannot_be_read_is_refused(store: Store, entry: bytes) -> None:
    store.keep("entry", entry)
    assert "can be searched" in said(store)


@pytest.mark.parametrize("count", [0, 2])
def test_what_can_be_searched_is_counted(store: Store, count: int) -> None:
    store.keep("entry", orjson.dumps({"languages": {"en": {"hash": "en_1", "page_count": count}}}))
    assert "can be searched" in said(store)


def test_every_public_record_with_an_address_is_owed_its_page_and_no_other(sound: Archive) -> None:
    """Worked out from the records alone."""
    seen = owed(public(sound, NOW))
    assert {"people/ada-example/", "meetings/panel/2024-03-06/custody-review/", "gifts/office/2023-24/"} <= set(
        seen.pages
    )
    assert "meetings/panel/2024-03-06/agenda.txt" in seen.files
    early = owed(public(sound, NOW.replace(year=2000, tzinfo=LONDON)))
    assert set(early.pages) <= set(seen.pages)
    assert all(path.startswith(("content/", "data/")) for path in seen.sources)
