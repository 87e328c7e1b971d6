"""The keys that signed the checkpoints: that of today, and those that gave way to another."""

from collections.abc import Iterator
from typing import NamedTuple

from generators.ledger.verifier.chain import Wrong, is_shaped, lines_of
from generators.ledger.verifier.note import Note, is_key, is_marked, is_signed
from generators.ledger.verifier.site import Site

GAVE_WAY = {"key": str, "lines": int, "words": str}


class Former(NamedTuple):
    """A key that gave way to another."""

    key: str
    lines: int
    """How long the ledger was at the checkpoint that the next key was the first to sign."""
    words: str
    """Why the key before did not sign that checkpoint as well; empty where it did."""


class Keys(NamedTuple):
    """The public halves of the keys of an office."""

    current: str = ""
    """Empty where the checkpoints are not signed."""
    former: tuple[Former, ...] = ()

    def at(self, size: int) -> str:
        """The key whose turn it is with the checkpoint of so many lines."""
        return next((one.key for one in self.former if size < one.lines), self.current)

    def all(self) -> list[str]:
        """Every one of them."""
        return [*(one.key for one in self.former), self.current] if self.current else []


def keys_of(site: Site) -> tuple[Keys, Wrong]:
    """The keys that a ledger names."""
    current, listed = (site.read(f"ledger/{name}") or b"" for name in ("key", "former-keys.jsonl"))
    _, found, wrong = lines_of(listed, "former-keys.jsonl") if listed else ([], [], [])
    if not all(is_shaped(one, GAVE_WAY) for one in found):
        return Keys(), [*wrong, "former-keys.jsonl: not the keys of an office"]
    keys = Keys(current.decode("utf-8", "replace").strip(), tuple(Former(**one) for one in found))
    if (current or found) and not all(is_key(one) for one in (keys.current, *keys.all())):
        wrong.append("the key of this ledger, or one before it, is no public key of an office")
    return keys, wrong


def signs(notes: list[Note], keys: Keys) -> Iterator[str]:
    """Whether once signed is always signed, each checkpoint in the name of the key whose turn it was.

    The signatures themselves are worked out for the latest checkpoint, which stands for all lines, and for those with
    which a key gave way.
    """
    if not keys.current:
        yield from ["the checkpoints are signed, and the key of this ledger is gone"] if notes[-1].signatures else []
        return
    is_begun = False
    for note in notes:
        is_begun = is_begun or bool(note.signatures)
        if is_begun and not is_marked(note, keys.at(note.size)):
            yield f"the checkpoint of {note.size} lines is not signed with the key whose turn it was"
    if not is_signed(notes[-1], keys.current):
        yield "the latest checkpoint is not signed with the key of this ledger"
    sizes = {note.size: note for note in notes}
    for one in keys.former:
        change = sizes.get(one.lines)
        if change is None or not is_signed(change, keys.at(one.lines)):
            yield f"no checkpoint of {one.lines} lines is signed with the key that is said to begin there"
        elif is_signed(change, one.key) == bool(one.words):
            yield f"another key signs from line {one.lines}, and the one before it neither signed that nor is lost"


def trusted(note: Note, key: str, keys: Keys) -> Wrong:
    """Whether the key that a reader has signed the latest checkpoint, or every change of key up to it. See `signs`."""
    if is_signed(note, key):
        return []
    turn = next((at for at, one in enumerate(keys.former) if one.key == key.strip()), None)
    if turn is None:
        return ["the checkpoint is not signed with this key"]
    return [
        f"another key signs from line {one.lines}, and the one before it did not sign the change. The office says why: "
        f"“{one.words}” Ask it in another way for the key of today"
        for one in keys.former[turn:]
        if one.words
    ]


def is_known(kept: Note, keys: Keys) -> bool:
    """Whether a checkpoint that somebody kept has no signature, or that of a key which the ledger names."""
    return not kept.signatures or any(is_signed(kept, key) for key in keys.all())
