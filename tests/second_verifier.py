"""A second verifier, written apart from the first and in another way, so that both are not wrong in the same place."""

import base64
import hashlib
import unicodedata

import orjson
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

DOWN = ("withdraw", "erase")


def root(lines: list[bytes]) -> bytes:
    """As RFC 6962 defines it, word for word."""
    if not lines:
        return hashlib.sha256(b"").digest()
    if len(lines) == 1:
        return hashlib.sha256(b"\x00" + lines[0]).digest()
    k = 1
    while k * 2 < len(lines):
        k *= 2
    return hashlib.sha256(b"\x01" + root(lines[:k]) + root(lines[k:])).digest()


def is_included(line: bytes, index: int, size: int, path: tuple[bytes, ...], root: bytes) -> bool:
    """Whether a line stands at this place of the tree with this root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, hashlib.sha256(b"\x00" + line).digest()
    for step in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = hashlib.sha256(b"\x01" + step + found).digest()
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = hashlib.sha256(b"\x01" + found + step).digest()
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def is_right(site: dict[str, bytes], kept: bytes = b"") -> bool:
    """Whether a site is what its ledger says."""
    try:
        _check(site, kept)
    except (AssertionError, KeyError, ValueError, TypeError, AttributeError, IndexError):
        return False
    return True


def _check(site: dict[str, bytes], kept: bytes) -> None:
    text = site["ledger/ledger.jsonl"]
    lines = text.split(b"\n")
    assert lines.pop() == b""
    entries = [orjson.loads(line) for line in lines]
    for at, (line, entry) in enumerate(zip(lines, entries, strict=True)):
        assert rfc8785.dumps(entry) == line
        assert (type(entry["seq"]), type(entry["version"])) == (int, int)
        assert entry["seq"] == at
        assert entry["prev"] == (hashlib.sha256(lines[at - 1]).hexdigest() if at else "")
        assert not at or entries[at - 1]["time"] <= entry["time"]
        assert all(one["words"] and one["code"] for one in entry["reasons"])
        assert entry["reasons"] or entry["action"] == "publish"
        assert bool(entry["files"]) != (entry["action"] in DOWN)
        assert not entry["page"] or f"{entry['page']}index.html" in site
    notes = [orjson.loads(line)["note"] for line in site["ledger/checkpoints.jsonl"].splitlines()]
    assert site["ledger/checkpoint"].decode() == notes[-1]
    sizes = [at for at in range(1, len(lines) + 1) if at == len(lines) or entries[at]["time"] > entries[at - 1]["time"]]
    assert len(sizes) == len(notes)
    for size, note in zip(sizes, notes, strict=True):
        assert note.split("\n")[1:3] == [str(size), base64.b64encode(root(lines[:size])).decode()]
    _signatures(site, [note.split("\n") for note in notes], kept.decode().split("\n"))
    if kept:
        size = int(kept.decode().split("\n")[1])
        assert size <= len(lines)
        assert kept.decode().split("\n")[2] == base64.b64encode(root(lines[:size])).decode()
    _files(site, entries)


def _signatures(site: dict[str, bytes], notes: list[list[str]], kept: list[str]) -> None:
    """The latest note is signed with the key of today, and each change of key with both, or for a reason."""
    public = site["ledger/key"].decode().split() if "ledger/key" in site else []
    former = [orjson.loads(line) for line in site.get("ledger/former-keys.jsonl", b"").splitlines()]
    keys = [*(one["key"] for one in former), *public]
    assert len(keys) == (len(former) + 1 if public else 0)
    begun = next((at for at, note in enumerate(notes) if len(note) > 4), len(notes))
    assert bool(keys) == (begun < len(notes))
    for note in notes[begun:]:
        now = sum(one["lines"] <= int(note[1]) for one in former)
        assert keys[now].split("+")[1] in {base64.b64decode(line.split()[-1])[:4].hex() for line in note[4:-1]}
    assert not keys or _is_signed(notes[-1], keys[-1])
    for one, after in zip(former, keys[1:], strict=True) if former else ():
        change = next(note for note in notes if int(note[1]) == one["lines"])
        assert _is_signed(change, after)
        assert _is_signed(change, one["key"]) != bool(one["words"])
    assert len(kept) < 5 or any(_is_signed(kept, key) for key in keys)


def _is_signed(note: list[str], key: str) -> bool:
    name, short, public = key.split("+", 2)
    for line in note[4:-1]:
        sign, signer, made = line.split(" ")
        raw = base64.b64decode(made)
        if (sign, signer, raw[:4].hex()) != ("\N{EM DASH}", name, short):
            continue
        try:
            Ed25519PublicKey.from_public_bytes(base64.b64decode(public)[1:]).verify(
                raw[4:], "\n".join([*note[:3], ""]).encode()
            )
        except InvalidSignature:
            continue
        return True
    return False


def _files(site: dict[str, bytes], entries: list[dict]) -> None:  # type: ignore[type-arg]
    salts = {one["seq"]: one["salts"] for one in map(orjson.loads, site["ledger/salts.jsonl"].splitlines())}
    by_record: dict[str, list[dict]] = {}  # type: ignore[type-arg]
    for entry in entries:
        before = by_record.setdefault(entry["record_id"], [])
        assert (entry["action"] == "publish") == (not before)
        if before:
            assert before[-1]["action"] != "erase"
            assert (before[-1]["action"] == "withdraw") <= (entry["action"] in ("restore", "erase"))
            assert entry["version"] == before[-1]["version"] + (entry["action"] not in DOWN)
        before.append(entry)
    there, names = set(), set()
    for found in by_record.values():
        start = max((at + 1 for at, one in enumerate(found) if one["action"] in DOWN), default=0)
        for at, entry in enumerate(found):
            wanted = {file["path"] for file in entry["files"]} if at >= start else set()
            assert salts.pop(entry["seq"], {}).keys() == wanted
        for at, entry in enumerate(found[start:], start):
            for file in entry["files"]:
                is_live = at == len(found) - 1
                salt = next(
                    bytes.fromhex(one["salts"][file["path"]])
                    for one in map(orjson.loads, site["ledger/salts.jsonl"].splitlines())
                    if one["seq"] == entry["seq"]
                )
                assert len(salt) == 16
                path = file["path"]
                seal = hashlib.sha256(salt + site.get(path, b"")).hexdigest()
                if seal != file["commit"] and not is_live:
                    path = f"ledger/earlier/{file['commit']}/{path.split('/')[-1]}"
                    seal = hashlib.sha256(salt + site[path]).hexdigest()
                assert seal == file["commit"]
                there.add(path)
                if is_live:
                    name = unicodedata.normalize("NFC", path).casefold()
                    assert name not in names
                    names.add(name)
    assert not salts
    for path in site:
        is_of_a_record = path.startswith(("ledger/records/", "ledger/earlier/")) or path.endswith((".pdf", ".jpg"))
        assert path in there or not is_of_a_record
