"""A checkpoint: the size and root of the ledger as a note (C2SP tlog-checkpoint and signed-note), signed or not."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

ED25519 = b"\x01"
"""What signed notes call this kind of key."""


class Key(NamedTuple):
    """A key that signs, by its name."""

    name: str
    private: bytes
    """The PEM of an Ed25519 key, as `openssl genpkey -algorithm ed25519` writes it."""


class Signing(NamedTuple):
    """With what the next checkpoint is signed."""

    key: Key | None = None
    old: Key | None = None
    """The key that gives way to it, and signs this once beside it."""
    words: str = ""
    """Why a key gives way that cannot sign any more, or must not be trusted."""


UNSIGNED = Signing()


def read_key(file: Path, name: str) -> Key:
    """The key in a file. Raises ValueError where it is none."""
    key = Key(name, file.read_bytes())
    _loaded(key)
    return key


def note(origin: str, size: int, root: bytes, *keys: Key) -> bytes:
    """The checkpoint as it is published, signed with each of these keys."""
    body = f"{origin}\n{size}\n{b64encode(root).decode()}\n".encode()
    signed = (b64encode(_hash(key) + _loaded(key).sign(body)).decode() for key in keys)
    lines = [f"\N{EM DASH} {key.name} {one}\n" for key, one in zip(keys, signed, strict=True)]
    return body + "".join(["\n", *lines]).encode() if lines else body


def public_key(key: Key) -> str:
    """What a reader needs to check the signatures: name, short hash and key, as signed notes write them."""
    return f"{key.name}+{_hash(key).hex()}+{b64encode(ED25519 + _public(key)).decode()}"


def _hash(key: Key) -> bytes:
    return sha256(key.name.encode() + b"\n" + ED25519 + _public(key)).digest()[:4]


def _public(key: Key) -> bytes:
    return _loaded(key).public_key().public_bytes_raw()


def _loaded(key: Key) -> Ed25519PrivateKey:
    if not isinstance(found := load_pem_private_key(key.private, None), Ed25519PrivateKey):
        raise ValueError("this is a key, but no Ed25519 key")
    return found
