"""The only code that opens `content/` and `data/`: files in, text and the place of each piece out."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

import orjson

from generators.cache import Cache
from generators.gate import in_files
from generators.gate.in_files import seen_in_fields, seen_in_rows
from generators.gate.seen import Seen
from generators.problem import Problem, Where
from generators.read import csv_text, yaml_text
from generators.read.encoding import plain_text, sheet_text
from generators.read.fence import FENCE, fields_missing
from generators.read.files import (
    File,
    entries,
    illegible,
    is_legible,
    is_record,
    is_settled,
    signature,
    to_file,
)
from generators.read.signs import without_hidden
from generators.second_process import WORTH_SHARING, in_two, together

CACHE = ".scrutiny/parsed.sqlite"
LARGEST_RECORD = 2_000_000
"""Bytes. The whole text of the largest agenda pack is under a tenth of this."""
EMPTY = "the file is empty. Write the record's fields into it, or delete it."
LINK = re.compile(r"\]\(<?([^\s<>()]+)")
NOTHING: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True)
class Document:
    """One record file as text: its fields, the text beneath them, or its rows."""

    path: str
    fields: dict[str, Any]
    """Names and values as typed, every value a text, a list or a group."""
    body: str = ""
    header: tuple[str, ...] = ()
    """The column names of a CSV file."""
    rows: tuple[dict[str, Any], ...] = ()
    digest: str = ""
    """A hash of all of these: a remark, or the way a value is typed, does not change it."""
    refused: tuple[tuple[Where, str], ...] = ()
    """Where a text holds what is never published, and why: a formula."""
    seen: tuple[Seen, ...] = ()
    """What looks like something that is published only by a decision."""


@dataclass(frozen=True)
class Sources:
    """Everything that was read, and what could not be."""

    root: Path
    documents: tuple[Document, ...]
    files: dict[str, File]
    problems: tuple[Problem, ...]
    unwritten: Mapping[str, bytes] = field(default_factory=dict)
    """Record files that are looked at before they are written, by path; they stand for what lies there."""


def read(root: Path, unwritten: Mapping[str, bytes] = NOTHING) -> Sources:
    """Read every record beneath `content/` and `data/`; what cannot be read is a problem, never an exception."""
    cache = Cache(root / CACHE)
    if cache.is_empty:
        _fill(root, cache)
    documents: list[Document] = []
    files: dict[str, File] = {}
    problems: list[Problem] = []
    for path, raw in unwritten.items():
        parts = _parse(path, raw, _header_line(root, path, cache))
        problems += [parts] if isinstance(parts, Problem) else []
        documents += [_made(path, parts)] if isinstance(parts, dict) else []
    for path, entry in entries(root):
        if path in unwritten:
            continue
        if not is_legible(path):
            problems.append(illegible(path))
            continue
        if not is_record(path, entry):
            files[path] = to_file(path, entry, cache)
            continue
        found = _document(root, path, entry.stat(), cache, _header_line(root, path, cache))
        if isinstance(found, Document):
            documents.append(found)
        else:
            problems.append(found)
    cache.save()
    return Sources(root, tuple(documents), files, tuple(problems), unwritten)


def _fill(root: Path, cache: Cache) -> None:
    """Put what every file says into an empty cache. When they are many, a second process reads some of them."""
    records = [path for path, entry in entries(root) if is_record(path, entry) and is_legible(path)]
    if len(records) < WORTH_SHARING:
        return

    def read(paths: Sequence[str]) -> dict[str, bytes]:
        apart = Cache(root / CACHE)
        for path in paths:
            _document(root, path, (root / path).stat(), apart, _header_line(root, path, apart))
        return apart.added

    for added in in_two(read, together(records)):
        cache.add(added)


def places(root: Path, path: str, unwritten: bytes | None = None) -> Callable[[Where], tuple[int, int]]:
    """What gives line and column of a value in a record file, counted from 1, or of the nearest thing around it."""
    text = _text(path, (root / path).read_bytes() if unwritten is None else unwritten)
    if path.endswith(".csv"):
        return csv_text.places(text, _header_line(root, path, Cache(root / CACHE)))
    if not path.endswith(".md"):
        return yaml_text.places(text)
    fence = FENCE.match(text)
    among_fields = yaml_text.places("\n" + (fence[1] if fence else ""))
    if not fence or re.search("^text:", fence[1], re.MULTILINE):
        return among_fields
    beneath = (text[: fence.end()].count("\n") + 1, 1)
    return lambda where: beneath if where[:1] == ("text",) else among_fields(where)


def place_of(
    words: str, near: tuple[int, int], root: Path, path: str, unwritten: bytes | None = None, before: int = 0
) -> tuple[int, int]:
    """Line and column at which words stand at a place or behind it, after so many before; else the place itself."""
    text = _text(path, (root / path).read_bytes() if unwritten is None else unwritten)
    start = sum(len(line) + 1 for line in text.split("\n")[: near[0] - 1]) + near[1] - 1
    places = [one.start() for one in re.finditer(re.escape(words), text) if one.start() >= start]
    found = places[min(before, len(places) - 1)] if places else -1
    return near if found < 0 else (text.count("\n", 0, found) + 1, found - text.rfind("\n", 0, found))


def links_in(root: Path, path: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Line, column and address of every link typed in the Markdown of a file."""
    for number, line in enumerate(_text(path, (root / path).read_bytes()).split("\n"), 1):
        for found in LINK.finditer(line):
            yield (number, found.start(1) + 1), found[1]


