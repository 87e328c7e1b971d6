"""A commitment to the bytes of a file, which tells nobody what they are."""

import os
from hashlib import sha256

SALT = 16
"""Bytes. All have this length, so that a salt and the bytes after it cannot be parted in two ways."""


def commit(salt: bytes, content: bytes) -> str:
    """The commitment. Without the salt nobody can try out which content it is of."""
    if len(salt) != SALT:
        raise ValueError(f"a salt has {SALT} bytes")
    return sha256(salt + content).hexdigest()


def new_salt() -> bytes:
    """One that nobody can foresee."""
    return os.urandom(SALT)
