"""The gate of `scrutiny publish`: what may be seen, with the ledger of what was published and what changes now."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from generators.archive import Archive
from generators.follow.publisher import publisher
from generators.ledger.append import append
from generators.ledger.checkpoint import UNSIGNED, Signing
from generators.ledger.earlier import earlier
from generators.ledger.form import NotWhole, ledger_of
from generators.ledger.history import Draft, Now, Unreasoned, changes
from generators.ledger.ledger import NO_LEDGER, Ledger
from generators.ledger.now import now_of
from generators.ledger.verifier.answers import Read, continued
from generators.ledger.verifier.answers import read as read_ledger
from generators.ledger.verifier.note import note_of
from generators.ledger.verifier.site import CannotLook, Site
from generators.problem import Problem, Problems
from generators.public import public
from generators.read import places
from generators.record import Kind
from generators.references import key_in_words, key_of

LOST = "the last published ledger"


@dataclass(frozen=True)
class Last:
    """The ledger that was published last, and where its files are."""

    ledger: Ledger = NO_LEDGER
    site: Site | None = None


@dataclass(frozen=True)
class Publishing:
    """What publishing needs besides the records."""

    root: Path
    last: Callable[[], Last]
    """Asked once, when no other build runs."""
    salt: Callable[[], bytes]
    signing: Callable[[str], Signing] = lambda _: UNSIGNED
    """With what the checkpoint is signed, by the name of the ledger."""
    form: str = ""
    """Why the program writes records in another form, where a person says so for this one time."""


class Pending(NamedTuple):
    """What may be seen, the last ledger, what there is now to be held against it, and all that would change."""

    seen: Archive
    last: Last
    now: Now
    found: tuple[Draft | Unreasoned, ...]


def last_of(place: str, kept: Path) -> Last:
    """The ledger of the last published site. Raises Problems where it cannot be had, or is not whole.

    `kept` is the copy of an earlier run, where there is one: neither may have forgotten what the other knows.
    """
    with _refused_unless_whole():
        site = Site(place)
        ledger = ledger_of(site)
        if (kept / "ledger" / "checkpoint").is_file():
            _agree(read_ledger(site), read_ledger(Site(str(kept))), kept)
    return Last(ledger, site)


@contextmanager
def _refused_unless_whole() -> Iterator[None]:
    """Why nothing is published where the last ledger cannot be read, or is not what it should be."""
    try:
        yield
    except CannotLook as error:
        raise _refused(f"could not be checked, so nothing is published: {error}.") from None
    except NotWhole as error:
        raise _refused(f"is not whole, so nothing is published: {error}.") from None


def first(kept: Path, site: Path) -> Last:
    """The beginning of a ledger, where there is none."""
    for place in (kept, site):
        if (place / "ledger" / "checkpoint").exists():
            raise _refused(f"is there: {place.name}/ledger. Continue it with --last instead of --first.")
    return Last()


def _agree(live: Read, kept: Read, folder: Path) -> None:
    longer, shorter = (live, kept) if len(live.lines) >= len(kept.lines) else (kept, live)
    wrong = kept.wrong or continued(longer, shorter.notes[-1])
    if wrong:
        raise NotWhole(f"it and the copy in {folder.name} are not one history: {wrong[0]}")


def published(archive: Archive, now: datetime, publishing: Publishing) -> tuple[Archive, tuple[Draft, ...]]:
    """What may be seen, with its ledger, and what is new in that. Raises Problems."""
    seen, last, _, found = pending(archive, now, publishing)
    if lost := refused(archive, found, publishing.root):
        raise Problems(lost)
    drafts = tuple(one for one in found if isinstance(one, Draft))
    office = publisher(seen, "")
    origin = note_of(last.ledger.notes[0]).origin if last.ledger.notes else _origin(office.address or office.domain)
    try:
        with _refused_unless_whole():
            ledger = append(last.ledger, drafts, now, publishing.salt, origin, publishing.signing(origin))
            ledger = replace(ledger, earlier=earlier(ledger, last.site))
    except ValueError as error:
        raise _refused(f"cannot be continued: {error}.") from None
    return replace(seen, ledger=ledger), drafts


def pending(archive: Archive, now: datetime, publishing: Publishing) -> Pending:
    """What publishing would do now. Raises Problems where the last ledger cannot be had."""
    seen, last = public(archive, now), publishing.last()
    there = now_of(archive, seen, last.ledger, publishing.root, publishing.form)
    found = tuple(changes(last.ledger, there))
    _hold_against_site(last, {one.key for one in found if isinstance(one, Unreasoned)})
    return Pending(seen, last, there, found)


def _hold_against_site(last: Last, keys: AbstractSet[str]) -> None:
    """Records of which nobody says why they changed may not have: their files or salts on the last site may have.

    Raises Problems then. Of a record that did change, the last site still shows what its last entry covers.
    """
    if last.site is None:
        return
    live = [past.last for key in keys if (past := last.ledger.past.get(key)) and past.is_live]
    files = [(entry, file) for entry in live for file in entry.files]
    with _refused_unless_whole():
        shown = last.site.each(last.site.read, [file.path for _, file in files])
    wrong = sorted(
        file.path
        for (entry, file), content in zip(files, shown, strict=True)
        if content is not None and not last.ledger.is_of(entry, file, content)
    )
    if wrong:
        more = f" and of {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise _refused(
            f"and the site that shows it do not fit, so nothing is published: the file {wrong[0]}{more} is not what "
            "was published, or its salt in ledger/salts.jsonl is not. Somebody changed the site. Put back its folder "
            "ledger/ from a copy of what was published last."
        )


def refused(archive: Archive, found: Iterable[Draft | Unreasoned], root: Path) -> tuple[Problem, ...]:
    """Every change and withdrawal for which there is no reason."""
    return tuple(_problem(archive, one, root) for one in found if isinstance(one, Unreasoned))


def _problem(archive: Archive, found: Unreasoned, root: Path) -> Problem:
    """Where the record stands, or stood, and what would be right."""
    noun, _, id = found.key.partition(":")
    record = archive.records.get(noun, {}).get(id)
    if record is None:
        kind = next((kind for kind in archive.kinds if key_of(kind.noun, id) == found.key), None)
        return Problem(_path(kind, id) if kind else noun, 1, 1, "", f"{key_in_words(found.key)}: {found.message}")
    line, column = places(root, record.path)((record.line,) if record.line else ("changes",))
    return Problem(record.path, line, column, "changes", f"{key_in_words(found.key)}: {found.message}")


def _path(kind: Kind, id: str) -> str:
    """Where a record lay that is not there any more."""
    parts = iter(id.split("/"))
    return "".join(next(parts, "*") if sign == "*" else sign for sign in kind.files)


def _origin(address: str) -> str:
    """What the ledger is called: the address of the site without its beginning, or words where it has none."""
    return address.partition("://")[2].strip("/") or address or "public-record"


def _refused(words: str) -> Problems:
    return Problems([Problem(LOST, 1, 1, "", words)])
