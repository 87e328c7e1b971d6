"""Every address that was ever published: the list of them, and the rules that send readers on."""

import csv
import io
import json
import re
import shlex
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generators.archive import Archive
from generators.cli import main
from generators.link import Link
from generators.page import Page
from generators.public import public
from generators.redirects import servers
from generators.redirects.addresses import Address, addresses
from generators.redirects.lists import as_csv, as_json
from generators.redirects.place import SitePlace, place
from generators.render import Output, render
from tests.projects import NOW, contents, copy_sound, edit

MOVED = Address("people/ada/", "moved", "people/ada-example/")
LIST = (
    Address("", "here", ""),
    MOVED,
    Address("people/ada-example/", "here", "people/ada-example/"),
    Address("tables/old/", "withdrawn", "tables/old/", date(2024, 5, 1), 'It said "=1+1", twice.'),
)
HERE = place("https://record.example.org/", "")
BENEATH = place("https://www.example.org/the%20record", "https://new.example.org/a b/")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sound project, in which a body has moved with its meetings and a record was withdrawn."""
    root = copy_sound(tmp_path / "project")
    edit(root, "content/bodies/panel.yml", "publication:", "formerly: [board]\npublication:")
    edit(
        root, "content/matters/stop-and-search.yml", "publication: published",
        "publication: withdrawn\nchanges:\n  - {date: 2024-06-03, kind: withdrawn, reason: It was entered twice.}",
    )  # fmt: skip
    return root


def said(root: Path, *arguments: str) -> str:
    ended = CliRunner().invoke(main, ["redirects", "--root", str(root), "--now", "2024-07-01T09:00", *arguments])
    assert ended.exit_code == 0, ended.output
    return ended.output


def test_every_page_of_the_site_is_in_the_list_and_everything_in_it_is_a_page(sound: Archive, root: Path) -> None:
    seen = public(sound, NOW)
    outputs = list(render(seen, NOW, root))
    listed = {each.address for each in addresses(outputs, root)}
    by_hand = (page.relative_to(root / "docs").with_suffix("") for page in (root / "docs").rglob("*.md"))
    of_docs = {f"{page}/".removesuffix("index/") for page in by_hand}
    assert {"help/", "handbook/", "handbook/add-gifts/"} <= of_docs
    assert listed == {output.page.address for output in outputs if output.page} | of_docs


def test_the_list_says_what_stands_at_every_address(root: Path) -> None:
    rows = {row["address"]: row for row in csv.DictReader(io.StringIO(said(root), newline=""))}
    assert rows["/"] == {"address": "/", "state": "here", "leads_to": "/", "since": "", "reason": ""}
    assert rows["/meetings/board/"]["leads_to"] == "/meetings/panel/"
    paper = rows["/meetings/board/2024-03-06/custody-review/"]
    assert (paper["state"], paper["leads_to"]) == ("moved", "/meetings/panel/2024-03-06/custody-review/")
    gone = rows["/matters/stop-and-search/"]
    assert (gone["state"], gone["since"], gone["reason"]) == ("withdrawn", "2024-06-03", "It was entered twice.")
    assert json.loads(said(root, "--format", "json"))[0] == {
        "address": "/", "state": "here", "leads_to": "/", "since": None, "reason": None,
    }  # fmt: skip


def test_what_is_not_public_is_in_no_list(root: Path) -> None:
    (root / "content" / "matters" / "not-yet-seen.yml").write_text("title: Not yet\nformerly: [unseen]\n", "utf-8")
    assert "seen" not in said(root)
    for format_ in ("apache", "nginx", "netlify", "caddy"):
        assert "seen" not in said(root, "--format", format_)


def test_what_only_the_history_still_knows_is_moved_or_withdrawn(tmp_path: Path) -> None:
    on, reasons, moved = date(2024, 5, 1), ("It was entered twice.",), (Link("Ada", "people/ada/"),)
    pages = (
        Page("a/", "Moved", "taken_down.md.jinja", {"live": moved, "on": None, "reasons": ()}),
        Page("b/", "Withdrawn", "taken_down.md.jinja", {"live": (), "on": on, "reasons": reasons}),
    )
    outputs = [Output(page.file, "", bytes, page) for page in pages]
    assert addresses(outputs, tmp_path) == (
        Address("a/", "moved", "people/ada/"),
        Address("b/", "withdrawn", "b/", on, "It was entered twice."),
    )


def test_it_writes_nothing(root: Path) -> None:
    before = contents(root)
    said(root, "--format", "nginx")
    kept = {path: content for path, content in contents(root).items() if not path.startswith(".scrutiny/")}
    assert kept == before


# ---- the rules of each server, read as it reads them


def test_apache_sends_on_exactly_what_has_moved() -> None:
    (_, rule) = servers.apache(LIST, HERE).splitlines()
    directive, status, pattern, target = shlex.split(rule)
    assert (directive, status, target) == ("RedirectMatch", "301", "/people/ada-example/")
    assert re.fullmatch(pattern, "/people/ada/")
    assert re.fullmatch(pattern, "/people/ada")
    assert not re.search(pattern, "/people/ada-example/")
    assert not re.search(pattern, "/en/people/ada/")


def test_nginx_sends_on_exactly_what_has_moved() -> None:
    assert servers.nginx(LIST, HERE).splitlines()[1:] == [
        'location = "/people/ada/" { return 301 "/people/ada-example/"; }',
        'location = "/people/ada" { return 301 "/people/ada-example/"; }',
    ]


def test_netlify_and_caddy_send_on_exactly_what_has_moved() -> None:
    assert servers.netlify(LIST, HERE).splitlines()[1:] == [
        "/people/ada/ /people/ada-example/ 301",
        "/people/ada /people/ada-example/ 301",
    ]
    assert servers.caddy(LIST, HERE).splitlines()[1:] == [
        'redir "/people/ada/" "/people/ada-example/" permanent',
        'redir "/people/ada" "/people/ada-example/" permanent',
    ]


@pytest.mark.parametrize("make", [servers.apache, servers.nginx, servers.netlify, servers.caddy])
def test_where_nothing_has_moved_it_says_so(make: object) -> None:
    assert callable(make)
    assert make(LIST[:1], HERE).splitlines()[1:] == ["# None has moved so far."]


@pytest.mark.parametrize(
    ("make", "last"),
    [
        (servers.apache, r'RedirectMatch 301 "^/the\\ record/(.*)$" "https://new.example.org/a b/$1"'),
        (
            servers.nginx,
            r'location "/the record/" { rewrite "^/the\\ record/(.*)$" "https://new.example.org/a%20b/$1" permanent; }',
        ),
        (servers.netlify, "/the%20record/* https://new.example.org/a%20b/:splat 301"),
        (servers.caddy, 'handle_path "/the record/*" {\n\tredir "https://new.example.org/a%20b{uri}" permanent\n}'),
    ],
)
def test_when_the_whole_site_moves_every_other_address_moves_too(make: object, last: str) -> None:
    """After the single ones, with what stands behind the site's place on its host."""
    assert callable(make)
    made = make(LIST, BENEATH)
    assert made.endswith(f"\n# {servers.REST}\n{last}\n")
    assert re.search("https://new.example.org/a( |%20)b/people/ada-example/", made)
    assert re.search(r"/the(\\\\)?( |%20)record/people/ada", made)


