"""The verifier's answers, one by one: what it says of each kind of mistake, and when it says that it could not look."""

import json
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from generators.ledger.checkpoint import Key, note, public_key
from generators.ledger.verifier.answers import answers, continued, read
from generators.ledger.verifier.chain import chain
from generators.ledger.verifier.histories import histories, reasons
from generators.ledger.verifier.note import L, is_signed, note_of
from generators.ledger.verifier.program import SHOWN, main, verify, verify_files
from generators.ledger.verifier.site import CannotLook, Site
from tests.ledgers import Memory, Office, forged, office, raw

Contents = dict[str, bytes]
PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes([7]) * 32)
KEY = Key("example.org", PRIVATE.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
ROOT = "A" * 43 + "="


@pytest.fixture(scope="module")
def sound() -> Office:
    return office(3)


def wrong(site: Contents) -> list[str]:
    return [words for answer in answers(Memory(site)) for words in answer.wrong]


# --- the lines


def line(**changed: Any) -> bytes:
    """The first line of a ledger."""
    entry = {
        "action": "publish", "files": [{"bytes": 1, "commit": "0" * 64, "path": "a"}], "page": "", "prev": "",
        "reasons": [{"code": "typo", "date": "", "decided_by": "", "kind": "", "words": "x"}],
        "record_id": "paper:a", "seq": 0, "time": "2026-01-01T00:00:00Z", "version": 1,
    }  # fmt: skip
    return json.dumps({**entry, **changed}, sort_keys=True, separators=(",", ":")).encode() + b"\n"


NOT_A_LINE = "ledger.jsonl, line 1: not a line of a ledger"
LINES: dict[str, tuple[bytes, str]] = {
    "cut off": (line()[:-1], "ledger.jsonl: the last line is cut off"),
    "no JSON": (b"{\n", "ledger.jsonl, line 1: not written as canonical JSON"),
    "a list": (b"[]\n", "ledger.jsonl, line 1: not written as canonical JSON"),
    "very deep": (b"[" * 100_000 + b"\n", "ledger.jsonl, line 1: not written as canonical JSON"),
    "a field too many": (line(more=1), NOT_A_LINE),
    "a number that is yes": (line(version=True), NOT_A_LINE),
    "a file that is a word": (line(files=["a"]), NOT_A_LINE),
    "a reason without its words": (line(reasons=[{"code": "typo"}]), NOT_A_LINE),
    "an unknown action": (line(action="hide"), NOT_A_LINE),
    "a number that is not its own": (
        line(seq=1), "ledger.jsonl, line 1: its number is 1, and should be 0: a line is missing or moved"),
    "a line before the first": (
        line(prev="0" * 64), "ledger.jsonl, line 1: the line before it is not the one it was written after"),
    "no time": (line(time="then"), "ledger.jsonl, line 1: its time is before that of the line before it, or is none"),
    "a time written otherwise": (
        line(time="2026-1-01T00:00:00Z"),
        "ledger.jsonl, line 1: its time is before that of the line before it, or is none"),
}  # fmt: skip


@pytest.mark.parametrize("what", LINES)
def test_a_line_that_is_none_is_told(what: str) -> None:
    text, said = LINES[what]
    assert chain(text) == ([], [], [said])


@pytest.mark.parametrize(("time", "is_right"), [
    ("2025-12-31T23:59:59Z", False), ("2026-01-01T00:00:00Z", True), ("2026-01-02T00:00:00Z", True),
])  # fmt: skip
def test_time_does_not_go_back(time: str, is_right: bool) -> None:
    before = sha256(line().removesuffix(b"\n")).hexdigest()
    _, _, found = chain(line() + line(seq=1, prev=before, time=time))
    said = "ledger.jsonl, line 2: its time is before that of the line before it, or is none"
    assert found == ([] if is_right else [said])


def test_a_line_that_is_one_passes() -> None:
    lines, entries, found = chain(line())
    assert (len(lines), len(entries), found) == (1, 1, [])


# --- what can follow what

A, B, GONE = [{"path": "v1"}], [{"path": "v2"}], [{"code": "legal", "words": "x"}]
MOVED = [{"code": "moved", "words": "x"}]
Step = tuple[str, int, list[dict[str, str]], list[dict[str, str]]]
"""What was done, the version, the files, and the reasons."""
FOLLOWING: dict[str, tuple[tuple[Step, ...], list[str], list[int]]] = {
    "published and revised": ((("publish", 1, A, []), ("revise", 2, B, GONE)), [], [0, 1]),
    "corrected": ((("publish", 1, A, []), ("correct", 2, B, GONE)), [], [0, 1]),
    "withdrawn": ((("publish", 1, A, []), ("withdraw", 1, [], GONE)), [], []),
    "moved": ((("publish", 1, A, []), ("withdraw", 1, [], MOVED)), [], [0]),
    "erased, said to have moved": ((("publish", 1, A, []), ("erase", 1, [], MOVED)), [], []),
    "restored": ((("publish", 1, A, []), ("withdraw", 1, [], GONE), ("restore", 2, B, GONE)), [], [2]),
    "withdrawn, then erased": ((("publish", 1, A, []), ("withdraw", 1, [], GONE), ("erase", 1, [], GONE)), [], []),
    "published twice": (
        (("publish", 1, A, []), ("publish", 2, B, [])),
        ["entry 1: “publish” of paper:a, version 2, cannot follow"], [0, 1]),
    "revised before it was there": (
        (("revise", 1, A, GONE),), ["entry 0: “revise” of paper:a, version 1, cannot follow"], [0]),
    "a version left out": (
        (("publish", 1, A, []), ("revise", 3, B, GONE)),
        ["entry 1: “revise” of paper:a, version 3, cannot follow"], [0, 1]),
    "a version that begins with two": (
        (("publish", 2, A, []),), ["entry 0: “publish” of paper:a, version 2, cannot follow"], [0]),
    "a version for a withdrawal": (
        (("publish", 1, A, []), ("withdraw", 2, [], GONE)),
        ["entry 1: “withdraw” of paper:a, version 2, cannot follow"], []),
    "withdrawn twice": (
        (("publish", 1, A, []), ("withdraw", 1, [], GONE), ("withdraw", 1, [], GONE)),
        ["entry 2: “withdraw” of paper:a, version 1, cannot follow"], []),
    "revised while it was withdrawn": (
        (("publish", 1, A, []), ("withdraw", 1, [], GONE), ("revise", 2, B, GONE)),
        ["entry 2: “revise” of paper:a, version 2, cannot follow"], [2]),
    "restored while it was there": (
        (("publish", 1, A, []), ("restore", 2, B, GONE)),
        ["entry 1: “restore” of paper:a, version 2, cannot follow"], [0, 1]),
    "restored after it was erased": (
        (("publish", 1, A, []), ("erase", 1, [], GONE), ("restore", 2, B, GONE)),
        ["entry 2: “restore” of paper:a, version 2, cannot follow"], [2]),
    "erased twice": (
        (("publish", 1, A, []), ("erase", 1, [], GONE), ("erase", 1, [], GONE)),
        ["entry 2: “erase” of paper:a, version 1, cannot follow"], []),
    "published without files": (
        (("publish", 1, [], []),), ["entry 0: its list of files does not fit “publish”"], [0]),
    "withdrawn with files": (
        (("publish", 1, A, []), ("withdraw", 1, A, GONE)),
        ["entry 1: its list of files does not fit “withdraw”"], []),
}  # fmt: skip


@pytest.mark.parametrize("what", FOLLOWING)
def test_what_can_follow_what(what: str) -> None:
    steps, wrong, standing = FOLLOWING[what]
    entries = [
        {"seq": at, "record_id": "paper:a", "action": action, "version": version, "files": files, "reasons": reasons}
        for at, (action, version, files, reasons) in enumerate(steps)
    ]
    _, stands, found = histories(entries)
    assert (found, [entry["seq"] for entry in stands]) == (wrong, standing)


@pytest.mark.parametrize(("action", "given", "said"), [
    ("publish", [], []), ("correct", [{"code": "typo", "words": "x"}], []),
    ("correct", [], ["entry 0: “correct” of paper:a has no reason"]),
    ("erase", [], ["entry 0: “erase” of paper:a has no reason"]),
    ("revise", [{"code": "typo", "words": " "}], ["entry 0: the reason “typo” is not on the list, or has no words"]),
    ("publish", [{"code": "odd", "words": "x"}], ["entry 0: the reason “odd” is not on the list, or has no words"]),
])  # fmt: skip
def test_every_change_has_its_reason(action: str, given: list[dict[str, str]], said: list[str]) -> None:
    assert reasons([{"seq": 0, "record_id": "paper:a", "action": action, "reasons": given}]) == said


def test_a_kept_checkpoint_is_of_this_ledger_and_no_longer_than_it(sound: Office) -> None:
    ledger = read(Memory(sound.site))
    for kept in ledger.notes:
        assert continued(ledger, kept) == []
        assert continued(ledger, kept._replace(origin="example.net")) != []
        assert continued(ledger, kept._replace(root=bytes(32))) != []
        assert continued(ledger, kept._replace(size=kept.size - 1)) != []
    longer = kept._replace(size=kept.size + 1)
    assert continued(ledger, longer)[0].startswith(f"you kept a checkpoint of {longer.size} lines, and there are only")


# --- the checkpoints


@pytest.mark.parametrize("text", [
    f"a\n1\n{ROOT}", f"a\n01\n{ROOT}\n", f"\n1\n{ROOT}\n", f"a\n1\n{ROOT}\nmore\n", "a\n1\nAAAA\n", "a\n1\n!\n",
    f"a\n1\n{'A' * 42}B=\n", "a\n1\n",
])  # fmt: skip
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"checkpoint|base64|padding|characters"):
        note_of(text.encode())