def fields_in(path: str, text: str) -> tuple[dict[str, Any], str]:
    """The fields of a record of a kind that is kept at such a path, from its text, and what stands beneath them."""
    if not path.endswith(".md"):
        return yaml_text.parse(text), ""
    fence = FENCE.match(text)
    return (yaml_text.parse("\n" + fence[1]), text[fence.end() :]) if fence else ({}, text)


def _header_line(root: Path, path: str, cache: Cache) -> int:
    """The line on which the names of a table's columns stand, as its side file says; else the first."""
    if not path.endswith(".csv"):
        return 1
    side = path.removesuffix(".csv") + ".yml"
    if not (root / side).is_file():
        return 1
    found = _document(root, side, (root / side).stat(), cache, 1)
    line = found.fields.get("header_line") if isinstance(found, Document) else None
    return int(line) if isinstance(line, str) and re.fullmatch("[1-9][0-9]{0,3}", line) else 1


def _document(root: Path, path: str, status: os.stat_result, cache: Cache, header_line: int) -> Document | Problem:
    """One record file as text, or why it cannot be read. `header_line`: for a table, where its columns are named.

    What was read before is kept by the file's content, and the content's hash by everything the system says of
    the file, so that a file nobody touched is not opened again.
    """
    signed = f"{header_line}:{_version()}:{signature(path, status)}"
    parts = cache.get(cache.get(signed) or "")
    if parts is not None:
        return _made(path, parts)
    size = status.st_size
    if size > LARGEST_RECORD:
        return Problem(
            path, 1, 1, "", f"the file is {size / 1e6:.1f} MB. A record is text of at most 2 MB; attach large files."
        )
    raw = (root / path).read_bytes()
    if not raw.strip():
        return Problem(path, 1, 1, "", EMPTY)
    key = f"{sha256(raw).hexdigest()}{header_line}{path[path.rindex('.') :]}{_version()}"
    if is_settled(status):
        cache.put(signed, key)
    parts = cache.get(key) or _parse(path, raw, header_line)
    if isinstance(parts, Problem):
        return parts
    cache.put(key, parts)
    return _made(path, parts)


@cache
def _version() -> str:
    """A hash of the code that reads and recognises: what an older one let pass is not relied on."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return sha256(code + in_files.version().encode()).hexdigest()[:12]


def _made(path: str, parts: dict[str, Any]) -> Document:
    refused = tuple((tuple(where), why) for where, why in parts["refused"])
    seen = tuple(Seen(tuple(where), rule, words) for where, rule, words in parts["seen"])
    header, rows = tuple(parts["header"]), tuple(parts["rows"])
    return Document(path, parts["fields"], parts["body"], header, rows, parts["digest"], refused, seen)


def _parse(path: str, raw: bytes, header_line: int) -> dict[str, Any] | Problem:
    """The parts of a file: always the same, so that they can be kept in the cache."""
    parts: dict[str, Any] = {"fields": {}, "body": "", "header": [], "rows": []}
    try:
        text = without_hidden(_text(path, raw))
        if not text.strip():
            return Problem(path, 1, 1, "", EMPTY)
        if path.endswith(".csv"):
            parts["header"], parts["rows"] = csv_text.parse(text, header_line)
        elif path.endswith(".md"):
            fence = FENCE.match(text)
            if not fence:
                raise yaml_text.NotUnderstood(*fields_missing(text))
            parts["body"] = text[fence.end() :]
            parts["fields"] = yaml_text.parse("\n" + fence[1])
        else:
            parts["fields"] = yaml_text.parse(text)
    except yaml_text.NotUnderstood as error:
        return Problem(path, error.line, error.column, error.field, error.message)
    digest = sha256(orjson.dumps(parts)).hexdigest()
    texts = {**parts["fields"], "text": parts["body"]} if parts["body"] else parts["fields"]
    seen = [[one.where, one.rule, one.words] for one in (*seen_in_fields(texts), *seen_in_rows(parts["rows"]))]
    return {**parts, "digest": digest, "refused": list(_in_rows(parts["rows"])), "seen": seen}


def _in_rows(rows: list[dict[str, str]]) -> Iterator[tuple[Where, str]]:
    """By its line and column, what is refused in a cell."""
    for row in rows:
        yield from (((int(row[""]), *where), why) for where, why in csv_text.formulas(row))


def _text(path: str, raw: bytes) -> str:
    """The text of a file with plain line ends. Raises NotUnderstood where it is none."""
    return sheet_text(raw) if path.endswith(".csv") else plain_text(raw)
