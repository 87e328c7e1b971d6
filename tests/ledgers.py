"""Ledgers for tests: a small office that publishes and changes, and its site as paths and bytes, without any page."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import rfc8785

from generators.ledger.append import append
from generators.ledger.checkpoint import UNSIGNED, Signing, note
from generators.ledger.content import Content
from generators.ledger.earlier import earlier
from generators.ledger.entry import Reason, digest
from generators.ledger.files import earlier_files
from generators.ledger.form import files_of
from generators.ledger.history import Draft, Gone, Now, Unreasoned, changes
from generators.ledger.ledger import NO_LEDGER, Ledger
from generators.ledger.merkle import Tree
from generators.ledger.verifier.site import Site

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
ORIGIN = "example.org/record"


class Memory(Site):
    """A site of which nothing is on a disk."""

    def __init__(self, contents: dict[str, bytes]) -> None:
        self.is_folder, self.place, self.contents = True, "", contents

    def read(self, path: str, method: str = "GET") -> bytes | None:
        found = self.contents.get(path)
        return found if method == "GET" or found is None else b""

    def files(self) -> Iterator[str]:
        return iter(self.contents)


@dataclass
class Kept:
    """A record as an office keeps it."""

    text: str
    files: dict[str, bytes] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    is_public: bool = True


@dataclass
class Office:
    """What it keeps, its ledger and its site. What was erased stands in `erased`."""

    seed: int = 0
    kept: dict[str, Kept] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    ledger: Ledger = NO_LEDGER
    site: dict[str, bytes] = field(default_factory=dict)
    times: int = 0
    signing: Signing = UNSIGNED

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def say(self, key: str, kind: str, words: str = "Because.") -> None:
        """Write an entry under `changes` of a record."""
        record = self.kept[key]
        record.reasons += (Reason("typo" if kind == "corrected" else kind, "2026-01-01", "Clerk", kind, words),)

    def contents(self) -> dict[str, Content]:
        return {key: content(key, one) for key, one in self.kept.items() if one.is_public}

    def found(self) -> list[Draft | Unreasoned]:
        gone = {key: Gone("withdraw", one.reasons) for key, one in self.kept.items() if not one.is_public}
        words = (Reason("legal", "2026-01-01", "Clerk", "erased", "The law required that it be erased."),)
        gone |= {key: Gone("erase", words) for key in self.erased}
        now = Now(self.contents(), gone, lambda _: "", frozenset(), dict)
        return list(changes(self.ledger, now))

    def publish(self) -> None:
        """The next ledger and the next site."""
        drafts = self.found()
        assert all(isinstance(one, Draft) for one in drafts), drafts
        self.times += 1
        moment, salt = BEGIN + timedelta(days=self.times), lambda: self.random.randbytes(16)
        ledger = append(
            self.ledger, [one for one in drafts if isinstance(one, Draft)], moment, salt, ORIGIN, self.signing
        )
        self.ledger = replace(ledger, earlier=earlier(ledger, Memory(self.site)))
        self.site = dict(self._files())

    def _files(self) -> Iterator[tuple[str, bytes]]:
        yield from files_of(self.ledger) if self.ledger.entries else ()
        yield from earlier_files(self.ledger)
        yield from ((f"{entry.page}index.html", b"<html>") for entry in self.ledger.entries)
        for key, one in self.contents().items():
            yield self.ledger.past[key].last.files[0].path, one.record()
            yield from ((path, make()) for path, make in one.attached.items())


def content(key: str, kept: Kept) -> Content:
    """What is public of a record."""
    page = f"{key.replace(':', '/')}/"
    data = orjson.dumps({"fields": {"text": kept.text}, "id": key, "kind": "paper"}, option=orjson.OPT_SORT_KEYS)
    attached = {f"{page}{name}": (lambda file=file: file) for name, file in kept.files.items()}
    return Content(page, kept.reasons, False, lambda: data, attached)


def office(seed: int) -> Office:
    """An office with some history: records that are live, changed, withdrawn, restored and erased."""
    made = Office(seed)
    for at in range(made.random.randint(6, 12)):
        made.kept[f"paper:a-{at}"] = Kept(f"Text {at}", {f"{at}.pdf": made.random.randbytes(9)})
    made.publish()
    for _ in range(made.random.randint(2, 5)):
        key = made.random.choice([key for key, one in made.kept.items() if one.is_public])
        made.kept[key].text += " more"
        made.say(key, made.random.choice(["revised", "corrected"]))
        made.kept[f"paper:b-{made.times}"] = Kept("New", {"new.pdf": made.random.randbytes(9)})
        made.publish()
    one, two, *_ = (key for key in made.kept if made.kept[key].is_public)
    made.kept[one].files = {"other.pdf": b"another"}
    made.say(one, "revised")
    made.kept[two].is_public = False
    made.say(two, "withdrawn")
    made.publish()
    last = list(made.kept)[-1]
    del made.kept[last]
    made.erased.add(last)
    made.publish()
    return made


def raw(site: dict[str, bytes]) -> list[dict[str, Any]]:
    """The lines of a site's ledger."""
    return [orjson.loads(line) for line in site["ledger/ledger.jsonl"].splitlines()]


def forged(site: dict[str, bytes], lines: list[dict[str, Any]], writes: Any = rfc8785.dumps) -> dict[str, bytes]:
    """The site with a ledger of these lines, of which chain and tree are right."""
    written: list[bytes] = []
    ends: dict[str, int] = {}
    for at, line in enumerate(lines):
        prev = digest(written[-1]) if written else ""
        written.append(writes({**line, "seq": at, "prev": prev}))
        ends[str(line["time"])] = at + 1
    tree = Tree(written)
    notes = [note(ORIGIN, size, tree.root(size)) for size in ends.values()]
    listed = b"".join(rfc8785.dumps({"note": one.decode()}) + b"\n" for one in notes)
    text = b"".join(line + b"\n" for line in written)
    return {**site, "ledger/ledger.jsonl": text, "ledger/checkpoints.jsonl": listed, "ledger/checkpoint": notes[-1]}
