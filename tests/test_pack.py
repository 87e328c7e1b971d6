"""The archive pack: what it holds, that anybody can verify it, and that it opens in a browser without a server."""

import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import bagit
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Request, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from generators.check import load
from generators.cli import main
from generators.pack.bag import bag
from generators.pack.browsable import LINKS, browsable, to_file
from generators.pack.kept import paths
from generators.pack.pack import Packed, pack
from generators.pack.purpose import HANDOVER, PUBLIC, Purpose
from generators.pack.put import put
from generators.pack.titles import Title, title_of, to_script
from generators.problem import Problems
from generators.site.links import leads_to
from tests.conftest import copy_ready, made_once, unchanged
from tests.projects import NOW, contents, copy_built, copy_sound, edit

CHROMIUM = shutil.which("chromium")
UNSEEN = "Unseen-until-somebody-publishes-it"


def quiet(_: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def office(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound project with an address and a draft, after its first publication; nobody may change its record."""
    begun = made_once(tmp_path_factory, "begun", partial(publish, finished))
    return copy_built(begun, tmp_path_factory.mktemp("office") / "project")


def publish(finished: Path, root: Path) -> None:
    """Change it and publish it for the first time."""
    copy_ready(finished, root)
    edit(root, "content/office.yml", "publication:", "address: https://record.example.org/\npublication:")
    draft = root / "content" / "matters" / "draft.yml"
    draft.write_text(f"title: {UNSEEN}\n# {UNSEEN} stands in a remark too\n", "utf-8")
    paper = "content/meetings/panel/2024-03-06/custody-review.md"
    edit(root, paper, "illustrative month", "[illustrative month](https://record.example.org/people/)")
    ended = CliRunner().invoke(main, ["publish", "--first", "--root", str(root), "--now", "2024-07-01T09:00"])
    assert ended.exit_code == 0, ended.output


def packed(root: Path, out: Path, purpose: Purpose = HANDOVER) -> Packed:
    return pack(root, out, purpose, NOW, quiet)


@pytest.fixture(scope="module")
def handover(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    out = made_once(tmp_path_factory, "handover", partial(packed, office))
    with unchanged(out):
        yield out


@pytest.fixture(scope="module")
def public(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    out = made_once(tmp_path_factory, "public", partial(packed, office, purpose=PUBLIC))
    with unchanged(out):
        yield out


# ---- what it holds


def test_a_pack_is_valid_for_a_validator_that_is_not_ours(handover: Path, public: Path) -> None:
    logging.getLogger("bagit").setLevel(logging.ERROR)
    for folder in (handover, public):
        assert bagit.Bag(str(folder)).validate()


def test_a_pack_in_which_one_byte_differs_is_not_valid(handover: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(handover, tmp_path / "copy"))
    file = copy / "data" / "records" / "content" / "office.yml"
    file.write_bytes(file.read_bytes().replace(b"Illustrative", b"illustrative", 1))
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(copy)).validate()


def test_what_is_handed_over_is_every_file_byte_for_byte(office: Path, handover: Path) -> None:
    there = contents(handover / "data" / "records")
    assert there == {path: (office / path).read_bytes() for path in paths(office)}
    assert {"mkdocs.yml", "docs/help.md", "content/office.yml", "data/gifts/office.csv"} < set(there)
    assert not any(path.startswith(".") for path in there)


def test_read_back_it_is_the_same_archive(office: Path, handover: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(handover / "data" / "records", tmp_path / "records"))
    ours, theirs = load(office), load(copy)
    assert ours.records == theirs.records
    assert ours.references == theirs.references
    assert set(ours.files) == set(theirs.files)
    said = CliRunner().invoke(main, ["check", "--root", str(copy)])
    assert (said.exit_code, said.output.startswith("All ")) == (0, True)


def test_what_is_handed_over_says_that_it_is_not_for_the_public(handover: Path, public: Path) -> None:
    assert "\nAccess: Not for the public." in (handover / "bag-info.txt").read_text("utf-8")
    assert "\nNot for the public." in (handover / "README.txt").read_text("utf-8")
    assert "\nAccess: Public." in (public / "bag-info.txt").read_text("utf-8")
    assert "records" not in (public / "README.txt").read_text("utf-8")


def test_for_the_public_there_is_no_record_file_and_no_word_of_a_draft(handover: Path, public: Path) -> None:
    assert any(UNSEEN.encode() in content for content in contents(handover).values())
    assert not (public / "data" / "records").exists()
    assert [path for path, content in contents(public).items() if UNSEEN.encode() in content] == []


def test_the_data_and_the_attachments_are_those_of_the_site(office: Path, public: Path) -> None:
    site = contents(office / "site")
    copy = contents(public / "data" / "site")
    same = {path for path in copy if not path.endswith((".html", "titles.js", "browse.js"))}
    assert {path: copy[path] for path in same} == {path: site[path] for path in same}
    assert {"data/datapackage.json", "data/record.sqlite", "meetings/panel/2024-03-06/agenda.txt"} < same
    assert {path for path in site if path.endswith(".html")} - set(copy) == {"404.html"}
    listed = (public / "data" / "addresses.csv").read_text("utf-8")
    assert "\n/people/ada-example/,here,/people/ada-example/,," in listed


def test_the_history_of_the_record_is_in_it_and_can_be_verified_without_the_program(public: Path) -> None:
    site = public / "data" / "site"
    command = [sys.executable, "-I", str(site / "ledger" / "verify.py"), str(site)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.splitlines()[-1]) == (0, "Nothing wrong was found.")


def test_a_copy_of_the_history_that_is_spoilt_stops_it(office: Path, tmp_path: Path) -> None:
    root = copy_built(office, tmp_path / "project")
    ledger = root / ".scrutiny" / "ledger" / "ledger" / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b"2024", b"2023", 1))
    ended = CliRunner().invoke(main, ["pack", "--root", str(root), "--out", str(tmp_path / "out")])
    assert ended.exit_code == 1
    assert "the copy of the last published ledger cannot be used" in ended.output
    assert not (tmp_path / "out").exists()


def test_the_same_records_and_moment_give_the_same_bytes(office: Path, handover: Path, tmp_path: Path) -> None:
    """Whatever the file is called; and what is in the zip file is what lies in the folder."""
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    packed(office, one)
    packed(office, other)
    assert one.read_bytes() == other.read_bytes()
    with ZipFile(one) as together:
        names = together.namelist()
        assert names[0] == "record-handover-2024-07-01/bagit.txt"
        inside = {name.partition("/")[2]: together.read(name) for name in names}
    assert inside == contents(handover)


def test_the_site_that_is_published_stays_as_it_is(office: Path, handover: Path) -> None:
    assert handover.exists()
    assert b"This is a copy of the site" not in (office / "site" / "index.html").read_bytes()


# ---- the copy of the site


def test_every_link_of_the_copy_leads_to_a_file(public: Path) -> None:
    site = public / "data" / "site"
    followed = 0
    for page in site.rglob("*.html"):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        links = [(node.attributes[name] or "") for name in LINKS for node in tree.css(f"[{name}]:not([rel=canonical])")]
        for link in links:
            if link and not re.match("[a-z]+:|#|//", link):
                target = link.partition("#")[0].partition("?")[0]
                assert (page.parent / target).resolve().is_file(), f"{page}: {link}"
                followed += 1
    assert followed > 5000


def test_no_page_of_the_copy_loads_what_a_folder_cannot_give(public: Path) -> None:
    for page in (public / "data" / "site").rglob("*.html"):
        assert 'type="module"' not in page.read_text("utf-8")


def test_a_link_to_the_site_by_its_address_leads_to_the_copy_and_its_own_address_stays(public: Path) -> None:
    page = public / "data" / "site" / "meetings" / "panel" / "2024-03-06" / "custody-review" / "index.html"
    tree = LexborHTMLParser(page.read_text("utf-8"))
    assert '<a href="../../../../people/index.html">illustrative month</a>' in (tree.html or "")
    canonical = tree.css_first("link[rel=canonical]")
    assert canonical is not None
    assert canonical.attributes["href"] == "https://record.example.org/meetings/panel/2024-03-06/custody-review/"


def test_what_a_page_may_load_includes_the_files_around_it() -> None:
    html = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'sha256-a'">"""
    assert "content=\"default-src 'none'; script-src 'self' file: 'sha256-a'\"" in browsable(html, "a/", "", "")


PATHS = st.from_regex(r"(\.\./){0,3}([a-c]/){0,2}(\.|\.\.|d\.csv|%20)?", fullmatch=True)


@given(PATHS, st.sampled_from(["", "#id", "?q=a", "?q=a#id"]))
def test_a_link_to_a_file_leads_where_it_led(path: str, after: str) -> None:
    new = to_file(f"{path}{after}")
    plain = path[:-1] if path.endswith("/.") else path
    assert to_file(new) == new
    assert leads_to(new, "x/y/z/") == leads_to(f"{plain}{after}", "x/y/z/")
    if path.endswith(("/", ".")):
        assert new.endswith(f"index.html{after}")


@pytest.mark.parametrize(
    "link",
    ["", "#a", "https://www.example.org/", "mailto:a@example.org", "//example.org/", "a.csv", "http://[", "data:,/"],
)
def test_a_link_that_leads_to_no_folder_stays_as_it_is(link: str) -> None:
    assert to_file(link) == link


def test_a_page_that_sends_its_readers_on_sends_them_to_a_file() -> None:
    html = '<meta http-equiv="refresh" content="0; url=../new/"><p>Moved.</p>'
    assert 'content="0; url=../new/index.html"' in browsable(html, "old/", "", "")


@given(st.text(), st.text())
def test_whatever_a_title_says_the_script_holds_it_as_text(title: str, kind: str) -> None:
    script = to_script([Title(title, kind, "a/index.html")]).decode()
    assert "<" not in script
    assert (
        script.splitlines() == [script.removesuffix("\n")]
        or "\u0085" in title + kind
        or re.search("[\x0b\x0c\x1c-\x1e]", title + kind)
    )
    held = json.loads(script.removeprefix("window.titles = ").removesuffix(";\n"))
    assert held == [[title, kind, "../a/index.html"]]


def test_a_page_that_search_does_not_know_has_no_title_here() -> None:
    assert title_of("<div data-pagefind-body><h1>A <b>b</b><a class=headerlink>#</a></h1></div>", "a") == (
        "A b",
        "",
        "a",
    )
    assert title_of("<h1>Moved</h1>", "a") is None


# ---- in a browser, without a server


@pytest.mark.skipif(CHROMIUM is None, reason="there is no program `chromium` on this computer")
def test_the_copy_opens_from_a_folder(public: Path) -> None:
    """Page by page through links, nothing fails, and a page is found by its title."""
    with ThreadPoolExecutor(1) as apart:  # in this thread a browser of other tests may be at work
        apart.submit(walk, public / "data" / "site").result()


def missing(request: Request) -> list[str]:
    """That it failed, unless only its page was left before a picture that is there had come."""
    left = request.failure == "net::ERR_ABORTED" and Path(unquote(urlsplit(request.url).path)).is_file()
    return [] if left else [f"{request.url} {request.failure}"]


def walk(site: Path) -> None:
    with sync_playwright() as player:
        page = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]).new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda request: wrong.extend(missing(request)))
        page.goto((site / "index.html").as_uri())
        page.locator("nav.sections a", has_text="Performance").first.click()
        page.wait_for_load_state()
        assert page.url == (site / "performance" / "index.html").as_uri()
        for address in (
            "meetings/panel/2024-03-06/", "gifts/office/", "recommendations/open/", "data/", "tables/joining/",
        ):  # fmt: skip
            page.goto((site / address / "index.html").as_uri())
            assert page.locator("main h1").is_visible()
        page.locator(".masthead input[type=search]").fill("CUSTODY paper")
        page.locator(".masthead input[type=search]").press("Enter")
        page.wait_for_url("**/search/index.html?q=*")
        assert page.locator("[role=status].search-status").inner_text() == "1 page"
        page.locator(".search-results a").click()
        assert page.locator("main h1").inner_text().startswith("Custody review")
        assert wrong == []


