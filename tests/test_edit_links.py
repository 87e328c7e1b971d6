"""The links that open a record in the web editor of its repository: on every page that is made of a few records."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import pytest

from generators.archive import Archive
from generators.check import load
from generators.fields import LONDON
from generators.page import Page
from generators.public import public
from generators.record import Record
from generators.register import Register
from generators.render import of_records
from generators.repository import edit_links, seen
from generators.sections.meetings.records import Office
from tests.projects import NOW, REPOSITORY, SOUND

KEPT = "https://github.com/example/record"
EDIT = f"{KEPT}/edit/main/"
NOW_OF_REPOSITORY = datetime(2026, 12, 1, tzinfo=LONDON)
MADE_OF_ONE = {
    "about/", "meetings/panel/", "meetings/panel/2024-03-06/", "meetings/panel/2024-03-06/custody-review/",
    "people/ada-example/", "matters/custody/", "gifts/office/", "gifts/office/2023-24/", "visits/spring-2024/",
    "visits/spring-2024/custody/", "dip-samples/2024-01-31-custody-records/",
}  # fmt: skip


def kept_at(archive: Archive, repository: str | None) -> Archive:
    """The archive of an office whose repository is this one."""
    office = replace(cast("Office", archive.records["office"]["office"]), repository=repository)
    records: Mapping[str, Mapping[str, Record]] = {**archive.records, "office": {"office": office}}
    return replace(archive, records=MappingProxyType(dict(records)))


def pages(root: Path, now: datetime, repository: str | None) -> dict[str, Page]:
    archive = public(kept_at(load(root), repository), now)
    return {found.page.address: found.page for found in of_records(archive, now, root) if found.page}


def edited(page: Page) -> Iterator[str]:
    yield from (link.address for link in page.values["editing"])


@pytest.fixture(scope="module")
def sound_pages() -> dict[str, Page]:
    return pages(SOUND, NOW, KEPT)


def test_every_link_of_the_whole_site_leads_to_a_file_that_is_there() -> None:
    found = pages(REPOSITORY, NOW_OF_REPOSITORY, KEPT)
    addresses = {address for page in found.values() for address in edited(page)}
    assert len(addresses) > 100
    gone = [one for one in addresses if not (REPOSITORY / one.removeprefix(EDIT).partition("#")[0]).is_file()]
    assert gone == []


def test_a_page_of_one_record_leads_to_that_record(sound_pages: dict[str, Page]) -> None:
    assert sound_pages.keys() >= MADE_OF_ONE
    for address, page in sound_pages.items():
        record: Any = page.values.get("record")
        if page.source:
            assert next(edited(page)) == EDIT + page.source, address
            assert page.source == record.path
        assert address not in MADE_OF_ONE or list(edited(page)), address


def test_a_register_leads_to_its_rows_too(sound_pages: dict[str, Page]) -> None:
    both = [f"{EDIT}data/gifts/office.yml", f"{EDIT}data/gifts/office.csv"]
    assert list(edited(sound_pages["gifts/office/"])) == both
    assert list(edited(sound_pages["gifts/office/2023-24/"])) == both


@pytest.mark.parametrize("address", ["", "calendar/", "people/", "gifts/", "field-guide/meeting/", "search/"])
def test_a_page_of_many_records_leads_to_none(sound_pages: dict[str, Page], address: str) -> None:
    assert list(edited(sound_pages[address])) == []


@pytest.mark.parametrize("repository", [None, "https://www.example.org/record", "https://notgit.example/github"])
def test_without_a_repository_that_is_understood_there_is_no_link(repository: str | None) -> None:
    for page in pages(SOUND, NOW, repository).values():
        assert list(edited(page)) == []
        assert page.values.get("kept_at", "") == ""


@pytest.mark.parametrize(
    ("repository", "at", "edit"),
    [
        ("https://github.com/a/b/", "https://github.com/a/b/blob/main/", "https://github.com/a/b/edit/main/"),
        ("https://gitlab.com/a/b.git", "https://gitlab.com/a/b/-/blob/main/", "https://gitlab.com/a/b/-/edit/main/"),
        (
            "https://codeberg.org/a/b",
            "https://codeberg.org/a/b/src/branch/main/",
            "https://codeberg.org/a/b/_edit/main/",
        ),
    ],
)
def test_every_host_has_addresses_of_its_own(repository: str, at: str, edit: str) -> None:
    row = Record(id="a/b", path="data/gifts/a.csv", line=5)
    assert seen(repository, row) == f"{at}data/gifts/a.csv#L5"
    assert [link.address for link in edit_links(repository, row)] == [f"{edit}data/gifts/a.csv#L5"]
    register = Register(id="a", path="data/gifts/a.yml", title="a", row="a", columns={})
    assert [link.address for link in edit_links(repository, register)] == [
        f"{edit}data/gifts/a.yml",
        f"{edit}data/gifts/a.csv",
    ]
