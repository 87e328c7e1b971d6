"""A file in, drafts out: read, drafted, checked, and only then written."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from generators import sections
from generators.check import check
from generators.gate.known import known
from generators.gate.seen import Seen
from generators.minutes import merge_told
from generators.minutes.account import Account, told
from generators.minutes.drafted import Draft, Drafted
from generators.minutes.drafts import draft
from generators.minutes.mending import mended
from generators.minutes.opening import Say, opened
from generators.minutes.private import left_out
from generators.minutes.proposing import proposal
from generators.minutes.refusal import CannotRead
from generators.minutes.setting import setting
from generators.problem import count
from generators.read import read
from generators.read.files import PROPOSED


def imported(
    file: Path, root: Path, now: datetime, body: str, day: date | None, meeting: str, into: Path | None, say: Say
) -> tuple[dict[str, bytes], list[str]]:  # fmt: skip
    """The files to be written, by path, and what is said of them. Raises CannotRead where nothing is to be.

    `meeting`: the id of the one that it is of, where that was given. `into`: a folder apart from the records.
    """
    document = opened(file, say)
    sources = read(root)
    archive, _ = check(sources, sections.kinds())
    here = setting(archive, now.date(), body, day, meeting)
    may_stand = known(sources.documents)

    def allowed(rule: str, words: str) -> bool:
        return may_stand.covers(Seen((), rule, words))

    clean = left_out(document, allowed)
    made = draft(clean.document, here)
    rules = clean.rules.copy()
    there = [] if into else [record for record in made.records if (root / record.path).exists()]
    left = {record.path: record.path for record in there if record.is_paper}
    files, more = mended(_without(made, left), root, now, allowed, rules)
    meetings = [record for record in there if not record.is_paper]
    merges = [_merged(record, root, document.name, now.date()) for record in meetings]
    for record, merge in zip(meetings, merges, strict=True):
        left |= _named_otherwise(record, merge.papers)
    new = _without(made, {record.path for record in meetings} | left.keys())
    files = {record.path: files[record.path] for record in new.records}
    files = _apart(into, files) if into else files
    if not files and not meetings:
        raise CannotRead(
            f"Every record it gives is there already: {', '.join(left)}. They are left "
            "as they are; --into FOLDER writes elsewhere."
        )
    furniture = sum(line.words for line in clean.document.furniture)
    account = Account(document.words, made.placed - more, made.unplaced, furniture, clean.words + more)
    lines = list(told(document, new, account, rules, f"{into.name}: " if into else ""))
    for merge in merges:
        files |= merge.files
        lines += merge.said
    if left:
        lines.append(
            f"{count(len(left), 'record')} there already, left as they are: {', '.join(sorted(left.values()))}. "
            "Use --into FOLDER to have them drafted elsewhere."
        )
    return files, lines


@dataclass(frozen=True)
class _Merged:
    """What becomes of a meeting that has a record."""

    files: dict[str, bytes]
    said: list[str]
    papers: dict[str, str]


def _merged(record: Drafted, root: Path, name: str, today: date) -> _Merged:
    """What is proposed for it, and what is said. Raises CannotRead where another proposal lies there."""
    raw = (root / record.path).read_bytes()
    content, merge = proposal(record.path, raw, record, name, today)
    said = [*merge_told.lines(record, raw, merge, name), *(merge_told.next_step(record) if content else ())]
    return _Merged(_proposed(record, root, content), said, merge.papers)


def _apart(into: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files as they lie in a folder apart from the records."""
    apart = {path.removeprefix("content/meetings/"): content for path, content in files.items()}
    if lying := [path for path in apart if (into / path).exists()]:
        raise CannotRead(f"{into.name}/{lying[0]} is there already, and it is left as it is. Choose another folder.")
    return apart


def _without(made: Draft, paths: AbstractSet[str] | Mapping[str, str]) -> Draft:
    return replace(made, records=[record for record in made.records if record.path not in paths])


def _proposed(record: Drafted, root: Path, content: bytes) -> dict[str, bytes]:
    """The proposal for a meeting that is there, unless it lies there already. One that was mended is not replaced."""
    place = f"{record.path}{PROPOSED}"
    if not content or not (root / place).exists():
        return {place: content} if content else {}
    if (root / place).read_bytes() == content:
        return {}
    raise CannotRead(
        f"{place} is there already: from another document or another day, or you have mended it. "
        "Put it in place, or delete it; then import again."
    )


def _named_otherwise(record: Drafted, papers: Mapping[str, str]) -> dict[str, str]:
    """By the path that a paper would have, the one it has on record: an item names it there by another name."""
    return {
        f"content/meetings/{record.id}/{theirs}.md": f"content/meetings/{record.id}/{mine}.md"
        for theirs, mine in papers.items()
    }
