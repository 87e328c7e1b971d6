"""The ledger: what is written in it, what is refused, and that no change of it stays unseen."""

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from pymerkle import InmemoryTree

from generators.ledger import merkle
from generators.ledger.checkpoint import Key, note, public_key
from generators.ledger.commitment import commit, new_salt
from generators.ledger.differences import differences, words
from generators.ledger.history import Unreasoned
from generators.ledger.joined import verifier
from generators.ledger.verifier.answers import answers
from generators.ledger.verifier.note import is_signed, note_of
from tests.ledgers import Kept, Memory, Office, forged, office, raw
from tests.second_verifier import is_included, is_right, root

ALL = "SCRUTINY_TEST_ALL" in os.environ
TIMES = 100 if ALL else 6
HISTORIES = 1000 if ALL else 25
LEAVES = [bytes.fromhex(one) for one in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
"""The leaves that the tests of Certificate Transparency use, and below the roots of the first 1, 2, … of them."""
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
Site = dict[str, bytes]


def wrong(site: Site, kept: bytes = b"") -> list[str]:
    """Everything that the verifier finds."""
    return [words for answer in answers(Memory(site), kept) for words in answer.wrong]


@pytest.mark.parametrize("size", range(9))
def test_roots_are_those_of_certificate_transparency(size: int) -> None:
    found = merkle.Tree(LEAVES).root(size)
    assert found == root(LEAVES[:size])
    assert size == 0 or found.hex() == ROOTS[size - 1]


@pytest.mark.parametrize("size", range(1, 70))
def test_roots_are_those_of_another_library_and_every_path_leads_there(size: int) -> None:
    lines = [f"line {at}".encode() for at in range(size)]
    other, tree = InmemoryTree(algorithm="sha256"), merkle.Tree(lines)
    for line in lines:
        other.append_entry(line)
    assert tree.root(size) == other.get_root(size)
    for at in range(size):
        assert is_included(lines[at], at, size, tree.inclusion(at, size), tree.root(size))


@given(st.integers(1, 40), st.data())
def test_only_the_right_path_passes(size: int, data: st.DataObject) -> None:
    tree = merkle.Tree(f"line {at}".encode() for at in range(size))
    at = data.draw(st.integers(0, size - 1))
    line, path, root = f"line {at}".encode(), tree.inclusion(at, size), tree.root(size)
    assert is_included(line, at, size, path, root)
    assert not is_included(line, at, size, (*path, merkle.leaf_hash(line)), root)
    assert not is_included(b"another", at, size, path, root)
    assert not is_included(line, at, size, path, bytes(32))
    assert size == 1 or not is_included(line, (at + 1) % size, size, path, root)


def test_a_salt_has_one_length() -> None:
    assert len({new_salt() for _ in range(50)}) == 50
    assert commit(bytes(16), b"a") != commit(bytes(15) + b"\x01", b"a")
    for short in (b"", bytes(15), bytes(17)):
        with pytest.raises(ValueError, match="16"):
            commit(short, b"a")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 2**50))
def test_both_ways_to_write_a_line_agree(text: str, number: int) -> None:
    value: Any = {"b": text, "a": number, "c": [{"words": text}]}
    again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert rfc8785.dumps(value) == again.encode()


def test_a_signed_checkpoint_is_checked_without_a_library() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    keys = [
        Key("example.org", Ed25519PrivateKey.from_private_bytes(bytes([at]) * 32).private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
        ))
        for at in (1, 2)
    ]  # fmt: skip
    signed = note("example.org", 3, bytes(32), keys[0])
    assert is_signed(note_of(signed), public_key(keys[0]))
    assert not is_signed(note_of(signed), public_key(keys[1]))
    assert not is_signed(note_of(signed.replace(b"\n3\n", b"\n4\n")), public_key(keys[0]))
    assert not is_signed(note_of(note("example.org", 3, bytes(32))), public_key(keys[0]))
    assert note_of(signed)[:3] == ("example.org", 3, bytes(32))


# --- every way to tamper with a site


def chosen(random: random.Random, lines: list[dict[str, Any]], *actions: str) -> dict[str, Any]:
    """A line, of one of these actions where any are named."""
    return random.choice([line for line in lines if not actions or line["action"] in actions])


