"""`scrutiny publish`: what it continues, what it refuses, and what a reader then sees of it."""

import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import orjson
import pytest

from generators.alone import WAITING
from generators.archive import Archive
from generators.check import load
from generators.fields import LONDON
from generators.follow.publisher import publisher
from generators.ledger.checkpoint import UNSIGNED, Signing
from generators.ledger.copy import copy_into
from generators.ledger.entry import Reason
from generators.ledger.files import files as files_of_ledger
from generators.ledger.form import NotWhole, ledger_of
from generators.ledger.history import MOVED, Draft
from generators.ledger.publish import Last, Publishing, last_of, published
from generators.ledger.verifier.answers import files, read
from generators.ledger.verifier.program import verify
from generators.ledger.verifier.site import Site
from generators.ledger.words import in_words
from generators.problem import Problems
from tests.conftest import copy_ready
from tests.ledgers import Memory
from tests.projects import NOW, clean_environment, contents, copy_built, edit, run
from tests.test_signing import FIRST, SECOND

PAPER = "content/meetings/panel/2024-03-06/custody-review.md"
PUBLISHED = "published: 2024-03-20\n"
CORRECTED = """changes:
  - {date: 2024-07-01, kind: corrected, reason: The month was wrong., code: error, decided_by: Executive Director}
"""
WITHDRAWN = "changes:\n  - {date: 2024-07-01, kind: withdrawn, reason: It was of another office.}\n"
DAY = timedelta(days=1)


class Office:
    """The sound project with its ledger, and of its site the files that the ledger covers."""

    def __init__(self, root: Path) -> None:
        self.root, self.now, self.last = root, NOW, Last()
        self.archive: Archive | None = None
        self.signing = UNSIGNED
        self.salts = iter(number.to_bytes(16, "big") for number in range(10_000))

    def publish(self, form: str = "") -> list[str]:
        """What was done, in words. Raises Problems."""
        self.now += DAY
        given = Publishing(self.root, lambda: self.last, lambda: next(self.salts), lambda _: self.signing, form)
        self.archive, drafts = published(load(self.root), self.now, given)
        site = {path: make() for path, _, make in files_of_ledger(self.archive, publisher(self.archive, "Office"))}
        for kind in self.archive.kinds:
            for record in self.archive.records[kind.noun].values():
                for name in getattr(record, "files", ()):
                    folder = self.root / record.path.rpartition("/")[0]
                    site[f"{kind.address(record.id)}{name}"] = (folder / name).read_bytes()
        self.last = Last(self.archive.ledger, Memory(site))
        found = read(Memory(site))
        assert found.wrong == []
        assert files(Memory(site), found) == []
        return list(in_words(drafts))

    def refused(self) -> list[str]:
        with pytest.raises(Problems) as found:
            self.publish()
        return [str(problem) for problem in found.value.problems]


@pytest.fixture
def office(project: Path) -> Office:
    made = Office(project)
    assert "published: person cara-specimen" in made.publish()
    return made


def test_what_did_not_change_adds_nothing(office: Office) -> None:
    before = office.last.ledger.lines
    assert office.publish() == ["nothing is published, changed or withdrawn against the last ledger"]
    assert office.last.ledger.lines == before


def test_a_change_without_a_reason_is_refused_at_its_place(office: Office) -> None:
    edit(office.root, PAPER, "one illustrative month", "two illustrative months")
    assert office.refused() == [
        f"{PAPER}:2:1: changes: paper panel/2024-03-06/custody-review: it was published and has changed. Write an "
        "entry under `changes` that says when, whether it is revised or corrected, and why."
    ]


def test_a_change_with_a_reason_is_told_with_it(office: Office) -> None:
    edit(office.root, PAPER, "one illustrative month", "two illustrative months")
    edit(office.root, PAPER, PUBLISHED, PUBLISHED + CORRECTED)
    assert office.publish() == ["corrected: paper panel/2024-03-06/custody-review. Reason: The month was wrong."]
    entry = office.last.ledger.entries[-1]
    assert (entry.action, entry.version, entry.reasons[0].code) == ("correct", 2, "error")
    assert entry.reasons[0].decided_by == "Executive Director"
    assert office.publish() == ["nothing is published, changed or withdrawn against the last ledger"]
    edit(office.root, PAPER, "two illustrative", "three illustrative")
    assert "has changed" in office.refused()[0], "a reason is of one change"


