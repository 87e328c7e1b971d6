"""A ledger as it stands: its lines, its salts, its checkpoints, and the bytes of every earlier version."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from generators.ledger.commitment import commit
from generators.ledger.entry import AUTOMATIC, Covered, Entry, Reason
from generators.ledger.merkle import Tree
from generators.ledger.verifier.keys import Former

FOLDER = "ledger/"
"""Where its files lie on the site."""
DOWN = ("withdraw", "erase")
"""The actions after which a record is not public."""


@dataclass(frozen=True)
class Proof:
    """That an entry stands in the ledger, as it was when the entry was published."""

    seq: int
    size: int
    """How many lines the ledger had then."""
    root: str
    leaf: str
    path: tuple[str, ...]
    """The hashes that lead from the leaf to the root."""


@dataclass(frozen=True)
class Past:
    """What the ledger says of one record."""

    entries: tuple[Entry, ...]

    @property
    def last(self) -> Entry:
        """What happened last."""
        return self.entries[-1]

    @property
    def is_live(self) -> bool:
        """Whether the record is public."""
        return self.last.action not in DOWN

    @property
    def standing(self) -> tuple[Entry, ...]:
        """The entries whose files are still public: those since it was last taken down, unless it only moved."""
        downs = [
            at
            for at, entry in enumerate(self.entries)
            if entry.action == "erase" or (entry.action == "withdraw" and not is_move(entry))
        ]
        found = self.entries[downs[-1] + 1 :] if downs else self.entries
        return tuple(entry for entry in found if entry.files)

    @property
    def told(self) -> tuple[Reason, ...]:
        """The reasons given so far under `changes` of the record."""
        return tuple(reason for entry in self.entries for reason in entry.reasons if reason.code not in AUTOMATIC)


@dataclass(frozen=True, eq=False)
class Ledger:
    """The ledger."""

    lines: tuple[bytes, ...] = ()
    entries: tuple[Entry, ...] = ()
    salts: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """By the number of the entry, then by path. What is taken down takes its salts with it: nobody can try out what it
    said."""
    notes: tuple[bytes, ...] = ()
    """Every checkpoint, the latest last."""
    public_key: str = ""
    former: tuple[Former, ...] = ()
    """The keys that gave way to it, the first of them first."""
    earlier: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of versions that another took the place of, by the commitment to them."""

    @cached_property
    def past(self) -> Mapping[str, Past]:
        """Every record that was ever published, by its noun, a colon and its id."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.record_id].append(entry)
        return {id: Past(tuple(entries)) for id, entries in found.items()}

    def is_of(self, entry: Entry, file: Covered, content: bytes) -> bool:
        """Whether these are the bytes that an entry covers."""
        salt = bytes.fromhex(self.salts[entry.seq][file.path])
        return len(content) == file.bytes and commit(salt, content) == file.commit

    def proof(self, entry: Entry) -> Proof:
        """That an entry stands in the ledger, at the checkpoint with which it was published."""
        size, tree = self._sizes[entry.time], self._tree
        path = tuple(step.hex() for step in tree.inclusion(entry.seq, size))
        leaf = sha256(b"\x00" + self.lines[entry.seq]).hexdigest()
        return Proof(entry.seq, size, tree.root(size).hex(), leaf, path)

    @cached_property
    def _sizes(self) -> Mapping[str, int]:
        """How many lines the ledger had once all that was published at a time stood in it."""
        return {entry.time: entry.seq + 1 for entry in self.entries}

    @cached_property
    def _tree(self) -> Tree:
        return Tree(self.lines)


NO_LEDGER = Ledger()
"""Where none is kept."""


def record_file(key: str, version: int) -> str:
    """Where one version of a record lies on the site."""
    noun, _, id = key.partition(":")
    return f"{FOLDER}records/{noun}/{id}/v{version}.json"


def put_away(file: Covered) -> str:
    """Where an attached file lies on the site once another took its place."""
    return f"{FOLDER}earlier/{file.commit}/{file.path.rpartition('/')[2]}"


def is_move(entry: Entry) -> bool:
    """Whether a record was only taken from its old id and address to another."""
    return {reason.code for reason in entry.reasons} == {"moved"}