def edit_a_line(random: random.Random, site: Site) -> Site:
    text = bytearray(site["ledger/ledger.jsonl"])
    at = random.randrange(len(text))
    text[at] ^= 1 + random.randrange(127)
    return {**site, "ledger/ledger.jsonl": bytes(text)}


def on_lines(change: Callable[[random.Random, list[bytes]], None]) -> Callable[[random.Random, Site], Site]:
    def tamper(random: random.Random, site: Site) -> Site:
        lines = site["ledger/ledger.jsonl"].splitlines()
        change(random, lines)
        return {**site, "ledger/ledger.jsonl": b"".join(line + b"\n" for line in lines)}

    return tamper


def reorder(random: random.Random, lines: list[bytes]) -> None:
    at = random.randrange(len(lines) - 1)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]


def end_a_line_with_cr(random: random.Random, lines: list[bytes]) -> None:
    lines[random.randrange(len(lines))] += b"\r"


def on_history(change: Callable[[random.Random, list[dict[str, Any]]], None]) -> Callable[[random.Random, Site], Site]:
    """Tamper with the lines, and write the whole chain and tree anew."""

    def tamper(random: random.Random, site: Site) -> Site:
        lines = raw(site)
        change(random, lines)
        return forged(site, lines)

    return tamper


def rewrite(random: random.Random, lines: list[dict[str, Any]]) -> None:
    chosen(random, lines, "revise", "correct", "withdraw")["reasons"][0]["words"] = "Something else"


def cut_the_end(random: random.Random, lines: list[dict[str, Any]]) -> None:
    del lines[random.randrange(1, len(lines)) :]


def date_back(random: random.Random, lines: list[dict[str, Any]]) -> None:
    chosen(random, lines[1:])["time"] = "2025-12-31T00:00:00Z"


def drop_a_reason(random: random.Random, lines: list[dict[str, Any]]) -> None:
    chosen(random, lines, "revise", "correct", "withdraw", "erase")["reasons"] = []


def a_reason_off_the_list(random: random.Random, lines: list[dict[str, Any]]) -> None:
    chosen(random, lines, "revise", "correct", "withdraw")["reasons"][0]["code"] = ""


def use_an_id_again(random: random.Random, lines: list[dict[str, Any]]) -> None:
    lines.append({**chosen(random, lines, "publish"), "time": lines[-1]["time"]})


def empty_the_files(random: random.Random, lines: list[dict[str, Any]]) -> None:
    chosen(random, lines, "publish")["files"] = []


def skip_a_version(random: random.Random, lines: list[dict[str, Any]]) -> None:
    chosen(random, lines)["version"] += 1


def two_paths_alike(random: random.Random, site: Site) -> Site:
    """Two live files of which some computers would make one."""
    lines = raw(site)
    paths = [("x/Paper.pdf", "x/paper.pdf"), ("x/\u00e9.pdf", "x/e\u0301.pdf")]
    more, salts = dict(site), site["ledger/salts.jsonl"]
    for at, path in enumerate(random.choice(paths)):
        more[path] = b"content"
        file = {"path": path, "bytes": 7, "commit": commit(bytes(16), b"content")}
        made = {"action": "publish", "page": "", "reasons": [], "record_id": f"paper:x-{at}", "version": 1}
        salts += rfc8785.dumps({"salts": {path: "00" * 16}, "seq": len(lines)}) + b"\n"
        lines.append({**made, "files": [file], "time": lines[-1]["time"]})
    return forged({**more, "ledger/salts.jsonl": salts}, lines)


def written(change: Callable[[bytes], bytes]) -> Callable[[random.Random, Site], Site]:
    """One line in another way to write it, and the rest made to fit."""

    def tamper(random: random.Random, site: Site) -> Site:
        lines, at = raw(site), random.randrange(len(raw(site)))
        return forged(site, lines, lambda line: (change if line["seq"] == at else bytes)(rfc8785.dumps(line)))

    return tamper


def live(site: Site) -> list[str]:
    return sorted(path for path in site if path.endswith(".pdf") and not path.startswith("ledger/"))


def swap_two_files(random: random.Random, site: Site) -> Site:
    one, two = random.sample(live(site), 2)
    return {**site, one: site[two], two: site[one]}


