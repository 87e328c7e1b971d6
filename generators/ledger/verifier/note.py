"""A checkpoint (C2SP tlog-checkpoint): what it says, and whether its signature (Ed25519, RFC 8032) is right."""

import base64
import hashlib
import re
from typing import NamedTuple, Optional

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
Point = tuple[int, int, int, int]


class Note(NamedTuple):
    """A checkpoint."""

    origin: str
    size: int
    root: bytes
    body: bytes
    signatures: tuple[str, ...]


def note_of(text: bytes) -> Note:
    """What a checkpoint says. Raises ValueError where it is none."""
    body, gap, signed = text.decode("utf-8").partition("\n\n")
    lines = (body if gap else body.removesuffix("\n")).split("\n")
    if len(lines) != 3 or not lines[0] or not re.fullmatch("0|[1-9][0-9]*", lines[1]) or not text.endswith(b"\n"):
        raise ValueError("a checkpoint has three lines: a name, a number, a hash")
    root = base64.b64decode(lines[2], validate=True)
    if len(root) != 32 or base64.b64encode(root).decode() != lines[2]:
        raise ValueError("the hash of a checkpoint has 32 bytes")
    return Note(lines[0], int(lines[1]), root, ("\n".join(lines) + "\n").encode(), tuple(signed.split("\n")[:-1]))


def is_signed(note: Note, key: str) -> bool:
    """Whether a checkpoint is signed with the key of which these words are the public half. Raises ValueError."""
    name, public, hash = _key(key)
    for line in note.signatures:
        start = f"\N{EM DASH} {name} "
        signed = base64.b64decode(line[len(start) :]) if line.startswith(start) else b""
        if signed[:4] == hash and _verified(public[1:], note.body, signed[4:]):
            return True
    return False


def is_marked(note: Note, key: str) -> bool:
    """Whether a checkpoint has a signature in the name of this key, which may be right or not."""
    name, _, hash = _key(key)
    starts = [line.partition(f"\N{EM DASH} {name} ") for line in note.signatures]
    return any(not before and base64.b64decode(signed)[:4] == hash for before, sign, signed in starts if sign)


def is_key(words: str) -> bool:
    """Whether these words are the public half of a key."""
    try:
        _key(words)
    except ValueError:
        return False
    return True


def _key(words: str) -> tuple[str, bytes, bytes]:
    name, short, long = words.strip().split("+", 2)
    public = base64.b64decode(long, validate=True)
    hash = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
    if len(public) != 33 or public[:1] != b"\x01" or hash.hex() != short:
        raise ValueError("this is no public key of signed notes")
    return name, public, hash


def _verified(public: bytes, message: bytes, signature: bytes) -> bool:
    key, commitment = _point(public), _point(signature[:32])
    number = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or len(signature) != 64 or number >= L:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    base = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    left, right = _times(number, base or key), _sum(commitment, _times(challenge, key))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


def _point(text: bytes) -> Optional[Point]:  # noqa: UP045 - for older Pythons
    y = int.from_bytes(text, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if len(text) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def _sum(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number: int, point: Point) -> Point:
    found: Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            found = _sum(found, point)
        point, number = _sum(point, point), number >> 1
    return found