def signed() -> tuple[bytes, bytes]:
    """A checkpoint's words and its signature in bytes."""
    text, _, last = note("example.org", 3, bytes(32), KEY).rpartition(b" ")
    return text + b" ", last


@pytest.mark.parametrize("change", [
    lambda raw: raw[:-1],
    lambda raw: raw + b"\0",
    lambda raw: raw[:4] + b"\xff" * 32 + raw[36:],
    lambda raw: raw[:4] + (2).to_bytes(32, "little") + raw[36:],
    lambda raw: raw[:4] + (1 | 1 << 255).to_bytes(32, "little") + raw[36:],
    lambda raw: raw[:36] + b"\xff" * 32,
    lambda raw: raw[:36] + (int.from_bytes(raw[36:], "little") + L).to_bytes(32, "little"),
    lambda raw: b"\0\0\0\0" + raw[4:],
], ids=["short", "long", "a point too large", "no point", "a sign of nothing", "a number too large", "the same again",
        "another key"],
)  # fmt: skip
def test_a_signature_that_is_none_is_refused(change: Callable[[bytes], bytes]) -> None:
    from base64 import b64decode, b64encode

    text, last = signed()
    assert is_signed(note_of(text + last), public_key(KEY))
    spoilt = b64encode(change(b64decode(last))) + b"\n"
    assert not is_signed(note_of(text + spoilt), public_key(KEY))


