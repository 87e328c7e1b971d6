"""A tree of hashes over the lines of the ledger (RFC 6962), and the path from each to its root."""

from collections.abc import Iterable
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


def _half(number: int) -> int:
    """How many of the leaves stand on the left: the largest power of two that is smaller than their number."""
    return 1 << ((number - 1).bit_length() - 1)
