"""The plugin: `mkdocs build` and `serve` simply work, and make the same site as `scrutiny build`."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generators.sections import GROUPS, SECTIONS, pages_of
from tests.conftest import copy_ready
from tests.projects import NOW, clean_environment, contents, copy_sound, edit, run

MEETING = "content/meetings/panel/2024-03-06/meeting.yml"
PATIENCE = 60
"""Seconds that a server may take to show something; it takes three."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sound project, of which nothing is kept."""
    return copy_sound(tmp_path / "project")


@pytest.fixture
def ready(finished: Path, tmp_path: Path) -> Path:
    """The sound project without a site, of which the next build is quick."""
    return copy_ready(finished, tmp_path / "project")


@pytest.fixture
def at_that_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plugin takes it to be the moment of the other tests."""
    monkeypatch.setenv("SCRUTINY_NOW", NOW.isoformat())


# ---- mkdocs build


def test_mkdocs_makes_the_same_site(root: Path, finished: Path) -> None:
    """Strictly, page by page and byte by byte; only the list of all files is made when the site is put in place."""
    ended = run(
        "mkdocs", "build", "--strict", "--config-file", root / "mkdocs.yml", "--site-dir", root / "by-mkdocs",
        environment={"SCRUTINY_NOW": NOW.isoformat()},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert "WARNING" not in ended.stderr
    by_mkdocs = contents(root / "by-mkdocs")
    ours = contents(finished / "site")
    assert ours.pop("site-manifest.json")
    assert by_mkdocs.keys() == ours.keys()
    assert by_mkdocs == ours


def test_a_problem_is_one_message_without_a_traceback(ready: Path) -> None:
    edit(ready, MEETING, "state: held", "state: hold")
    ended = run("mkdocs", "build", "--strict", "--config-file", ready / "mkdocs.yml", "--site-dir", ready / "site")
    assert ended.returncode == 1
    said = ended.stdout + ended.stderr
    assert said.count(f"{MEETING}:7:8: state: ") == 1
    assert 'Did you mean "held"?' in said
    assert "Traceback" not in said
    assert not (ready / "site").exists()


def test_every_problem_is_in_the_message(ready: Path, at_that_time: None) -> None:  # noqa: ARG001 - sets the time
    edit(ready, MEETING, "state: held", "state: hold")
    edit(ready, "content/people/ben-sample.yml", "name:", "nam:")
    with pytest.raises(PluginError) as found:
        load_config(str(ready / "mkdocs.yml")).plugins.on_config(load_config(str(ready / "mkdocs.yml")))
    assert "3 problems in 2 files" in str(found.value)


# ---- sections, parents, edit links


@pytest.fixture(scope="module")
def navigated(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Navigation, list[Page]]:
    """The navigation and the pages of a project whose records are kept in public; nobody may change them."""
    root = copy_ready(finished, tmp_path_factory.mktemp("navigated") / "project")
    config = load_config(str(root / "mkdocs.yml"), repo_url="https://example.org/record", edit_uri="edit/main/docs/")
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SCRUTINY_NOW", NOW.isoformat())
        config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    return nav, [file.page for file in files.documentation_pages() if file.page]


@pytest.fixture(scope="module")
def pages(navigated: tuple[Navigation, list[Page]]) -> dict[str, Page]:
    """Every page as MkDocs knows it before it renders any, by its address."""
    return {page.url: page for page in navigated[1]}


def test_the_navigation_holds_the_sections_and_the_pages_by_hand(navigated: tuple[Navigation, list[Page]]) -> None:
    """In their order; the records are reached through them."""
    nav, _ = navigated
    line = {item.title: [inner.title for inner in item.children or ()] for item in nav.items}
    assert line == {
        "Home": [],
        "Meetings": ["Bodies and meetings", "Calendar", "Decisions", "Matters"],
        "People": ["People"],
        "Scrutiny": ["Overview", "Dip samples", "Visits", "Dilemmas"],
        "Recommendations": ["Recommendations"],
        "Performance": ["Performance", "Tables"],
        "Gifts": ["Gifts"],
        "About": [
            "The office",
            "What must be published",
            "Changes",
            "Use our data",
            "How the records are kept",
            "Accessibility",
            "Report a mistake",
            "Handbook",
            "Help",
        ],
    }
    assert len(nav.pages) == 1 + sum(map(len, line.values()))


def test_the_line_of_the_navigation_has_at_most_eight_entries_and_every_place_hangs_from_one() -> None:
    assert len(GROUPS) <= 8
    listed = [place for section in SECTIONS for place in section.navigation]
    assert {place.group for place in listed} == {group.title for group in GROUPS if not group.words} | {"Scrutiny"}
    for group in GROUPS:
        assert pages_of(group)[0].address == group.address


@pytest.mark.parametrize(
    ("address", "section"),
    [
        ("meetings/", "Bodies and meetings"),
        ("meetings/panel/", "Bodies and meetings"),
        ("meetings/panel/2024-03-06/", "Bodies and meetings"),
        ("meetings/panel/2024-03-06/custody-review/", "Bodies and meetings"),
        ("cited-not-held/", "Bodies and meetings"),
        ("people/ada-example/", "People"),
        ("decisions/2024/", "Decisions"),
        ("matters/custody/", "Matters"),
        ("report-a-mistake/", "Report a mistake"),
        ("about/", "The office"),
        ("scrutiny/", "Overview"),
        ("help/", "About"),
        ("field-guide/meeting/", "How the records are kept"),
    ],
)
def test_every_page_belongs_to_its_section(pages: dict[str, Page], address: str, section: str) -> None:
    parent = pages[address].parent
    assert parent is not None
    assert parent.title == section


def test_no_page_stands_alone(pages: dict[str, Page]) -> None:
    """Only home and the search that is in the head of every page have no section."""
    assert {address for address, page in pages.items() if page.parent is None} == {"", "search/"}
    handbook = pages["handbook/"].parent
    assert handbook is not None
    assert handbook.title == "Handbook"
    assert {page.parent for address, page in pages.items() if address.startswith("handbook/")} == {handbook}
    assert pages["holding-back/"].parent is handbook.parent, "what mkdocs.yml does not list comes last too"


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("meetings/panel/2024-03-06/", MEETING),
        ("meetings/panel/2024-03-06/custody-review/", "content/meetings/panel/2024-03-06/custody-review.md"),
        ("people/ada-example/", "content/people/ada-example.yml"),
        ("about/", "content/office.yml"),
        ("help/", "docs/help.md"),
    ],
)
def test_the_edit_link_opens_the_record(pages: dict[str, Page], address: str, source: str) -> None:
    assert pages[address].edit_url == f"https://example.org/record/edit/main/{source}"


def test_a_page_of_many_records_has_no_edit_link(pages: dict[str, Page]) -> None:
    """There is no one file that it is made from."""
    assert pages["calendar/"].edit_url is None


# ---- serve


@contextmanager
def served(root: Path, *arguments: str) -> Iterator[str]:
    """The address of a server that shows a project, while it runs."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "generators.cli", "serve", "--root", str(root), "--port", port, *arguments]
    with (root / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=clean_environment(), start_new_session=True)
        try:
            yield f"http://localhost:{port}/"
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def page_that(address: str, shows: Callable[[str], bool], log: Path) -> str:
    """The page at an address, once it shows what is expected."""
    end = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                text = answer.read().decode()
        except OSError:  # it is not there yet, or waits until a mistake is mended
            text = ""
        if shows(text):
            return text
        time.sleep(0.2)
    raise AssertionError(f"{address} does not show it after {PATIENCE} seconds. The server says:\n{log.read_text()}")