def test_a_key_must_be_one(sound: Office) -> None:
    name, short, long = public_key(KEY).split("+", 2)
    for words in ("rubbish", f"{name}+00000000+{long}", f"{name}+{short}+AAAA", f"{name}+{short}+!"):
        with pytest.raises(CannotLook, match="is no public key of an office"):
            answers(Memory(sound.site), key=words)


def test_it_says_whether_the_checkpoint_is_signed(sound: Office) -> None:
    last = sound.ledger.notes[-1]
    made = note("example.org/record", len(sound.ledger.lines), note_of(last).root, KEY)
    listed = b"".join(sound.site["ledger/checkpoints.jsonl"].splitlines(keepends=True)[:-1])
    listed += json.dumps({"note": made.decode()}, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
    site = {**sound.site, "ledger/checkpoint": made, "ledger/checkpoints.jsonl": listed}
    assert "the checkpoints are signed, and the key of this ledger is gone" in wrong(site)
    site["ledger/key"] = public_key(KEY).encode()
    first, *_ = answers(Memory(site), key=public_key(KEY))
    assert (first.wrong, first.words.endswith("its checkpoint is signed with the key you gave")) == ([], True)
    first, *_ = answers(Memory(sound.site), key=public_key(KEY))
    assert first.wrong == ["the checkpoint is not signed with this key"]


SPOILT: dict[str, tuple[Callable[[Contents], Contents], str]] = {
    "a checkpoint that is not the last": (
        lambda site: {**site, "ledger/checkpoint": b"other\n1\n"}, "is not the last one in checkpoints.jsonl"),
    "no checkpoint at all": (
        lambda site: {**site, "ledger/checkpoints.jsonl": b""}, "is not the last one in checkpoints.jsonl"),
    "a checkpoint without its words": (
        lambda site: {**site, "ledger/checkpoints.jsonl": b"{}\n"}, "a checkpoint cannot be read"),
    "a checkpoint that is a number": (
        lambda site: {**site, "ledger/checkpoints.jsonl": b'{"note":1}\n'}, "a checkpoint cannot be read"),
    "checkpoints of two ledgers": (
        lambda site: {**site, "ledger/checkpoints.jsonl": site["ledger/checkpoints.jsonl"].replace(
            b"example.org/record", b"example.net/record", 1)},
        "is not that of the first"),
    "salts out of order": (
        lambda site: {**site, "ledger/salts.jsonl": b"".join(
            reversed(site["ledger/salts.jsonl"].splitlines(keepends=True)))},
        "salts.jsonl: its lines are not in order"),
    "salts that are none": (
        lambda site: {
            **site, "ledger/salts.jsonl": re.sub(b'"[0-9a-f]{32}"', b"5", site["ledger/salts.jsonl"], count=1)},
        "a salt has 16 bytes"),
    "no ledger": (lambda _: {}, "there is no ledger on this site"),
}  # fmt: skip


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_wrong_is_said(sound: Office, what: str) -> None:
    change, said = SPOILT[what]
    assert any(said in words for words in wrong(change(sound.site)))


@pytest.mark.parametrize("path", ["/etc/passwd", "../a", "x/../../a", "x\\..\\a"])
def test_a_path_that_leads_out_of_the_site_is_not_followed(sound: Office, path: str) -> None:
    lines = raw(sound.site)
    live = next(at for at in reversed(range(len(lines))) if lines[at]["files"])
    lines[live]["files"][0]["path"] = path
    assert f"{path}: this leads out of the site" in wrong({**forged(sound.site, lines), path: b"outside"})


def test_a_file_has_the_length_that_its_entry_says(sound: Office) -> None:
    lines = raw(sound.site)
    live = next(past.last for past in sound.ledger.past.values() if past.is_live)
    lines[live.seq]["files"][0]["bytes"] += 1
    assert any("is not what was published" in words for words in wrong(forged(sound.site, lines)))


def test_a_live_file_lies_at_its_own_place(sound: Office) -> None:
    """An earlier one may have been put away; one that is live and is only there is missing where readers look."""
    past = next(past for past in sound.ledger.past.values() if past.is_live and len(past.last.files) > 1)
    file = past.last.files[1]
    moved = {**sound.site, f"ledger/earlier/{file.commit}/{file.path.rpartition('/')[2]}": sound.site[file.path]}
    del moved[file.path]
    assert any(words.startswith(f"{file.path}: is not there") for words in wrong(moved))


def test_a_picture_of_a_page_in_prose_is_no_attached_file(sound: Office) -> None:
    assert wrong({**sound.site, "help/picture.png": b"x", "robots.txt": b"x", "data/table.xlsx": b"x"}) == []


# --- the site, and the program


def on_disk(made: Office, folder: Path) -> Path:
    for path, content in made.site.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_the_program_says_all_of_it_and_ends_with_a_status(
    sound: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site, kept, key = on_disk(sound, tmp_path / "site"), tmp_path / "kept", tmp_path / "key"
    kept.write_bytes(sound.ledger.notes[0])
    monkeypatch.setattr("sys.argv", ["verify.py", str(site), "--checkpoint", str(kept)])
    assert main() == 0
    first, *others = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"1\. Is the chain of entries whole\? Yes: \d+ lines, from 2026-.*Z to 2026-.*Z", first)
    assert others == [
        "2. Is every public file exactly what one live entry says? Yes: all of them",
        "3. Is the checkpoint you kept the beginning of today's ledger? Yes: nothing before it was changed",
        "4. Has every change and withdrawal its reason and its page? Yes: all of them",
        "5. Is every file of this copy, each page too, what the site's own list says? Not asked: "
        "there is no site-manifest.json",
        "Nothing wrong was found.",
    ]
    assert verify(str(site)) == 0
    assert "today's ledger? Not asked: you gave none: save ledger/checkpoint" in capsys.readouterr().out
    key.write_text(public_key(KEY))
    assert verify(str(site), key=str(key)) == 1
    assert capsys.readouterr().out.splitlines()[:4] == [
        "1. Is the chain of entries whole? NO: 1 found",
        "   the checkpoint is not signed with this key",
        "2. Is every public file exactly what one live entry says? NO: 1 found",
        "   not looked at, since the chain is not whole",
    ]
    for path in site.rglob("*.json"):
        path.write_bytes(b"spoilt")
    for number in range(SHOWN):
        (site / f"{number}.pdf").write_bytes(b"planted")
    assert verify(str(site)) == 1
    said = capsys.readouterr().out
    assert said.count("this file stands in no entry") + said.count("is not what was published") == SHOWN
    assert said.endswith("This record is not what its ledger and its list of files say.\n")


@pytest.mark.parametrize(("checkpoint", "key", "said"), [
    ("gone", "", "No such file"), ("kept", "", "the checkpoint you kept cannot be read"),
    ("", "rubbish", "the key you gave is no public key"),
])  # fmt: skip
def test_what_the_reader_gave_wrongly_is_no_fault_of_the_site(
    sound: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], checkpoint: str, key: str, said: str
) -> None:
    site = on_disk(sound, tmp_path / "site")
    (tmp_path / "kept").write_bytes(b"nothing of the kind")
    assert verify(str(site), str(tmp_path / checkpoint) if checkpoint else "", key) == 2
    out = capsys.readouterr().out
    assert out.startswith("Could not check: ")
    assert said in out