@pytest.mark.parametrize("how", ["deleted", "made a draft"])
def test_a_record_that_vanishes_is_refused(office: Office, how: str) -> None:
    if how == "deleted":
        path = office.root / "content/dilemmas/naming-drivers.yml"
        path.unlink()
    else:
        edit(office.root, "content/dilemmas/naming-drivers.yml", "publication: published", "publication: draft")
    (problem,) = (words for words in office.refused() if "dilemma" in words)
    assert problem.startswith("content/dilemmas/naming-drivers.yml:")
    assert (
        "naming-drivers: it was published and is not public any more. Keep it, with `publication: withdrawn`" in problem
    )


def test_a_record_is_withdrawn_and_restored(office: Office) -> None:
    dilemma = "content/dilemmas/naming-drivers.yml"
    text = (office.root / dilemma).read_text().replace("publication: published", "publication: withdrawn")
    (office.root / dilemma).write_text(text + WITHDRAWN)
    assert office.publish() == ["withdrawn: dilemma naming-drivers. Reason: It was of another office."]
    assert not [path for path in office.last.site.contents if "naming-drivers" in path]  # type: ignore[union-attr]
    (office.root / dilemma).write_text(text.replace("publication: withdrawn", "publication: published") + WITHDRAWN)
    assert "is public again" in office.refused()[0]
    restored = "  - {date: 2024-07-02, kind: restored, reason: It was ours after all.}\n"
    (office.root / dilemma).write_text(
        text.replace("publication: withdrawn", "publication: published") + WITHDRAWN + restored
    )
    assert office.publish() == ["restored: dilemma naming-drivers. Reason: It was ours after all."]


def test_a_record_is_erased_and_its_id_never_used_again(office: Office) -> None:
    dilemma = office.root / "content/dilemmas/naming-drivers.yml"
    text = dilemma.read_text()
    dilemma.unlink()
    erasure = office.root / "content/erasures/one.yml"
    erasure.parent.mkdir()
    erasure.write_text(
        "record: dilemma:naming-drivers\ndate: 2024-07-01\ncode: legal\ndecided_by: Monitoring officer\n"
        "publication: published\n"
    )
    assert office.publish() == [
        "published: erasure one",
        "erased: dilemma naming-drivers. Reason: The law required that it be erased.",
    ]
    dilemma.write_text(text)
    assert "is still here" in office.refused()[0]


def test_what_another_record_names_may_come_and_go(office: Office) -> None:
    """A record that is published or withdrawn is named by others that nobody touched."""
    before = len(office.last.ledger.entries)
    path = office.root / "content/people/cara-specimen.yml"
    text = path.read_text()
    path.write_text(text.replace("publication: published", "publication: withdrawn") + WITHDRAWN)
    told = office.publish()
    assert told[-1] == "withdrawn: person cara-specimen. Reason: It was of another office."
    assert told[:-1], "some record names her"
    assert all(line.endswith("a record that it names was published or taken down") for line in told[:-1])
    assert {entry.reasons[0].code for entry in office.last.ledger.entries[before:]} <= {"linked", "withdrawn"}


MATTER = ("custody", "cells", "content/matters/*.yml", r"(?<=matters: \[)custody|(?<=,,)custody")


def renamed(root: Path, old: str, new: str, path: str, named: str) -> None:
    """Give the record at a path another id, and name it by that wherever it is named."""
    for file in (*root.glob("content/**/*.yml"), *root.glob("content/**/*.md"), *root.glob("data/**/*.*")):
        file.write_text(re.sub(named, new, file.read_text()))
    at, to = root / path.replace("*", old), root / path.replace("*", new)
    at.rename(to)
    record = to / "meeting.yml" if to.is_dir() else to
    record.write_text(f"{record.read_text()}formerly: [{old}]\n")


