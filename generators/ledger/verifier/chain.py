"""The lines of a ledger: whether each is written as it must be, and follows the one before it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

ACTIONS = ("publish", "revise", "correct", "withdraw", "restore", "erase")
FIELDS = {
    "action": str, "files": list, "page": str, "prev": str, "reasons": list, "record_id": str, "seq": int, "time": str,
    "version": int,
}  # fmt: skip
FILE = {"bytes": int, "commit": str, "path": str}
REASON = {"code": str, "date": str, "decided_by": str, "kind": str, "words": str}
Entry = dict[str, Any]
Wrong = list[str]


def lines_of(text: bytes, what: str) -> tuple[list[bytes], list[Entry], Wrong]:
    """The lines of a file, what each says, and which of them are not written in the one way they can be."""
    lines, found, wrong = text.split(b"\n"), [], []
    if lines.pop():
        wrong.append(f"{what}: the last line is cut off")
    for number, line in enumerate(lines, 1):
        try:
            value = json.loads(line)
            again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            value = again = None
        if again != line or not isinstance(value, dict):
            wrong.append(f"{what}, line {number}: not written as canonical JSON")
            break
        found.append(value)
    return lines[: len(found)], found, wrong


def is_shaped(value: Any, shape: Mapping[str, type]) -> bool:
    """Whether a group has exactly these fields, each of its type."""
    return isinstance(value, dict) and {name: type(each) for name, each in value.items()} == shape


def chain(text: bytes) -> tuple[list[bytes], list[Entry], Wrong]:
    """The entries of a ledger, and what is wrong with the chain of its lines."""
    lines, entries, wrong = lines_of(text, "ledger.jsonl")
    before, time = b"", ""
    for number, (line, entry) in enumerate(zip(lines, entries)):  # noqa: B905 - for older Pythons
        if wrong:
            break
        said = f"ledger.jsonl, line {number + 1}"
        files, reasons = entry.get("files"), entry.get("reasons")
        if not is_shaped(entry, FIELDS) or not all(is_shaped(file, FILE) for file in files or ()):
            wrong.append(f"{said}: not a line of a ledger")
            break
        if not all(is_shaped(reason, REASON) for reason in reasons or ()) or entry["action"] not in ACTIONS:
            wrong.append(f"{said}: not a line of a ledger")
            break
        if entry["seq"] != number:
            wrong.append(f"{said}: its number is {entry['seq']}, and should be {number}: a line is missing or moved")
        if entry["prev"] != (hashlib.sha256(before).hexdigest() if number else ""):
            wrong.append(f"{said}: the line before it is not the one it was written after")
        if not _is_time(entry["time"]) or entry["time"] < time:
            wrong.append(f"{said}: its time is before that of the line before it, or is none")
        before, time = line, entry["time"]
    return ([], [], wrong) if wrong else (lines, entries, wrong)


def _is_time(text: str) -> bool:
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").strftime("%Y-%m-%dT%H:%M:%SZ") == text  # noqa: DTZ007
    except ValueError:
        return False


def roots(lines: list[bytes]) -> Iterator[bytes]:
    """The root of the tree (RFC 6962) of no line, of the first, of the first two, and so on."""
    peaks: list[tuple[int, bytes]] = []
    yield hashlib.sha256(b"").digest()
    for line in lines:
        height, right = 0, hashlib.sha256(b"\x00" + line).digest()
        while peaks and peaks[-1][0] == height:
            height, right = height + 1, hashlib.sha256(b"\x01" + peaks.pop()[1] + right).digest()
        peaks.append((height, right))
        top = peaks[-1][1]
        for _, left in reversed(peaks[:-1]):
            top = hashlib.sha256(b"\x01" + left + top).digest()
        yield top
