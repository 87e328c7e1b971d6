"""What is not public yet is shown to whoever keeps the records, plainly marked, and reaches no build.

A case is a file in `cases/drafts` whose name is the fact it proves. It may say `files`, which are laid over the sound
project, and `edits` of it, each a path, what stands there and what is to; `now`, if it is not that of the other tests;
`not_there`, addresses at which there is no page; and `pages`, by address: the words `above`, the `marks` beside links
and rows by their words, what is `unmarked`, what the page `says`, its title `in_browser`, and `no_elements` it has.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files
from selectolax.lexbor import LexborHTMLParser

from generators.archive import Archive, gather
from generators.check import load
from generators.cli import main
from generators.drafts.marks import marks
from generators.drafts.page import marked
from generators.drafts.preview import drafts_tree, preview
from generators.fields import LONDON
from generators.formats.rows import page_of
from generators.pack.kept import paths
from generators.public import public, with_drafts
from generators.record import Change
from generators.render import render
from generators.unseen import unseen
from tests.conftest import cases, copy_ready
from tests.look import in_html
from tests.projects import NOW, build, contents, copy_sound, edit
from tests.test_not_yet_public import DUE, HIDDEN, beneath, found_in, plant
from tests.test_plugin import page_that, served

KEYS = {"files", "edits", "now", "pages", "not_there"}
FACTS = {"above", "marks", "unmarked", "says", "in_browser", "no_elements"}
EXEMPT = "zephyrexempt"
FRAME = "<html><head><title>T</title></head><body><header></header><article>{}</article></body></html>"
DRAFT = "content/people/quizzledraft.yml"
STATES: tuple[dict[str, Any], ...] = (
    {"publication": "published"},
    {"publication": "published", "publish_on": NOW + timedelta(seconds=1)},
    {"publication": "draft"},
    {"publication": "draft", "publish_on": NOW + timedelta(days=1)},
    {"publication": "withdrawn", "changes": (Change(date=NOW.date(), kind="withdrawn", reason="It was not ours."),)},
)


@pytest.mark.parametrize("case", cases("drafts"))
def test_marks(case: dict[str, Any], project: Path) -> None:
    assert case.keys() <= KEYS
    for path, text in case.get("files", {}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    for path, old, new in case.get("edits", ()):
        edit(project, path, old, new)
    now = datetime.fromisoformat(str(case["now"])).replace(tzinfo=LONDON) if "now" in case else NOW
    whole = load(project)
    seen = with_drafts(whole, now)
    found = marks(seen, unseen(whole, now))
    pages = {output.page.address: output.page for output in render(seen, now, project) if output.page}
    assert not pages.keys() & set(case.get("not_there", ()))
    for address, facts in case["pages"].items():
        assert facts.keys() <= FACTS
        page = pages[address]
        html = marked(FRAME.format(in_html(page).html), address, page.source, found)
        assert_facts(LexborHTMLParser(html), facts)


def assert_facts(page: LexborHTMLParser, facts: dict[str, Any]) -> None:
    assert len(page.css("header .preview-line")) == len(page.css(".preview-line")) == 1
    above = [flat(note.text()) for note in page.css("aside.not-public")]
    if "above" in facts:
        assert above == ([facts["above"]] if facts["above"] else [])
    beside = {}
    for mark in page.css("mark.not-public-here"):
        words = flat(mark.text())
        assert mark.parent
        beside[flat(flat(mark.parent.text()).replace(words, ""))] = words.strip("()")
    if "marks" in facts:
        assert beside == facts["marks"]
    text = flat(page.body.text()) if page.body else ""
    for words in facts.get("unmarked", ()):
        assert words in text
        assert words not in beside
    assert facts.get("says", "") in text
    if "in_browser" in facts:
        assert [title.text() for title in page.css("head title")] == [facts["in_browser"]]
    for name in facts.get("no_elements", ()):
        assert not [node for node in page.css(name) if "alert" in (node.html or "")]
    assert page.css_matches('meta[name="robots"][content^="noindex"]')


def flat(text: str) -> str:
    return " ".join(text.split())


@given(st.data())
def test_whatever_is_hidden_a_preview_shows_and_marks_it_and_the_public_sees_none_of_it(
    sound: Archive, data: st.DataObject
) -> None:
    """Only what was withdrawn, and what lies in it, is in neither."""
    every = [(noun, id) for noun, found in sound.records.items() for id in found]
    states = data.draw(st.dictionaries(st.sampled_from(every), st.sampled_from(STATES), max_size=12))
    records = [
        replace(record, digest="", **states.get((noun, id), {}))
        for noun, found in sound.records.items()
        for id, record in found.items()
    ]
    whole = gather(sound.kinds, records, sound.files)
    hidden, shown = unseen(whole, NOW), keys(with_drafts(whole, NOW))
    assert keys(public(whole, NOW)) == set(every) - hidden.keys()
    assert shown == {key for key in every if key not in hidden or hidden[key].why != "withdrawn"}
    assert {key for key, state in states.items() if state != STATES[0]} <= hidden.keys()
    found = marks(with_drafts(whole, NOW), hidden)
    for noun, id in shown & hidden.keys():
        record = whole.records[noun][id]
        place = page_of(whole.kind(record), record)
        assert place in found.places if place else record.path in found.sources or record.line


def keys(archive: Archive) -> set[tuple[str, str]]:
    return {(noun, id) for noun, found in archive.records.items() for id in found}


def test_all_is_there_but_what_is_exempt_and_nothing_of_it_is_followed(project: Path) -> None:
    plant(project, "2031-07-01 09:00")
    prepared, _ = preview(project, NOW)
    stage = drafts_tree(project)
    assert {word for word, _ in found_in(beneath(stage), (DUE, *HIDDEN))} == {DUE, *HIDDEN} - {EXEMPT}
    assert (stage / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    paths = {file.path for file in prepared.staged}
    assert not [path for path in paths if re.search(r"feed\.(atom|json)$|\.ics$|(^|/)sitemap|^_headers|^ledger/", path)]
    assert prepared.address == ""
    assert not (project / ".scrutiny/stage").exists()


def test_nothing_of_a_preview_reaches_a_build(tmp_path: Path, finished: Path) -> None:
    """A site that is built after a preview is, byte by byte, that of a project in which there never was a draft."""
    root = copy_sound(tmp_path / "project")
    (root / DRAFT).write_text("name: Quizzledraft Person\n", "utf-8")
    preview(root, NOW)
    assert found_in(beneath(drafts_tree(root)), HIDDEN)
    build(root)
    assert contents(root / "site") == contents(finished / "site")
    made = {path for _, path in found_in(beneath(root / ".scrutiny"), HIDDEN)}
    assert {path.partition("/")[0] for path in made} <= {"drafts", "drafts.json", "parsed.sqlite"}
    assert not [path for path in paths(root) if path.startswith(".scrutiny")]


@pytest.fixture
def configured(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., set[str]]:
    """What MkDocs is given when drafts are asked for in the environment."""
    root = copy_ready(finished, tmp_path / "project")
    (root / DRAFT).write_text("name: Quizzledraft Person\n", "utf-8")
    monkeypatch.setenv("SCRUTINY_NOW", NOW.isoformat())
    monkeypatch.setenv("SCRUTINY_DRAFTS", "yes")

    def given(command: str, address: str = "localhost:8000") -> set[str]:
        config = load_config(str(root / "mkdocs.yml"), dev_addr=address)
        config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
        config.site_dir = str(tmp_path / "seen")
        config = config.plugins.on_config(config)
        files = config.plugins.on_files(get_files(config), config=config)
        return {file.src_uri for file in files}

    return given


def test_a_build_does_not_listen_when_drafts_are_asked_for(configured: Callable[..., set[str]]) -> None:
    assert "people/quizzledraft/index.md" not in configured("build")
    assert "people/quizzledraft/index.md" in configured("serve")


@pytest.mark.parametrize("address", ["0.0.0.0:8000", "192.0.2.1:8000"])
def test_drafts_are_shown_to_this_computer_only(configured: Callable[..., set[str]], address: str) -> None:
    with pytest.raises(PluginError, match="on this computer only"):
        configured("serve", address)


def test_the_stage_of_drafts_is_taken_for_nothing_else(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "project")
    preview(root, NOW)
    stage = drafts_tree(root)
    before = contents(stage)
    for command, words in (
        (("build", "--site-dir", stage), "this holds files that no build made"),
        (("publish", "--last", stage), "the last published ledger"),
        (("diff", "--last", stage), "the last published ledger"),
        (("pack", "--out", stage / "pack.zip"), "a pack cannot lie in .scrutiny/"),
    ):
        ended = CliRunner().invoke(main, [str(part) for part in (command[0], "--root", root, *command[1:])])
        assert ended.exit_code == 1, command
        assert words in ended.stderr
    assert contents(stage) == before


def test_serve_shows_drafts_and_forgets_the_mark_once_it_is_gone(tmp_path: Path) -> None:
    """On every page: also where the text itself is the same as before."""
    root = copy_sound(tmp_path / "project")
    (root / DRAFT).write_text("name: Quizzledraft Person\n", "utf-8")
    with served(root, "--now", "2024-07-01", "--drafts") as site:
        log = root / "log"
        page = page_that(f"{site}people/quizzledraft/", lambda text: "Draft: not public." in text, log)
        assert "<title>Draft: Quizzledraft Person" in page
        assert 'rel="alternate feed"' not in page
        assert "Cite this page" not in page
        page_that(f"{site}people/", lambda text: "Quizzledraft Person <mark" in text, log)
        (root / DRAFT).write_text("name: Quizzledraft Person\npublication: published\n", "utf-8")
        page = page_that(f"{site}people/", lambda text: "Quizzledraft Person</a>" in text, log)
        assert "<title>Preview: " in page
        assert page.count("Preview, on this computer only.") == 1
        (root / DRAFT).unlink()
        page_that(f"{site}people/quizzledraft/", lambda text: not text, log)
