"""What publishing now would add, change and take down, and what it would still leave out: values, without any word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from generators.archive import Archive
from generators.ledger.attached import attached
from generators.ledger.differences import Difference, differences
from generators.ledger.entry import Action, Reason
from generators.ledger.history import Draft, Now, Unreasoned
from generators.ledger.ledger import Ledger, record_file
from generators.ledger.publish import Last, Publishing, pending, refused
from generators.ledger.usual import usual
from generators.ledger.verifier.site import Site
from generators.problem import Problem
from generators.references import key_of
from generators.unseen import Key, Unseen, unseen


@dataclass(frozen=True)
class Item:
    """One record of which publishing would change something for the public."""

    key: str
    label: str
    """What a link to it says; empty where the record is not kept any more."""
    action: Action | None
    """None where it would be refused, since nobody gave a reason."""
    reasons: tuple[Reason, ...] = ()
    differences: tuple[Difference, ...] = ()
    """Of a change, field by field."""
    files: tuple[tuple[str, str], ...] = ()
    """Of a change, what happens to attached files: `added`, `replaced` or `taken away`, and the name."""


@dataclass(frozen=True)
class Waiting:
    """A record that publishing would leave out."""

    key: str
    label: str
    until: datetime | None
    inside: int = 0
    """How many others lie in it, and are left out for its sake."""


@dataclass(frozen=True)
class Diff:
    """All of it."""

    new: tuple[Item, ...]
    changed: tuple[Item, ...]
    taken_down: tuple[Item, ...]
    refused: tuple[Problem, ...]
    """Why it would not be published at all."""
    later: tuple[Waiting, ...]
    drafts: tuple[Waiting, ...]
    since: str
    """When the ledger it was compared with was last continued, in UTC; empty where there is none."""


def diff_of(archive: Archive, now: datetime, publishing: Publishing) -> Diff:
    """What publishing this archive at this moment would do. Raises Problems where the last ledger cannot be had."""
    _, last, there, found = pending(archive, now, publishing)
    items = [_item(archive, one) for one in found]
    changed = [one for one in items if one.action in ("revise", "correct", "restore") or _is_unreasoned(one, there)]
    waiting = tuple(_waiting(archive, now))
    return Diff(
        tuple(one for one in items if one.action == "publish"),
        tuple(_compared(archive, last, there, changed)),
        tuple(one for one in items if one.action in ("withdraw", "erase")),
        refused(archive, found, publishing.root),
        tuple(one for why, one in waiting if why == "later"),
        tuple(one for why, one in waiting if why == "draft"),
        last.ledger.entries[-1].time if last.ledger.entries else "",
    )


def _item(archive: Archive, found: Draft | Unreasoned) -> Item:
    label = _label(archive, found.key)
    return (
        Item(found.key, label, found.action, found.reasons)
        if isinstance(found, Draft)
        else Item(found.key, label, None)
    )


def _is_unreasoned(item: Item, there: Now) -> bool:
    return item.action is None and item.key in there.contents


def _label(archive: Archive, key: str) -> str:
    noun, _, id = key.partition(":")
    record = archive.records.get(noun, {}).get(id)
    return archive.kind(record).label(record) if record else ""


def _compared(archive: Archive, last: Last, there: Now, changed: Sequence[Item]) -> Iterator[Item]:
    """Changed records with what differs in them. What they said is read from the last site, all at once."""
    site, ledger = last.site, last.ledger
    if site is None:
        yield from changed
        return
    befores = site.each(lambda item: _before(ledger, item.key, site), changed)
    for item, before in zip(changed, befores, strict=True):
        found = there.contents[item.key]
        said = usual(archive.kind_called(item.key.partition(":")[0]).type)
        yield replace(
            item,
            differences=differences(before, found.record().decode(), said) if before else (),
            files=tuple(_files(ledger, there, item.key)),
        )


def _before(ledger: Ledger, key: str, site: Site) -> str:
    """What a record said when it was last published; empty where it is not public there, or is not what it was."""
    past = ledger.past[key]
    path = record_file(key, past.last.version)
    content = site.read(path) if past.is_live else None
    covered = next((file for file in past.last.files if file.path == path), None)
    return content.decode() if content and covered and ledger.is_of(past.last, covered, content) else ""


def _files(ledger: Ledger, there: Now, key: str) -> Iterator[tuple[str, str]]:
    """What would become of the files attached to a record."""
    past, now = ledger.past[key], there.contents[key].attached
    before = {file.path: file for file in past.last.files[1:]} if past.is_live else {}
    found = attached(before, now, lambda path: ledger.is_of(past.last, before[path], now[path]()))
    return ((what, path.rpartition("/")[2]) for what, path in found)


def _waiting(archive: Archive, now: datetime) -> Iterator[tuple[str, Waiting]]:
    """Every record that is left out, with the number of those that lie in it and are left out like it."""
    hidden = unseen(archive, now)
    inside: dict[Key, int] = {}
    found: list[tuple[Key, Unseen]] = []
    for (noun, id), one in sorted(hidden.items(), key=_soonest):
        around = archive.kind_called(noun).within
        outer = (around or "", id.rpartition("/")[0])
        if outer in hidden and (one.around or hidden[outer].why == one.why):
            inside[outer] = inside.get(outer, 0) + 1
        else:
            found.append(((noun, id), one))
    for (noun, id), one in found:
        key = key_of(noun, id)
        yield one.why, Waiting(key, _label(archive, key), one.until, inside.get((noun, id), 0))


def _soonest(found: tuple[Key, Unseen]) -> tuple[float, Key]:
    key, one = found
    return one.until.timestamp() if one.until else 0.0, key