@pytest.mark.parametrize(
    "move",
    [
        MATTER,
        ("cara-specimen", "cara-sample", "content/people/*.yml", "cara-specimen"),
        ("panel/2024-03-06", "panel/2024-03-06-1", "content/meetings/*", r"panel/2024-03-06(?!/[^c])"),
    ],
)
def test_whoever_only_follows_a_move_changed_nothing(office: Office, move: tuple[str, str, str, str]) -> None:
    """The record says under `formerly` what it was called: whoever names it gives no reason of their own."""
    before = len(office.last.ledger.entries)
    renamed(office.root, *move)
    told = office.publish()
    assert any(line.startswith("withdrawn: ") and f":{move[1]}" in line for line in told)
    followed = [entry for entry in office.last.ledger.entries[before:] if entry.reasons[0].code == "linked"]
    assert followed, "some record names it"
    assert {entry.action for entry in followed} == {"revise"}
    assert {entry.reasons[0].words for entry in followed} == {MOVED}
    assert office.publish() == ["nothing is published, changed or withdrawn against the last ledger"]


def test_whoever_changes_more_than_the_name_of_what_moved_says_why(office: Office) -> None:
    renamed(office.root, *MATTER)
    edit(office.root, PAPER, "one illustrative month", "two illustrative months")
    (problem,) = office.refused()
    assert "custody-review: it was published and has changed" in problem


def test_a_row_is_changed_for_the_reason_of_its_register(office: Office) -> None:
    edit(office.root, "data/gifts/office.csv", "A hamper", "Two hampers")
    (problem,) = office.refused()
    assert problem.startswith("data/gifts/office.csv:3:")
    assert "Say when and why under `changes` in the file of the same name that ends in .yml." in problem
    side = office.root / "data/gifts/office.yml"
    side.write_text(side.read_text() + CORRECTED)
    assert sorted(office.publish()) == [
        "corrected: gift offer office/2023-05-a. Reason: The month was wrong.",
        "corrected: gifts register office. Reason: The month was wrong.",
    ]


def test_an_attached_file_has_its_earlier_version_kept(office: Office) -> None:
    file = office.root / "content/meetings/panel/2024-03-06/agenda.txt"
    before = file.read_bytes()
    file.write_text("Another agenda\n")
    assert "meeting panel/2024-03-06: it was published and has changed" in office.refused()[0]
    meeting = office.root / "content/meetings/panel/2024-03-06/meeting.yml"
    meeting.write_text(meeting.read_text() + CORRECTED)
    office.publish()
    assert isinstance(office.last.site, Memory)
    away = [path for path in office.last.site.contents if path.startswith("ledger/earlier/")]
    assert [office.last.site.contents[path] for path in away] == [before]
    office.publish()
    assert isinstance(office.last.site, Memory)
    assert [office.last.site.contents[path] for path in away] == [before]


def test_a_record_that_moves_keeps_its_history(office: Office) -> None:
    old = office.root / "content/dilemmas/naming-drivers.yml"
    old.rename(old.with_name("drivers.yml"))
    new = "content/dilemmas/drivers.yml"
    (office.root / new).write_text((office.root / new).read_text() + "formerly: [naming-drivers]\n")
    assert office.publish() == [
        "published: dilemma drivers",
        "withdrawn: dilemma naming-drivers. Reason: It has another id now: dilemma:drivers.",
    ]
    assert isinstance(office.last.site, Memory)
    assert "ledger/records/dilemma/naming-drivers/v1.json" in office.last.site.contents


