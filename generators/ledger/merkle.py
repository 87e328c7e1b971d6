"""A tree of hashes over the lines of the ledger (RFC 6962), and proofs of what is in it."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()
"""The root of a tree without leaves."""


def leaf_hash(line: bytes) -> bytes:
    """Of one line. The byte in front keeps a leaf from passing for a node."""
    return sha256(b"\x00" + line).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree, and every smaller one that it was before."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        level = [leaf_hash(line) for line in lines]
        self.size = len(level)
        self._levels = [level]
        """The hashes of all full subtrees, by height: of 1 leaf, of 2, of 4."""
        while len(level) > 1:
            level = [node_hash(left, right) for left, right in zip(level[::2], level[1::2], strict=False)]
            self._levels.append(level)

    def root(self, size: int) -> bytes:
        """The root of the tree of the first lines."""
        return self._hash(0, size) if size else EMPTY

    def inclusion(self, index: int, size: int) -> tuple[bytes, ...]:
        """The hashes that lead from a leaf to the root of the tree of this size."""
        return tuple(self._path(index, 0, size))

    def consistency(self, old: int, size: int) -> tuple[bytes, ...]:
        """The hashes that show that the tree of the old size is the beginning of the other."""
        return tuple(self._consistent(old, 0, size, whole=True)) if 0 < old < size else ()

    def _hash(self, start: int, end: int) -> bytes:
        number = end - start
        height = number.bit_length() - 1
        if number == 1 << height:
            return self._levels[height][start >> height]
        middle = start + _half(number)
        return node_hash(self._hash(start, middle), self._hash(middle, end))

    def _path(self, index: int, start: int, end: int) -> list[bytes]:
        if end - start == 1:
            return []
        middle = start + _half(end - start)
        if index < middle:
            return [*self._path(index, start, middle), self._hash(middle, end)]
        return [*self._path(index, middle, end), self._hash(start, middle)]

    def _consistent(self, old: int, start: int, end: int, *, whole: bool) -> list[bytes]:
        if old == end:
            return [] if whole else [self._hash(start, end)]
        middle = start + _half(end - start)
        if old <= middle:
            return [*self._consistent(old, start, middle, whole=whole), self._hash(middle, end)]
        return [*self._consistent(old, middle, end, whole=False), self._hash(start, middle)]


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether a leaf stands at this place of the tree with this root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(step, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def is_continued(old: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the tree of the old size is the beginning of the other (RFC 9162, 2.1.4.2)."""
    if not 0 <= old <= size:
        return False
    if old in (0, size):
        return not proof and old_root == (root if old else EMPTY)
    steps = [*([old_root] if old & (old - 1) == 0 else []), *proof]
    if not steps:
        return False
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, step)
        at, last = at >> 1, last >> 1
    return last == 0 and before == old_root and after == root


def _half(number: int) -> int:
    """How many of the leaves stand on the left: the largest power of two that is smaller than their number."""
    return 1 << ((number - 1).bit_length() - 1)
