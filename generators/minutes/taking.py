"""What was proposed for a record, put in its place once a person has read it."""

from datetime import datetime
from pathlib import Path

from generators.check import problems_of
from generators.in_place import put
from generators.minutes.proposing import HEAD, digest_of
from generators.minutes.refusal import CannotRead
from generators.minutes.waiting import MEETINGS, waiting
from generators.problem import Problem, count, did_you_mean
from generators.read.files import PROPOSED


def taken(id: str, root: Path, now: datetime) -> list[str]:
    """What was done, in lines. Raises CannotRead where nothing was."""
    path = f"{MEETINGS}/{id}/meeting.yml"
    known = waiting(root)
    if id not in known:
        raise CannotRead(f'Nothing is proposed for a meeting "{id}".{did_you_mean(id, known) if known else ""}')
    proposed = root / f"{path}{PROPOSED}"
    head, content = _parted(proposed.read_bytes())
    raw = (root / path).read_bytes() if (root / path).is_file() else b""
    if digest_of(raw) not in head:
        raise CannotRead(
            f"{path} was changed since the proposal was made from it. Keep what you mended of {proposed.name}, "
            "delete that file, and import the document again."
        )
    wrong = _wrong(root, now, path, content, head.count("\n"))
    if wrong:
        raise CannotRead("\n".join([f"{count(len(wrong), 'thing')} in the proposal cannot stay so.", *map(str, wrong)]))
    put(root, {path: content}, {path: raw})
    proposed.unlink()
    return [
        f"{path} is now what was proposed for it.",
        "Look at it once more with `scrutiny diff`. It can be seen as soon as you send it in.",
    ]


def _parted(raw: bytes) -> tuple[str, bytes]:
    """The lines that only a proposal has, and the record."""
    lines = raw.splitlines(keepends=True)
    number = next((at for at, line in enumerate(lines) if not line.startswith(HEAD.encode())), len(lines))
    return b"".join(lines[:number]).decode(), b"".join(lines[number:])


def _wrong(root: Path, now: datetime, path: str, content: bytes, above: int) -> list[Problem]:
    """What would be wrong with the records that is not so now; in the proposal, on the lines that it has there."""
    before = {(one.path, one.field, one.message) for one in problems_of(root, now)}
    found = [
        one
        for one in problems_of(root, now, {path: content})
        if one.path == path or (one.path, one.field, one.message) not in before
    ]
    return [
        Problem(f"{path}{PROPOSED}", one.line + above, one.column, one.field, one.message) if one.path == path else one
        for one in found
    ]