def test_serve_shows_the_site_and_every_change_of_a_record(ready: Path) -> None:
    """Also after a mistake was made and mended."""
    with served(ready, "--now", "2024-07-01") as site:
        meeting, log = f"{site}meetings/panel/2024-03-06/", ready / "log"
        page_that(meeting, lambda text: "Example Hall" in text, log)
        edit(ready, MEETING, "Example Hall", "Town Hall")
        page_that(meeting, lambda text: "Town Hall" in text and "Example Hall" not in text, log)
        edit(ready, MEETING, "state: held", "state: hold")
        page_that(meeting, lambda _: 'Did you mean "held"?' in log.read_text(), log)
        edit(ready, MEETING, "state: hold\n", "state: held\n")
        edit(ready, MEETING, "Town Hall", "County Hall")
        page_that(meeting, lambda text: "County Hall" in text, log)
        assert "Traceback" not in log.read_text()


def test_serve_explains_a_mistake_before_it_starts(ready: Path) -> None:
    edit(ready, MEETING, "state: held", "state: hold")
    ended = run("scrutiny", "serve", "--root", ready)
    assert ended.returncode == 1
    assert 'Did you mean "held"?' in ended.stderr
    assert "Traceback" not in ended.stderr


def test_mkdocs_serves_it_as_well(ready: Path) -> None:
    """What `scrutiny serve` starts can be started by itself."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        address = f"localhost:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(ready / "mkdocs.yml"), "-a", address]
    with (ready / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=clean_environment(), start_new_session=True)
    try:
        page_that(f"http://{address}/people/ben-sample/", lambda text: "Ben Sample" in text, ready / "log")
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