def on_salts(change: Callable[[random.Random, list[dict[str, Any]]], None]) -> Callable[[random.Random, Site], Site]:
    def tamper(random: random.Random, site: Site) -> Site:
        lines = [orjson.loads(line) for line in site["ledger/salts.jsonl"].splitlines()]
        change(random, lines)
        return {**site, "ledger/salts.jsonl": b"".join(rfc8785.dumps(line) + b"\n" for line in lines)}

    return tamper


def swap_salts(random: random.Random, lines: list[dict[str, Any]]) -> None:
    line = random.choice([line for line in lines if len(line["salts"]) > 1])
    (one, salt), (two, other) = list(line["salts"].items())[:2]
    line["salts"] |= {one: other, two: salt}


def shorten_a_salt(random: random.Random, lines: list[dict[str, Any]]) -> None:
    line = random.choice(lines)
    line["salts"] = {path: salt[:-2] for path, salt in line["salts"].items()}


def keep_the_salt_of_what_was_erased(_: random.Random, lines: list[dict[str, Any]]) -> None:
    gone = set(range(lines[-1]["seq"] + 3)) - {line["seq"] for line in lines}
    lines.append({"seq": min(gone), "salts": {"ledger/records/paper/x/v1.json": "00" * 16}})
    lines.sort(key=lambda line: int(line["seq"]))


def another_root(of: Callable[[list[bytes]], bytes]) -> Callable[[random.Random, Site], Site]:
    """The last checkpoint with a root that is worked out in a wrong way."""

    def tamper(_: random.Random, site: Site) -> Site:
        lines = site["ledger/ledger.jsonl"].splitlines()
        last = note("example.org/record", len(lines), of(lines))
        before = site["ledger/checkpoints.jsonl"].splitlines()[:-1]
        listed = b"".join(line + b"\n" for line in [*before, rfc8785.dumps({"note": last.decode()})])
        return {**site, "ledger/checkpoint": last, "ledger/checkpoints.jsonl": listed}

    return tamper


def without_prefix(lines: list[bytes]) -> bytes:
    from hashlib import sha256

    level = [sha256(line).digest() for line in lines]
    while len(level) > 1:
        level = [sha256(b"".join(level[at : at + 2])).digest() for at in range(0, len(level), 2)]
    return level[0]


def odd_leaf_doubled(lines: list[bytes]) -> bytes:
    level = [merkle.leaf_hash(line) for line in (lines if len(lines) % 2 else [*lines, lines[-1]])]
    while len(level) > 1:
        level += level[-1:] if len(level) % 2 else []
        level = [merkle.node_hash(*level[at : at + 2]) for at in range(0, len(level), 2)]
    return level[0]


def take(choose: Callable[[Site], list[str]]) -> Callable[[random.Random, Site], Site]:
    def tamper(random: random.Random, site: Site) -> Site:
        gone = random.choice(choose(site))
        return {path: content for path, content in site.items() if path != gone}

    return tamper


TAMPERED: dict[str, Callable[[random.Random, Site], Site]] = {
    "edit a line": edit_a_line,
    "delete a line": on_lines(lambda random, lines: lines.__delitem__(random.randrange(len(lines)))),
    "reorder lines": on_lines(reorder),
    "truncate the end": on_lines(lambda _, lines: lines.__delitem__(-1)),
    "rewrite all of the history": on_history(rewrite),
    "cut the end of the history": on_history(cut_the_end),
    "swap two files": swap_two_files,
    "date back": on_history(date_back),
    "drop a reason": on_history(drop_a_reason),
    "a reason that is not on the list": on_history(a_reason_off_the_list),
    "use an id again": on_history(use_an_id_again),
    "two paths that are one": two_paths_alike,
    "swap salts": on_salts(swap_salts),
    "a short salt": on_salts(shorten_a_salt),
    "the salt of what was erased": on_salts(keep_the_salt_of_what_was_erased),
    "hashes without a sign in front": another_root(without_prefix),
    "the odd leaf twice": another_root(odd_leaf_doubled),
    "a key twice": written(lambda line: line.replace(b'{"action"', b'{"action":"publish","action"', 1)),
    "1.0 for 1": written(lambda line: re.sub(rb'"version":(\d+)', rb'"version":\1.0', line)),
    "a space": written(lambda line: line.replace(b'"seq":', b'"seq": ')),
    "a line that ends with CR": on_lines(end_a_line_with_cr),
    "a blank line at the end": on_lines(lambda _, lines: lines.append(b"")),
    "no files": on_history(empty_the_files),
    "a version left out": on_history(skip_a_version),
    "a file in no entry": lambda random, site: {**site, f"x/{random.random()}.pdf": b"planted"},
    "a picture in no entry": lambda random, site: {**site, f"{random.choice(live(site))[:-4]}.jpg": b"planted"},
    "a record in no entry": lambda _, site: {**site, "ledger/records/paper/planted/v1.json": b"{}"},
    "an attached file gone": take(live),
    "an earlier file gone": take(lambda site: [path for path in site if path.startswith("ledger/earlier/")]),
    "a version of a record gone": take(lambda site: [path for path in site if path.startswith("ledger/records/")]),
    "a page gone": take(lambda site: [path for path in site if path.endswith("index.html")]),
    "a checkpoint gone": take(lambda _: ["ledger/checkpoint", "ledger/checkpoints.jsonl", "ledger/salts.jsonl"]),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERED)