ANY = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


@given(ANY, ANY, ANY)
def test_whatever_stands_in_an_address_it_ends_no_rule_and_begins_none(base: str, old: str, new: str) -> None:
    """Ids hold letters, digits and hyphens; the path of the site on its host can hold anything."""
    where = SitePlace(f"/{base}/")
    every = [Address(f"{old.strip('/')}a/", "moved", f"{new}/#{new}")]
    (target,) = {where.new(each.leads_to) for each in every}
    assert re.fullmatch("[A-Za-z0-9/._~%-]+#[A-Za-z0-9/._~%-]+", target)
    assert unquote(target) == f"/{base}/{new}/#{new}"
    (_, rule) = servers.apache(every, where).split("\n")[:2]
    pattern = re.fullmatch(r'RedirectMatch 301 "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"', rule)
    assert pattern
    assert re.fullmatch(re.sub(r"\\(.)", r"\1", pattern[1]), where.old(every[0].address))
    filled_in = re.sub(r"\\(.)", r"\1", pattern[2])
    assert not re.search(r"(?<!\\)(\\\\)*\$", filled_in)
    assert re.sub(r"\\(.)", r"\1", filled_in) == unquote(target)
    for line in servers.netlify(every, where).split("\n")[1:3]:
        assert re.fullmatch(r"[^\s:*]+ [^\s:*]+ 301", line)
    for line in servers.nginx(every, where).split("\n")[1:3]:
        found = re.fullmatch(r'location = "((?:[^"\\]|\\.)*)" \{ return 301 "([^"$\\]*)"; \}', line)
        assert found
        assert re.sub(r"\\(.)", r"\1", found[1]).rstrip("/") == where.old(every[0].address).rstrip("/")


@given(ANY)
def test_both_lists_say_the_same_whatever_the_reason(reason: str) -> None:
    every = [Address("a/", "withdrawn", "a/", date(2024, 5, 1), reason)]
    (row,) = csv.DictReader(io.StringIO(as_csv(every, HERE), newline=""))
    assert json.loads(as_json(every, HERE))[0]["reason"] == reason
    assert row["reason"].removeprefix("'" if row["reason"] != reason else "") == reason


@pytest.mark.parametrize(
    "to",
    ["record.example.org", "ftp://example.org/", "https://", "https://a b/", 'https://a"b/', "https://example.org/?a=b",
     "https://example.org/#a", "https://[", "javascript:alert(1)", "https://a{b}/", "https://user:word@example.org/"],
)  # fmt: skip
def test_a_place_that_no_site_can_have_is_refused(root: Path, to: str) -> None:
    ended = CliRunner().invoke(main, ["redirects", "--root", str(root), "--to", to])
    assert ended.exit_code == 2
    assert "is not a place for a site" in " ".join(ended.output.split())


def test_a_new_place_can_have_letters_of_any_alphabet() -> None:
    assert place("", "https://münchen.example/é").to == "https://xn--mnchen-3ya.example/%C3%A9/"


def test_broken_records_are_told_of(root: Path) -> None:
    edit(root, "content/office.yml", "area:", "aera:")
    ended = CliRunner().invoke(main, ["redirects", "--root", str(root)])
    assert ended.exit_code == 1
    assert 'Did you mean "area"?' in ended.output