# ---- a bag, whatever it carries


def test_names_that_would_break_a_manifest_are_escaped() -> None:
    files = dict(bag([("100%.md", b"a"), ("a\nb", b""), ("é/日本.txt", b"c")], {"A": "one\ntwo: 3"}, []))
    lines = files["manifest-sha256.txt"].decode().splitlines()
    assert [line.split("  ", 1)[1] for line in lines] == ["data/100%25.md", "data/a%0Ab", "data/é/日本.txt"]
    assert files["bag-info.txt"].decode() == "A: one two: 3\nPayload-Oxum: 2.3\n"


# ---- where it cannot be put, and what is left when it fails


@pytest.mark.parametrize(
    "name", ["there.zip", "there", "content/there", "data/there.zip", "docs/a.zip", "site/a.zip", ".", ".."]
)
def test_a_place_that_is_taken_or_would_become_part_of_the_record_is_refused(office: Path, name: str) -> None:
    root = office
    if name == "there":
        (root / name).mkdir(exist_ok=True)
        (root / name / "mine.txt").touch()
    if name == "there.zip":
        (root / name).touch()
    before = contents(root)
    ended = CliRunner().invoke(main, ["pack", "--root", str(root), "--out", str(root / name)])
    assert ended.exit_code == 1
    assert "--out: " in ended.output
    assert ended.output.endswith("Nothing was written.\n")
    assert contents(root) == before
    shutil.rmtree(root / "there", ignore_errors=True)
    (root / "there.zip").unlink(missing_ok=True)