def test_tampering_is_found_by_both_verifiers(name: str) -> None:
    for seed in range(TIMES):
        made = office(seed)
        kept = made.ledger.notes[-1]
        spoilt = TAMPERED[name](random.Random(seed), made.site)
        assert wrong(spoilt, kept), (name, seed)
        assert not is_right(spoilt, kept), (name, seed)


@pytest.mark.parametrize("name", ["rewrite all of the history", "cut the end of the history"])
def test_a_history_written_anew_is_found_only_by_who_kept_a_checkpoint(name: str) -> None:
    made = office(1)
    lines = raw(made.site)
    if name.startswith("rewrite"):
        rewrite(random.Random(1), lines)
        spoilt = forged(made.site, lines)
        assert not wrong(spoilt)
        assert is_right(spoilt)
        assert wrong(spoilt, made.ledger.notes[-1])
    else:
        early = Office(3, {"paper:a": Kept("A")})
        early.publish()
        before = dict(early.site)
        early.kept["paper:b"] = Kept("B")
        early.publish()
        assert not wrong(before)
        assert wrong(before, early.ledger.notes[-1])


def test_honest_histories_pass_both_verifiers() -> None:
    for seed in range(HISTORIES):
        made = office(seed)
        for kept in made.ledger.notes:
            assert wrong(made.site, kept) == []
        assert is_right(made.site, made.ledger.notes[0])


