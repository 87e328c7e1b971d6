"""The store of finished pages, and the folder that takes the place of the live site in one step."""

import os
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from generators.site.store import COPY, Store, assemble, is_ours, switch
from tests.projects import contents


class Made:
    """A store, the folder of sites beside it, and the address of the live one."""

    def __init__(self, root: Path) -> None:
        self.store = Store(root / "store")
        self.sites = root / "sites"
        self.site = root / "site"

    def assemble(self, pages: Mapping[str, str]) -> Path:
        """A folder with these texts, whose files are in the store."""
        found = {}
        for path, text in pages.items():
            key = sha256(text.encode()).hexdigest()
            if key not in self.store:
                self.store.keep(key, text.encode())
            found[path] = key
        live = self.site.resolve() if self.site.is_symlink() else None
        return assemble(found, self.store, self.sites, live)

    def publish(self, pages: Mapping[str, str]) -> Path:
        folder = self.assemble(pages)
        switch(self.site, folder)
        return folder


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path)


OLD = {"index.html": "home", "a/index.html": "A", "b/c/index.html": "C"}
NEW = {"index.html": "another home", "a/index.html": "A", "d/index.html": "D"}


def as_bytes(pages: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in pages.items()}


# ---- the store


def test_what_is_kept_is_there_for_the_next_run(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert "key" not in store
    store.keep("key", b"content")
    assert "key" in store
    store.save()
    assert "key" in Store(tmp_path)
    assert Store(tmp_path).path("key").read_bytes() == b"content"
    assert Store(tmp_path).seal("key") == store.seal("key")


def test_what_was_not_listed_counts_for_nothing_and_goes(tmp_path: Path) -> None:
    """A build that was stopped put it there; nobody knows whether all of it."""
    store = Store(tmp_path / "store")
    store.keep("whole", b"content")
    store.save()
    store.keep("unlisted", b"content")
    (tmp_path / "store" / "half").write_bytes(b"con")
    next_run = Store(tmp_path / "store")
    assert [key in next_run for key in ("whole", "unlisted", "half")] == [True, False, False]
    assert os.listdir(tmp_path / "store") == ["whole"]


@pytest.mark.parametrize("spoilt", ["", "{", "[1]", '{"key": 1}', '{"key": [1, 2]}'])
def test_a_list_of_seals_that_cannot_be_read_only_costs_time(tmp_path: Path, spoilt: str) -> None:
    store = Store(tmp_path / "store")
    store.keep("key", b"content")
    (tmp_path / "store.json").write_text(spoilt)
    assert "key" not in Store(tmp_path / "store")


def test_what_is_dropped_can_be_kept_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.keep("key", b"content")
    store.drop("key")
    assert "key" not in store
    store.keep("key", b"content")
    store.save()
    assert "key" in Store(tmp_path / "store")


def test_what_is_used_is_never_forgotten(tmp_path: Path) -> None:
    """And what is not, once it is the larger part."""
    store = Store(tmp_path)
    for n in range(10):
        store.keep(str(n), b"x")
    store.forget([str(n) for n in range(6)])
    assert len(os.listdir(tmp_path)) == 10
    store.forget([str(n) for n in range(3)])
    assert sorted(os.listdir(tmp_path)) == ["0", "1", "2"]
    assert [str(n) in store for n in (2, 3)] == [True, False]


def test_a_store_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert "key" not in Store(tmp_path / "nowhere")


# ---- the folder


def test_the_folder_holds_exactly_what_is_wanted(made: Made) -> None:
    assert contents(made.assemble(OLD)) == as_bytes(OLD)


def test_two_folders_take_turns(made: Made) -> None:
    """And a third build is in the first folder again."""
    first, second, third = (made.publish({**OLD, "index.html": str(n)}) for n in range(3))
    assert first != second
    assert first == third
    assert sorted(name for name in os.listdir(made.sites) if "." not in name) == ["a", "b"]


def test_the_live_folder_is_never_touched(made: Made) -> None:
    """Neither its files nor their number nor when they were written."""
    live = made.publish(OLD)
    before = {file: file.stat().st_ino for file in live.rglob("*")}
    made.assemble(NEW)
    made.assemble({"index.html": "a third"})
    assert contents(made.site) == as_bytes(OLD)
    assert {file: file.stat().st_ino for file in live.rglob("*")} == before


def test_when_nothing_changed_the_live_folder_stays(made: Made) -> None:
    live = made.publish(OLD)
    link = os.lstat(made.site)
    assert made.publish(OLD) == live
    assert os.lstat(made.site).st_ino == link.st_ino


def test_a_folder_is_brought_up_to_date_by_what_differs(made: Made) -> None:
    """After two turns: only the changed file is another one, and nothing is left of what is gone."""
    first = made.publish(OLD)
    kept, changed = (first / "a/index.html").stat(), (first / "index.html").stat()
    made.publish({"index.html": "between"})
    assert made.publish(NEW) == first
    assert contents(made.site) == as_bytes(NEW)
    assert (first / "a/index.html").stat().st_ino == kept.st_ino
    assert (first / "index.html").stat().st_ino != changed.st_ino
    assert not (first / "b/c").exists()


def test_the_old_sites_bytes_do_not_change_when_a_new_one_is_built(made: Made) -> None:
    """Also not through a hard link: a page with the same name is another file."""
    made.publish(OLD)
    copy = {path: made.site / path for path in OLD}
    handles = {path: file.open("rb") for path, file in copy.items()}
    for n in range(4):
        made.publish({**NEW, "index.html": f"home {n}", "b/c/index.html": f"C {n}"})
    for path, handle in handles.items():
        with handle:
            assert handle.read() == OLD[path].encode()
    assert made.store.path(sha256(b"home").hexdigest()).read_bytes() == b"home"


def test_no_empty_folder_stays_in_the_site(made: Made) -> None:
    """A clean build would not have it."""
    made.publish(OLD)
    made.publish({"index.html": "between"})
    made.publish({"index.html": "home"})
    assert [place for place, folders, files in os.walk(made.site.resolve()) if not folders and not files] == []


def test_a_folder_left_half_way_is_made_anew(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made.publish(OLD)
    made.publish(NEW)
    with monkeypatch.context() as broken:
        broken.setattr(os, "link", stopping_after(1))
        broken.setattr(shutil, "copyfile", stopping_after(0))
        with pytest.raises(InterruptedError):
            made.assemble({"index.html": "third", "a/index.html": "third", "e/index.html": "third"})
    assert contents(made.site) == as_bytes(NEW)
    made.publish(OLD)
    assert contents(made.site) == as_bytes(OLD)


def stopping_after(number: int):  # type: ignore[no-untyped-def]
    done: list[object] = []
    link = os.link

    def maybe(*arguments: Path) -> None:
        if len(done) >= number:
            raise InterruptedError
        done.append(arguments)
        link(*arguments)

    return maybe


def test_a_stranger_in_a_half_made_folder_does_not_get_into_the_site(made: Made) -> None:
    """Without its list, a folder is emptied first."""
    folder = made.sites / "a"
    folder.mkdir(parents=True)
    (folder / "stranger.html").write_text("not of this site")
    assert contents(made.assemble(OLD)) == as_bytes(OLD)


@pytest.mark.parametrize("listed", ["", "{", "\x00\x01"])
def test_a_list_that_cannot_be_read_only_costs_time(made: Made, listed: str) -> None:
    first = made.publish(OLD)
    made.publish(NEW)
    first.with_suffix(".json").write_text(listed)
    made.publish({"index.html": "third"})
    assert contents(made.site) == {"index.html": b"third"}


def test_a_disk_without_hard_links_gets_copies(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("not here")

    monkeypatch.setattr(os, "link", refuse)
    made.publish(OLD)
    made.publish(NEW)
    made.publish(OLD)
    assert contents(made.site) == as_bytes(OLD)
    assert (made.site / "index.html").stat().st_nlink == 1


# ---- the switch


def test_the_site_is_a_link_that_is_replaced_in_one_step(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a whole site at its address at every moment."""
    made.publish(OLD)
    seen: list[dict[str, bytes]] = []
    replace = os.replace

    def look(source: Path, target: Path) -> None:
        seen.append(contents(made.site))
        replace(source, target)
        seen.append(contents(made.site))

    folder = made.assemble(NEW)
    monkeypatch.setattr(os, "replace", look)
    switch(made.site, folder)
    assert seen == [as_bytes(OLD), as_bytes(NEW)]


def test_the_link_is_relative_so_that_the_project_can_be_moved(made: Made) -> None:
    made.publish(OLD)
    assert not os.path.isabs(os.readlink(made.site))


def test_a_folder_that_stands_in_the_way_is_replaced(made: Made) -> None:
    """Such as one that MkDocs made."""
    made.site.mkdir()
    (made.site / "index.html").write_text("by another program")
    made.publish(OLD)
    assert made.site.is_symlink()
    assert contents(made.site) == as_bytes(OLD)


def test_nothing_is_left_beside_the_site(made: Made, tmp_path: Path) -> None:
    made.site.mkdir()
    for n in range(3):
        made.publish({"index.html": str(n)})
    assert sorted(os.listdir(tmp_path)) == ["site", "sites", "store"]


def test_a_system_without_symbolic_links_gets_a_folder(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("not for you")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    for pages in (OLD, NEW, NEW):
        made.publish(pages)
        assert contents(made.site) == {**as_bytes(pages), COPY: b""}
        assert is_ours(made.site, made.sites)
    assert not made.site.is_symlink()


def test_a_folder_that_no_build_made_is_not_ours(tmp_path: Path) -> None:
    """Nothing, an empty folder and an earlier build may be replaced; what somebody else put there may not."""
    site, sites = tmp_path / "site", tmp_path / "sites"
    assert is_ours(site, sites)
    site.mkdir()
    assert is_ours(site, sites)
    (site / "CNAME").write_text("example.org")
    assert not is_ours(site, sites)
    (tmp_path / "file").touch()
    assert not is_ours(tmp_path / "file", sites)
    (tmp_path / "away").symlink_to(site)
    assert not is_ours(tmp_path / "away", sites)


def test_what_an_earlier_switch_left_behind_is_no_hindrance(made: Made, tmp_path: Path) -> None:
    """A process with the same number was killed between two steps."""
    (tmp_path / f".site.{os.getpid()}.new").symlink_to("nowhere")
    made.publish(OLD)
    assert contents(made.site) == as_bytes(OLD)