@pytest.mark.parametrize("name", ["out.zip", "out"])
def test_what_could_not_be_finished_leaves_nothing(tmp_path: Path, name: str) -> None:
    def full() -> Iterator[tuple[str, bytes]]:
        yield "a/b.txt", b"a"
        raise OSError(28, "No space left on device", "a/c.txt")

    with pytest.raises(OSError, match="No space"):
        put(full(), tmp_path / name, "name", NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_empty_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    put([("a/b.txt", b"a")], tmp_path / "out", "name", NOW)
    assert contents(tmp_path) == {"out/a/b.txt": b"a"}


def test_a_disk_that_is_full_is_told_of(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "a/c.txt")

    monkeypatch.setattr("generators.pack.pack.put", full)
    monkeypatch.setattr("generators.pack.pack.build", lambda *_: None)
    ended = CliRunner().invoke(main, ["pack", "--root", str(office), "--out", str(tmp_path / "out")])
    assert (ended.exit_code, ended.output) == (
        1,
        "Error: The pack could not be made. No space left on device: a/c.txt\n",
    )


def test_a_record_that_changes_in_the_meantime_stops_it(office: Path, tmp_path: Path) -> None:
    root = copy_built(office, tmp_path / "project")

    def meddling(words: str) -> None:
        if words == "Copying and hashing every file":
            edit(root, "content/office.yml", "Example Shire", "Another Shire")

    with pytest.raises(Problems) as raised:
        pack(root, tmp_path / "out.zip", PUBLIC, NOW, meddling)
    assert [problem.path for problem in raised.value.problems] == ["content/office.yml"]
    assert not (tmp_path / "out.zip").exists()


def test_broken_records_are_told_of_and_nothing_is_written(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "project")
    edit(root, "content/office.yml", "area:", "aera:")
    ended = CliRunner().invoke(main, ["pack", "--root", str(root), "--out", str(tmp_path / "out")])
    assert ended.exit_code == 1
    assert 'Did you mean "area"?' in ended.output
    assert os.listdir(tmp_path) == ["project"]


def test_it_says_that_its_ledger_does_not_know_what_is_not_published_yet(office: Path, tmp_path: Path) -> None:
    root = copy_built(office, tmp_path / "project")
    (root / "content" / "matters" / "new.yml").write_text("title: New\npublication: published\n", "utf-8")
    given = ["pack", "--root", str(root), "--now", "2024-07-01T09:00", "--out", str(tmp_path / "out")]
    assert "\nIts ledger does not know 1 change, not published yet." in CliRunner().invoke(main, given).output
    assert packed(office, tmp_path / "other").unpublished == 0


def test_it_says_what_it_made_and_for_whom(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = ["pack", "--root", str(office), "--now", "2024-07-01T09:00"]
    said = CliRunner().invoke(main, given).output
    assert said.startswith("record-handover-2024-07-01.zip: ")
    assert "\nNot for the public." in said
    assert "67 records are sound. 1 of them is not public: 1 draft." in said
    said = CliRunner().invoke(main, [*given, "--public"]).output
    assert said.endswith("\nPublic. It holds what the site shows and nothing else.\n")
    assert sorted(os.listdir(tmp_path)) == ["record-handover-2024-07-01.zip", "record-public-2024-07-01.zip"]