@pytest.mark.parametrize("lost", ["a line", "one salt of it", "all of them"])
def test_a_last_ledger_without_its_salts_is_refused(office: Office, lost: str) -> None:
    """Without them nobody could tell whether a record has changed."""
    assert isinstance(office.last.site, Memory)
    site = dict(office.last.site.contents)
    salts = site["ledger/salts.jsonl"].splitlines(keepends=True)
    whole = orjson.loads(salts[-1])
    short = orjson.dumps({"salts": {}, "seq": whole["seq"]}) + b"\n"
    left = {"a line": salts[:-1], "one salt of it": [*salts[:-1], short], "all of them": []}[lost]
    with pytest.raises(NotWhole, match="the salts are not those of its files"):
        ledger_of(Memory({**site, "ledger/salts.jsonl": b"".join(left)}))


@pytest.mark.parametrize("altered", ["its salt", "its file"])
def test_a_record_that_only_the_site_shows_differently_is_not_blamed(office: Office, altered: str) -> None:
    """Whoever keeps the records is told what is wrong, and not asked for a reason first."""
    assert isinstance(office.last.site, Memory)
    path = "ledger/records/dilemma/naming-drivers/v1.json"
    site = dict(office.last.site.contents)
    if altered == "its salt":
        lines = [orjson.loads(line) for line in site["ledger/salts.jsonl"].splitlines()]
        (salts,) = (line["salts"] for line in lines if path in line["salts"])
        salts[path] = "0" * 32
        site["ledger/salts.jsonl"] = b"".join(orjson.dumps(line) + b"\n" for line in lines)
    else:
        site[path] = site[path].replace(b"Roads", b"Raods")
        edit(office.root, "content/dilemmas/naming-drivers.yml", "theme: Roads", "theme: Streets")
    found = Memory(site)
    office.last = Last(ledger_of(found), found)
    (problem,) = office.refused()
    assert problem.startswith("the last published ledger:1:1: and the site that shows it do not fit")
    assert f"the file {path} is not what was published, or its salt" in problem


def test_a_change_without_a_reason_is_told_although_the_site_was_altered_elsewhere(office: Office) -> None:
    assert isinstance(office.last.site, Memory)
    edit(office.root, PAPER, "one illustrative month", "two illustrative months")
    site = dict(office.last.site.contents)
    del site["ledger/records/dilemma/naming-drivers/v1.json"]
    office.last = Last(office.last.ledger, Memory(site))
    assert "it was published and has changed" in office.refused()[0]


def test_once_signed_always_signed(office: Office) -> None:
    office.signing = Signing(FIRST)
    edit(office.root, PAPER, "one illustrative month", "some illustrative months")
    edit(office.root, PAPER, PUBLISHED, PUBLISHED + CORRECTED)
    assert office.publish()[0].startswith("corrected")
    for signing, said in (
        (UNSIGNED, "its checkpoints are signed, and the next one would not be"),
        (Signing(SECOND), "is signed with another key than that of --key"),
    ):
        office.signing = signing
        assert office.publish() == ["nothing is published, changed or withdrawn against the last ledger"]
        dilemma = office.root / "content/dilemmas/naming-drivers.yml"
        text = dilemma.read_text()
        dilemma.write_text(text + "changes:\n  - {date: 2024-07-02, kind: revised, reason: New.}\n")
        assert said in office.refused()[0]
        dilemma.write_text(text)


def test_many_new_records_are_counted_and_words_stay_on_their_line() -> None:
    new = [Draft("publish", f"paper:a-{at}", 1, "", ()) for at in range(11)]
    reason = Reason("typo", "2024-07-01", "", "corrected", "Two\n::lines")
    changed = Draft("correct", "table-row:a/b", 2, "", (reason,))
    assert list(in_words([*new, changed])) == [
        "published: 11 records of the kind “paper”", "corrected: table row a/b. Reason: Two ::lines",
    ]  # fmt: skip
    assert list(in_words(new[:1])) == ["published: paper a-0"]


def test_a_clock_that_goes_back_is_refused(office: Office) -> None:
    office.now -= 3 * DAY
    edit(office.root, PAPER, "one illustrative month", "two illustrative months")
    edit(office.root, PAPER, PUBLISHED, PUBLISHED + CORRECTED)
    assert "and the clock here says" in office.refused()[0]