class Answering(BaseHTTPRequestHandler):
    """A site of which some addresses do not answer as they should."""

    contents: Contents

    def do_GET(self) -> None:
        """Answer with the file."""
        content = self.contents.get(self.path.removeprefix("/"))
        status = {"/broken": 500, "/gone": 410}.get(self.path, 404 if content is None else 200)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(content or b"")

    def do_HEAD(self) -> None:
        """Answer whether it is there."""
        self.send_response(200 if self.path.removeprefix("/") in self.contents else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def web(sound: Office) -> Iterator[str]:
    handler = type("Handler", (Answering,), {"contents": sound.site})
    server = ThreadingHTTPServer(("localhost", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_site_on_the_web_is_looked_at(web: str, sound: Office) -> None:
    site = Site(web)
    found = answers(site)
    assert [answer.wrong for answer in found] == [[], [], [], []]
    assert found[1].words.startswith("all that the ledger names; whether others lie beside them")
    assert read(site).lines == list(sound.ledger.lines)
    assert (site.read("gone"), site.read("nowhere")) == (None, None)
    with pytest.raises(CannotLook, match="broken: the site answers 500"):
        site.read("broken")
    with pytest.raises(CannotLook, match="refused"):
        Site("http://localhost:9").read("ledger/checkpoint")


def test_a_folder_behind_a_link_is_not_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.pdf").write_bytes(b"x")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "linked").symlink_to(tmp_path / "other")
    site = Site(str(tmp_path / "site"))
    assert site.read("linked/a.pdf") is None
    assert list(site.files()) == ["linked"]
    assert Site(str(tmp_path / "other")).read("a.pdf") == b"x"
    with pytest.raises(CannotLook, match="there is no folder"):
        Site(str(tmp_path / "nowhere"))


# --- the list of files


def test_an_edited_page_of_a_copy_is_found_as_well(
    sound: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], web: str
) -> None:
    """The ledger covers no page: a change of theme would be a change of every record."""
    site = with_list(on_disk(sound, tmp_path))
    assert verify(str(site)) == 0
    (site / "page" / "index.html").write_bytes(b"Page")
    (site / "planted.html").write_bytes(b"")
    assert verify(str(site)) == 1
    said = capsys.readouterr().out
    assert "each page too, what the site's own list says? NO: 2 found" in said
    assert "page/index.html: is as long as it should be, and not the same" in said
    assert verify(web) == 0
    assert "Not asked: look at every file of a site on the web with --files" in capsys.readouterr().out


def with_list(folder: Path, **files: bytes) -> Path:
    """A site of these files, and the list of them."""
    for name, content in {"index": b"home", "page": b"page", **files}.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "index.html").write_bytes(content)
    listed = [
        {"path": file.relative_to(folder).as_posix(), "bytes": file.stat().st_size, "sha256": hashed(file)}
        for file in sorted(file for file in folder.rglob("*") if file.is_file())
    ]
    (folder / "site-manifest.json").write_text(json.dumps({"files": listed}))
    return folder


def hashed(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def test_a_site_that_is_whole_is_what_its_list_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["verify.py", str(with_list(tmp_path)), "--files"])
    assert main() == 0
    assert capsys.readouterr().out.splitlines() == [
        "1. Is every file that the list names there, byte for byte? Yes: 2 files, 8 bytes",
        "2. Is there nothing else? Yes: nothing",
        "Nothing wrong was found.",
    ]


def gone(site: Path) -> None:
    (site / "page" / "index.html").unlink()


def cut(site: Path) -> None:
    (site / "page" / "index.html").write_bytes(b"pag")


def changed(site: Path) -> None:
    (site / "page" / "index.html").write_bytes(b"Page")


def linked(site: Path) -> None:
    (site / "page" / "index.html").unlink()
    (site / "page" / "index.html").symlink_to(site / "index" / "index.html")


def added(site: Path) -> None:
    (site / "page" / "other.html").write_bytes(b"")


def leads_out(site: Path) -> None:
    text = (site / "site-manifest.json").read_text()
    (site / "site-manifest.json").write_text(text.replace("page/index.html", "page/../../index.html"))


def no_list(site: Path) -> None:
    (site / "site-manifest.json").write_text("[]")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (gone, "page/index.html: is not there"),
        (cut, "page/index.html: has 3 bytes, and should have 4"),
        (changed, "page/index.html: is as long as it should be, and not the same"),
        (linked, "page/index.html: is not there"),
        (added, "page/other.html: this file does not stand in site-manifest.json"),
        (leads_out, "site-manifest.json: this is not a list as the program writes it"),
        (no_list, "site-manifest.json: this is not a list as the program writes it"),
    ],
)
def test_a_site_that_is_not_what_its_list_says_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: Callable[[Path], None], said: str
) -> None:
    site = with_list(tmp_path)
    spoil(site)
    assert verify_files(str(site)) == 1
    out = capsys.readouterr().out
    assert f"   {said}\n" in out
    assert out.endswith("This site is not what its list of files says.\n")


def test_without_a_list_nothing_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify_files(str(tmp_path)) == 2
    assert "there is no site-manifest.json" in capsys.readouterr().out
