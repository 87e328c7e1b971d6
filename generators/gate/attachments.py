"""Files beside records: what looking into each of them gave, held against the decisions of the records that list it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from generators.archive import Archive
from generators.cache import Cache
from generators.gate.decisions import Decision, ended
from generators.gate.in_files import seen_in_pieces, version
from generators.gate.known import Known
from generators.gate.rules import RULES
from generators.gate.seen import Seen, masked
from generators.inspect.apart import look_apart
from generators.inspect.found import Found, in_short
from generators.inspect.looking import looking
from generators.problem import Finding
from generators.read import Sources
from generators.read.files import File, is_settled, signature
from generators.record import Record

CACHE = ".scrutiny/inspected.sqlite"
COULD_NOT_LOOK = "could-not-look"
NO_ANSWER = "too-long"
"""With more time there may be an answer: this one is not kept."""


@dataclass(frozen=True)
class Looked:
    """What looking into a file gave."""

    sha256: str
    found: tuple[Found, ...]
    """What it holds besides what it shows, and whether it could be looked at."""
    seen: tuple[Seen, ...]
    """What was recognised in its text. Their places are words."""

    def held_back(self, allowed: Known) -> tuple[Found, ...]:
        """Everything that needs a decision, in words that repeat nothing of it."""
        return (*self.found, *in_words(one for one in self.seen if not allowed.covers(one)))


def in_words(seen: Iterable[Seen]) -> tuple[Found, ...]:
    """What was recognised in the text of a file, in words that repeat nothing of it."""
    private = (
        Found(one.rule, str(one.where[0]), f'"{masked(one.rule, one.words)}" looks like {RULES[one.rule].what}')
        for one in seen
    )
    return in_short(tuple(dict.fromkeys(private)))


def held_back(
    archive: Archive, sources: Sources, typed: Mapping[str, list[Decision]], allowed: Known, today: date,
    used: set[Decision], told: Iterable[tuple[str, str]],
) -> Iterator[Finding]:  # fmt: skip
    """Every finding in a file that a record lists, unless the record holds a decision about it.

    `told`: paths and messages of what other checks found; a file that is refused there is not spoken of again.
    """
    refusals = [(path, message) for path, message in told if '"' in message]
    listed = [
        (record, file)
        for record, file in sorted(_listed(archive), key=lambda pair: (pair[0].path, pair[1].path))
        if not any(path == record.path and f'"{_name(file)}"' in message for path, message in refusals)
    ]
    if not listed:
        return
    cache = Cache(sources.root / CACHE)
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        answers = list(workers.map(partial(look, sources.root, cache=cache), (file for _, file in listed)))
    cache.save()
    for (record, file), looked in zip(listed, answers, strict=True):
        entries = {entry.rule: entry for entry in typed.get(record.path, ()) if entry.where == _name(file)}
        for one in looked.held_back(allowed):
            entry = entries.get(one.rule)
            if entry:
                used.add(entry)
            if entry is None or entry.sha256 != looked.sha256 or entry.has_ended(today):
                yield Finding(file.path, (), _message(one, file, looked, entry, today))


def _listed(archive: Archive) -> Iterator[tuple[Record, File]]:
    """Every file that a record lists, with the record; a link is refused elsewhere and never followed."""
    for found in archive.records.values():
        for record in found.values():
            for name in getattr(record, "files", ()):
                file = archive.files.get(f"{record.path.rpartition('/')[0]}/{name}")
                if file and not file.is_link:
                    yield record, file


def look(root: Path, file: File, cache: Cache) -> Looked:
    """What looking into a file gives; asked of the cache by what the system says of it, then by its content."""
    status = (root / file.path).stat()
    with_code = f"{looking()} {version()}"
    signed = f"{with_code} {signature(file.path, status)}"
    kept = cache.get(signed)
    if kept is None:
        content = (root / file.path).read_bytes()
        digest = sha256(content).hexdigest()
        key = f"{with_code} {_name(file)} {digest}"
        kept = cache.get(key) or [digest, *_looked_into(_name(file), content)]
        if not any(rule == NO_ANSWER for rule, *_ in kept[1]):
            cache.put(key, kept)
            if is_settled(status):
                cache.put(signed, kept)
    digest, found, seen = kept
    return Looked(
        digest,
        tuple(Found(*one) for one in found),
        tuple(Seen((where,), rule, words) for rule, where, words in seen),
    )


def _looked_into(name: str, content: bytes) -> tuple[list[list[str]], list[list[str]]]:
    """Everything that was found and that was recognised, as it is kept."""
    inspection, pieces = look_apart(name, content)
    found = [[one.rule, one.where, one.words] for one in inspection.found]
    if inspection.outcome != "clean" and not found:
        found = [[COULD_NOT_LOOK, "the whole file", "it could not be looked into"]]
    return found, [[one.rule, str(one.where[0]), one.words] for one in seen_in_pieces(pieces)]


def _message(one: Found, file: File, looked: Looked, entry: Decision | None, today: date) -> str:
    right = f"{RULES[one.rule].right} " if one.rule in RULES else ""
    said = f"{one.where}: {one.words} ({one.rule}). {right}"
    entry_for = f"rule: {one.rule}, where: {_name(file)}, sha256: {looked.sha256}"
    if entry is None:
        return f"{said}Mend the file; or, if it may be published so, decide so under `allow` ({entry_for})."
    if entry.has_ended(today):
        return said + ended(entry)
    return f"{said}The decision under `allow` is about another version of the file. Decide anew ({entry_for})."


def _name(file: File) -> str:
    return file.path.rpartition("/")[2]