def test_a_link_in_place_of_a_file_is_found(tmp_path: Path) -> None:
    made = office(0)
    for path, content in made.site.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    program = tmp_path / "verify.py"
    program.write_bytes(verifier())
    command = [sys.executable, "-I", str(program), str(tmp_path)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    file = tmp_path / live(made.site)[0]
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    assert found.returncode == 1
    assert "is not there" in found.stdout
    assert subprocess.run([*command[:-1], str(tmp_path / "no")], check=False, capture_output=True).returncode == 2


def test_nothing_of_what_was_erased_can_be_found_by_trial() -> None:
    made = Office(5, {"paper:a": Kept("Said yes")})
    made.publish()
    del made.kept["paper:a"]
    made.erased.add("paper:a")
    made.publish()
    everything = b"".join(made.site.values())
    assert b"Said yes" not in everything
    assert made.ledger.salts == {}
    assert [path for path in made.site if "records" in path] == []


# --- what an office may and may not do


class Offices(RuleBasedStateMachine):
    """Publish, revise, correct, withdraw, restore and erase, in any order: always a ledger that passes."""

    def __init__(self) -> None:
        super().__init__()
        self.office = Office()
        self.first = b""
        self.number = 0

    def pick(self, data: st.DataObject, *, is_public: bool) -> str:
        return data.draw(st.sampled_from([key for key, one in self.office.kept.items() if one.is_public == is_public]))

    def has(self, *, is_public: bool) -> bool:
        return any(one.is_public == is_public for one in self.office.kept.values())

    def published(self) -> None:
        before = self.office.ledger.lines
        self.office.publish()
        assert self.office.ledger.lines[: len(before)] == before
        self.first = self.first or self.office.ledger.notes[0]

    @rule(file=st.binary(max_size=3))
    def new(self, file: bytes) -> None:
        self.number += 1
        self.office.kept[f"paper:n-{self.number}"] = Kept("Text", {"file.pdf": file} if file else {})
        self.published()

    @precondition(lambda self: self.has(is_public=True))
    @rule(data=st.data(), kind=st.sampled_from(["revised", "corrected"]), text=st.text("ab ", max_size=4))
    def change(self, data: st.DataObject, kind: str, text: str) -> None:
        key = self.pick(data, is_public=True)
        is_other = self.office.kept[key].text != text
        self.office.kept[key].text = text
        if is_other:
            assert [one for one in self.office.found() if isinstance(one, Unreasoned) and one.key == key]
        self.office.say(key, kind)
        self.published()
        assert self.office.ledger.entries[-1].action == {"revised": "revise", "corrected": "correct"}[kind]

    @precondition(lambda self: self.has(is_public=True))
    @rule(data=st.data(), file=st.binary(max_size=3))
    def attach(self, data: st.DataObject, file: bytes) -> None:
        key = self.pick(data, is_public=True)
        self.office.kept[key].files = {"file.pdf": file}
        self.office.say(key, "revised")
        self.published()

    @precondition(lambda self: self.has(is_public=True))
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        key = self.pick(data, is_public=True)
        self.office.kept[key].is_public = False
        assert [one for one in self.office.found() if isinstance(one, Unreasoned) and one.key == key]
        self.office.say(key, "withdrawn")
        self.published()
        assert not [path for path in self.office.site if path.startswith(f"ledger/records/{key.replace(':', '/')}/")]

    @precondition(lambda self: self.has(is_public=False))
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        key = self.pick(data, is_public=False)
        self.office.kept[key].is_public = True
        assert [one for one in self.office.found() if isinstance(one, Unreasoned) and one.key == key]
        self.office.say(key, "restored")
        self.published()

    @precondition(lambda self: self.office.kept)
    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(list(self.office.kept)))
        del self.office.kept[key]
        self.office.erased.add(key)
        self.published()
        self.office.kept[key] = Kept("Again")
        assert [one for one in self.office.found() if isinstance(one, Unreasoned) and one.key == key]
        del self.office.kept[key]

    @invariant()
    def passes(self) -> None:
        if self.office.ledger.entries:
            assert wrong(self.office.site, self.first) == []
            assert is_right(self.office.site, self.first)


Offices.TestCase.settings = settings(deadline=None, derandomize=not ALL, max_examples=400 if ALL else 25,
                                     stateful_step_count=25 if ALL else 12)  # fmt: skip
TestOffices = Offices.TestCase


def test_reasons_that_were_published_stay() -> None:
    made = Office(0, {"paper:a": Kept("A")})
    made.publish()
    made.kept["paper:a"].text = "B"
    made.say("paper:a", "corrected", "A was wrong.")
    made.publish()
    made.kept["paper:a"].reasons = ()
    made.say("paper:a", "corrected", "Nothing of note.")
    assert [one.message for one in made.found() if isinstance(one, Unreasoned)] == [
        "the reasons that were published stay as they are. Put them back; write a further entry beneath them."
    ]


def test_a_difference_says_what_is_out_and_what_is_in() -> None:
    before, after = (
        orjson.dumps({"fields": {"title": "A paper", "items": [{"text": f"The sum is {sum} pounds"}]}}).decode()
        for sum in (40, 45)
    )
    assert differences(before, after) == (
        ("Item, text", ((("same", "The sum is "), ("out", "40"), ("in", "45"), ("same", " pounds")),)),
    )


@given(
    st.lists(st.sampled_from(["a", "b", "c", "."]), max_size=20),
    st.lists(st.sampled_from(["a", "b", "c"]), max_size=20),
)
def test_the_words_of_both_texts_are_in_their_difference(old: list[str], new: list[str]) -> None:
    left, right = " ".join(old), " ".join(new)
    parts = list(words(left, right))
    assert "".join(part.words for part in parts if part.what != "in") == left
    assert "".join(part.words for part in parts if part.what != "out") == right