def test_a_copy_goes_on_where_another_was_stopped(office: Office, tmp_path: Path) -> None:
    """It leaves nothing of the other, at the top or further down."""
    assert isinstance(office.last.site, Memory)
    site, kept = tmp_path / "site", tmp_path / "branch"
    for path, content in office.last.site.contents.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    copy_into(site, kept)
    for folder in ("ledger", "ledger/records", "ledger/records/dilemma/naming-drivers"):
        (kept / folder / ".being-written").write_bytes(b"hal")
        (kept / folder / "of-before").write_bytes(b"old")
    copy_into(site, kept)
    assert contents(kept / "ledger") == contents(site / "ledger")


# --- with real builds, and the program


def publish(root: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run("scrutiny", "publish", "--root", root, *arguments)


@pytest.fixture(scope="module")
def begun(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_ready(finished, tmp_path_factory.mktemp("publish") / "project")
    done = publish(root, "--first", "--now", "2024-07-01T09:00")
    assert done.returncode == 0, done.stderr
    return root


def test_publishing_twice(begun: Path) -> None:
    site = begun / "site"
    assert verify(str(site)) == 0
    assert {"ledger.jsonl", "checkpoints.jsonl", "checkpoint"} < {path.name for path in (site / "ledger").iterdir()}
    head = (site / "changes/index.html").read_text()
    assert re.search(
        '<link rel="alternate feed" type="application/atom.xml" title="Changes [^>]*href="feed.atom"', head
    )
    kept = begun / "kept-checkpoint"
    kept.write_bytes((site / "ledger/checkpoint").read_bytes())
    before = contents(site)
    edit(begun, PAPER, "one illustrative month", "two illustrative months")
    refused = publish(begun, "--last", site, "--now", "2024-07-02T09:00", "--dry-run")
    assert refused.returncode == 1
    assert "(refused: no reason is given yet)" in refused.stdout
    assert f"{PAPER}:2:1: changes: paper panel/2024-03-06/custody-review: it was published" in refused.stderr
    edit(begun, PAPER, PUBLISHED, PUBLISHED + CORRECTED)
    dry = publish(begun, "--last", site, "--now", "2024-07-02T09:00", "--dry-run")
    assert dry.stdout.endswith("Reason: The month was wrong.\n")
    assert dry.stdout == run("scrutiny", "diff", "--root", begun, "--now", "2024-07-02T09:00").stdout
    assert publish(begun, "--now", "2024-07-02T09:00", "--dry-run").stdout == dry.stdout
    assert contents(site) == before
    assert publish(begun, "--first").returncode == 1
    unsaid = publish(begun)
    assert unsaid.returncode == 2
    assert "Say where the site is that was published last" in unsaid.stderr
    copied = begun / "branch"
    done = publish(begun, "--last", site, "--now", "2024-07-02T09:00", "--copy-to", copied)
    assert done.returncode == 0, done.stderr
    assert verify(str(site), str(kept)) == 0
    assert contents(copied / "ledger") == contents(site / "ledger") == contents(begun / ".scrutiny/ledger/ledger")
    paper = (site / "meetings/panel/2024-03-06/custody-review/index.html").read_text()
    assert "The review covers <del>[taken out: one]</del><ins>[put in: two]</ins> illustrative" in re.sub(
        r"\s+", " ", paper
    )
    assert "Decided by: Executive Director." in paper
    after = contents(site)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    pages = {path.removesuffix("index.html") for path in changed if path.endswith("index.html")}
    assert "meetings/panel/2024-03-06/custody-review/" in pages
    assert "changes/" in pages
    assert not {page for page in pages if page.startswith(("people/", "gifts/", "visits/", "dilemmas/"))}
    forked = copied / "ledger/checkpoint"
    origin, size, *others = forked.read_text().split("\n")
    forked.write_text("\n".join((origin, str(int(size) - 1), *others)))
    refused = publish(begun, "--last", site, "--now", "2024-07-03T09:00", "--copy-to", copied)
    assert refused.returncode == 1
    assert "are not one history" in refused.stderr


def test_many_who_publish_at_once_take_turns(begun: Path, tmp_path: Path) -> None:
    """One of them writes what is new, at the moment of its turn; a build comes in between; each says that it waits."""
    fcntl = pytest.importorskip("fcntl")
    root = copy_built(begun, tmp_path / "project")
    note = root / "content/dilemmas/naming-drivers.yml"
    note.write_text(note.read_text() + "changes:\n  - {date: 2024-07-03, kind: revised, reason: All at once.}\n")
    ledger = root / ".scrutiny/ledger"
    before = len(read(Site(str(ledger))).entries)
    commands = [("publish", "--last", ledger)] * 4 + [("build", "--site-dir", root / "preview")]
    with (root / ".scrutiny/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "generators.cli", *map(str, given), "--root", str(root)],
                env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            for given in commands
        ]  # fmt: skip
        assert {one.stderr.readline() for one in running if one.stderr} == {f"{WAITING} …\n"}
        released = datetime.now(UTC)
        fcntl.flock(lock, fcntl.LOCK_UN)
    told = [one.communicate(timeout=120) for one in running]
    assert [one.returncode for one in running] == [0] * 5, told
    *_, last = found = read(Site(str(root / "site"))).entries
    assert len(found) == before + 1
    assert datetime.fromisoformat(last["time"]) >= released.replace(microsecond=0)
    assert sum("Reason: All at once." in out for out, _ in told) == 1
    assert verify(str(root / "site")) == 0
    assert contents(ledger / "ledger") == contents(root / "site/ledger")


def test_a_ledger_that_cannot_be_had_refuses(tmp_path: Path) -> None:
    no_answer = "could not be checked, so nothing is published: ledger/ledger.jsonl: Connection refused"
    no_host = "could not be checked, so nothing is published: ledger/ledger.jsonl: URL can't contain"
    for place, words in (("http://localhost:9/", no_answer), ("http://a b/", no_host), (str(tmp_path), "is not whole")):
        with pytest.raises(Problems, match=words):
            last_of(place, tmp_path / "none")


def test_a_ledger_on_the_web_is_read_as_that_of_a_folder(begun: Path, tmp_path: Path) -> None:
    server = ThreadingHTTPServer(("localhost", 0), partial(Quiet, directory=str(begun / "site")))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        place = f"http://localhost:{server.server_port}"
        assert last_of(place, tmp_path).ledger.lines == last_of(str(begun / "site"), tmp_path).ledger.lines
        assert verify(place) == 0
    finally:
        server.shutdown()
        server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.skipif("SCRUTINY_TEST_ALL" not in os.environ, reason="kills many builds")
@pytest.mark.parametrize("after", [0.2 * step for step in range(1, 40)])
def test_whenever_it_is_killed_the_ledger_is_the_old_or_the_new(begun: Path, after: float) -> None:
    site = begun / "site"
    old = (site / "ledger/checkpoint").read_bytes()
    note = begun / "content/dilemmas/naming-drivers.yml"
    note.write_text(note.read_text() + f"# {after}\n")
    entry = f"  - {{date: 2024-07-03, kind: revised, reason: Again {after}.}}\n"
    note.write_text(note.read_text() + ("" if "changes:" in note.read_text() else "changes:\n") + entry)
    moment = (datetime(2024, 8, 1, tzinfo=LONDON) + timedelta(seconds=after * 10)).isoformat()
    command = [
        sys.executable,
        "-m",
        "generators.cli",
        "publish",
        "--root",
        str(begun),
        "--last",
        str(site),
        "--now",
        moment,
    ]
    with subprocess.Popen(command, env=clean_environment(), start_new_session=True) as running:
        time.sleep(after)
        os.killpg(running.pid, signal.SIGKILL)
    assert verify(str(site)) == 0
    assert verify(str(site), str(_saved(begun, old))) == 0
    assert read(Site(str(begun / ".scrutiny/ledger"))).wrong == []


def _saved(root: Path, checkpoint: bytes) -> Path:
    file = root / "old-checkpoint"
    file.write_bytes(checkpoint)
    return file
