"""The only code that opens `content/` and `data/`: files in, text and the place of each piece out."""

import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from generators.cache import Cache
from generators.contact import contacts
from generators.problem import Problem, Where
from generators.read import csv_text, yaml_text
from generators.read.files import RECORDS, File, entries, to_file

LARGEST_RECORD = 2_000_000
"""Bytes. The whole text of the largest agenda pack is under a tenth of this."""
SETTLED = 2_000_000_000
"""Nanoseconds. A file written this lately could change again within one tick of its clock."""
FENCE = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(<?([^\s<>()]+)")


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
    contacts: tuple[tuple[Where, str, str], ...] = ()
    """Where a text holds what looks like somebody's contact details: the details, and what they look like."""


@dataclass(frozen=True)
class Sources:
    """Everything that was read, and what could not be."""

    root: Path
    documents: tuple[Document, ...]
    files: dict[str, File]
    problems: tuple[Problem, ...]


def read(root: Path) -> Sources:
    """Read every record beneath `content/` and `data/`; what cannot be read is a problem, never an exception."""
    cache = Cache(root / ".scrutiny" / "parsed.sqlite")
    documents: list[Document] = []
    files: dict[str, File] = {}
    problems: list[Problem] = []
    for path, entry in entries(root):
        if not path.endswith(RECORDS[path.partition("/")[0]]) or entry.is_symlink():
            files[path] = to_file(path, entry)
            continue
        found = _document(root, path, entry.stat(), cache)
        if isinstance(found, Document):
            documents.append(found)
        else:
            problems.append(found)
    cache.save()
    return Sources(root, tuple(documents), files, tuple(problems))


def places(root: Path, path: str) -> Callable[[Where], tuple[int, int]]:
    """What gives line and column of a value in a record file, counted from 1, or of the nearest thing around it."""
    text = _plain_ends((root / path).read_bytes().decode("utf-8-sig", errors="replace"))
    if path.endswith(".csv"):
        return csv_text.places(text)
    if not path.endswith(".md"):
        return yaml_text.places(text)
    fence = FENCE.match(text)
    among_fields = yaml_text.places("\n" + (fence[1] if fence else ""))
    if not fence or re.search("^text:", fence[1], re.MULTILINE):
        return among_fields
    beneath = (text[: fence.end()].count("\n") + 1, 1)
    return lambda where: beneath if where[:1] == ("text",) else among_fields(where)


def links_in(root: Path, path: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Line, column and address of every link typed in the Markdown of a file."""
    text = _plain_ends((root / path).read_bytes().decode("utf-8-sig", errors="replace"))
    for number, line in enumerate(text.split("\n"), 1):
        for found in LINK.finditer(line):
            yield (number, found.start(1) + 1), found[1]


def _document(root: Path, path: str, status: os.stat_result, cache: Cache) -> Document | Problem:
    """One record file as text, or why it cannot be read.

    What was read before is kept by the file's content, and the content's hash by everything the system says of
    the file, so that a file nobody touched is not opened again.
    """
    signature = f"{path}:{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"
    parts = cache.get(cache.get(signature) or "")
    if parts is not None:
        return _made(path, parts)
    size = status.st_size
    if size > LARGEST_RECORD:
        return Problem(
            path, 1, 1, "", f"the file is {size / 1e6:.1f} MB. A record is text of at most 2 MB; attach large files."
        )
    raw = (root / path).read_bytes()
    if not raw.strip():
        return Problem(path, 1, 1, "", "the file is empty. Write the record's fields into it, or delete it.")
    key = sha256(raw).hexdigest() + path[path.rindex(".") :]
    if time.time_ns() - status.st_mtime_ns > SETTLED:
        cache.put(signature, key)
    parts = cache.get(key) or _parse(path, raw)
    if isinstance(parts, Problem):
        return parts
    cache.put(key, parts)
    return _made(path, parts)


def _made(path: str, parts: dict[str, Any]) -> Document:
    contacts = tuple((tuple(where), found, what) for where, found, what in parts["contacts"])
    return Document(
        path, parts["fields"], parts["body"], tuple(parts["header"]), tuple(parts["rows"]), parts["digest"], contacts
    )


def _parse(path: str, raw: bytes) -> dict[str, Any] | Problem:
    """The parts of a file: always the same, so that they can be kept in the cache."""
    text = _text(path, raw)
    if isinstance(text, Problem):
        return text
    parts: dict[str, Any] = {"fields": {}, "body": "", "header": [], "rows": []}
    try:
        if path.endswith(".csv"):
            parts["header"], parts["rows"] = csv_text.parse(text)
        elif path.endswith(".md"):
            fence = FENCE.match(text)
            if not fence:
                return Problem(path, 1, 1, "", "the fields are missing. Begin the file with `---`, the fields, `---`.")
            parts["body"] = text[fence.end() :]
            parts["fields"] = yaml_text.parse("\n" + fence[1])
        else:
            parts["fields"] = yaml_text.parse(text)
    except yaml_text.NotUnderstood as error:
        return Problem(path, error.line, error.column, error.field, error.message)
    digest = sha256(orjson.dumps(parts)).hexdigest()
    texts = {**parts["fields"], "text": parts["body"]} if parts["body"] else parts["fields"]
    return {**parts, "digest": digest, "contacts": [*contacts(texts), *_in_rows(parts["rows"])]}


def _in_rows(rows: list[dict[str, str]]) -> Iterator[tuple[Where, str, str]]:
    for row in rows:
        yield from (((int(row[""]), *where), found, what) for where, found, what in contacts(row))


def _text(path: str, raw: bytes) -> str | Problem:
    """The file's text with plain line ends; a problem where it is no text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        message = "the file is not in UTF-8. Save it again and choose the encoding UTF-8."
        return Problem(path, line, column, "", message)
    text = _plain_ends(text)
    control = yaml_text.CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        code = f"U+{ord(control[0]):04X}"
        return Problem(path, line, column, "", f"there is an invisible control character ({code}) here. Delete it.")
    return text


def _plain_ends(text: str) -> str:
    """The text with line ends as they are everywhere but on Windows."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
