"""What pages may do, and what a host is to send with them."""

import re
from pathlib import Path

import pytest

from generators.archive import Archive
from generators.headers import EVERYWHERE, MOST, SAVED, UNFRAMED, files
from generators.policy import policy, with_search
from tests.conftest import copy_ready
from tests.documents import MEETING, with_documents
from tests.projects import REPOSITORY, build

THEME = [
    "<p>no script</p><script>one()</script>",
    "<script>two()</script>",
    '<script type="application/json">{}</script>',
]
FOLDER = MEETING.removeprefix("content/")
FIRST = re.compile(r'\s*(?:<meta charset="utf-8">\s*)?<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
RULE = re.compile(r"^(/\S*)\n((?:  .+\n)+)", re.MULTILINE)


def test_scripts_of_the_theme_are_named_by_their_hash_and_data_is_not() -> None:
    said = policy(THEME)
    scripts = next(rule for rule in said.split("; ") if rule.startswith("script-src"))
    assert scripts == (
        "script-src 'self' 'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4=' "
        "'sha256-iMrPAWirDC2X0OhZzLsM2MRIWSmepJGI4r7D8ZlwBOw='"
    )
    assert "unsafe" not in said


def test_only_what_is_named_may_be_done() -> None:
    assert policy(()).startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert {"base-uri 'none'", "form-action 'self'", "object-src 'none'"} <= set(policy(()).split("; "))


def test_the_search_may_read_its_index_as_well() -> None:
    assert with_search(policy(())) == policy(()).replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


@pytest.fixture(scope="module")
def site(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = with_documents(copy_ready(finished, tmp_path_factory.mktemp("policy") / "project"))
    build(root)
    return root / "site"


def test_every_page_says_first_what_it_may_do(site: Path) -> None:
    """And how its letters are written within the first kilobyte, where browsers look for that."""
    said = set()
    for page in site.rglob("*.html"):
        head = page.read_text("utf-8").partition("<head>")[2]
        first = FIRST.match(head)
        assert first, page
        assert b'charset="utf-8"' in page.read_bytes()[:1024], page
        said.add(first[1])
        assert ("wasm" in first[1]) == (page.parent.name == "search"), page
    assert not any("unsafe-inline" in one or "unsafe-eval" in one.replace("wasm-unsafe-eval", "") for one in said)


def test_no_page_has_a_style_or_a_handler_that_its_policy_forbids(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert not re.search(r"<[a-z][^>]*\s(style|on[a-z]+)=|<style", page.read_text("utf-8")), page


# ---- what a host is to send


def rules(text: str) -> dict[str, tuple[str, ...]]:
    return {path: tuple(line.strip() for line in lines.splitlines()) for path, lines in RULE.findall(text)}


def test_every_page_and_file_has_its_rules(site: Path) -> None:
    said = rules((site / "_headers").read_text("utf-8"))
    assert said["/*"] == EVERYWHERE
    for page in site.rglob("index.html"):
        folder = page.relative_to(site).as_posix().partition("/")[0]
        assert said["/" if folder == "index.html" else f"/{folder}/*"] == UNFRAMED, page
    assert not any(path.startswith("/embed") for path in said)


def test_a_star_stands_at_the_end_alone_and_no_host_is_told_more_than_it_reads(sound: Archive) -> None:
    (made,) = files(sound, [f"folder-{number}/" for number in range(200)], REPOSITORY)
    said = rules(made.make().decode())
    assert len(said) == MOST
    assert not any("*" in path.removesuffix("/*") for path in said)


def test_an_attachment_that_a_browser_does_not_show_is_saved_and_can_do_nothing(site: Path) -> None:
    said = rules((site / "_headers").read_text("utf-8"))
    assert said[f"/{FOLDER}/letter.docx"] == SAVED
    assert f"/{FOLDER}/pack.pdf" not in said
    assert (site / FOLDER / "letter.docx").is_file()
