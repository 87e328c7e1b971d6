"""What a build changes against the last ledger, and what of it has no reason. Pure: values in, values out."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from generators.ledger.content import Content
from generators.ledger.entry import AUTOMATIC, Action, Reason
from generators.ledger.ledger import Ledger, Past, is_move, record_file

Files = tuple[tuple[str, Callable[[], bytes]], ...]


@dataclass(frozen=True)
class Draft:
    """An entry to be written."""

    action: Action
    key: str
    version: int
    page: str
    reasons: tuple[Reason, ...]
    files: Files = ()


@dataclass(frozen=True)
class Unreasoned:
    """A record that was changed or taken away in a way that nobody could follow."""

    key: str
    message: str


@dataclass(frozen=True)
class Gone:
    """A record that was taken down, and why."""

    action: Action
    reasons: tuple[Reason, ...] = ()
    """What stands under its `changes`, or what the record of its erasure says."""
    moved_to: str = ""
    """The key that it has now, where it only moved."""


@dataclass(frozen=True)
class Now:
    """What there is now."""

    contents: Mapping[str, Content]
    gone: Mapping[str, Gone]
    """What was taken down, by its key."""
    outer: Callable[[str], str]
    """The key of the record in which another lies; empty where it lies in none."""
    guarded: Collection[str]
    """The registers whose rows are not data, since small numbers in them are hidden."""
    linked: Callable[[], Mapping[str, Content]]
    """What would be public if none but the records of the last ledger were there for others to name."""
    form: str = ""
    """Why the program writes records in another form, where a person says so for this one time."""


NO_REASON = (
    "it was published and has changed. Write an entry under `changes` that says when, whether it is revised or "
    "corrected, and why."
)
OF_A_ROW = (
    "this row was published and has changed. Say when and why under `changes` in the file of the same name that ends "
    "in .yml."
)
NOT_HERE = (
    "it was published and is not public any more. Keep it, with `publication: withdrawn` and an entry under `changes` "
    "that says when and why. What must be erased by law has a file of its own in content/erasures/."
)
OTHER_REASONS = "the reasons that were published stay as they are. Put them back; write a further entry beneath them."
ERASED = "a record with this id was erased, and its id is never used again. Give it another."
NOT_RESTORED = "it was withdrawn and is public again. Write an entry under `changes` of the kind `restored`, and why."

MOVED = "a record that it names was published or taken down, or has another id now"
"""What is said instead where any record moved, of one that only names others."""


def changes(ledger: Ledger, now: Now) -> Iterator[Draft | Unreasoned]:
    """Every entry to be written, in the order of the records; what was taken down comes last."""
    former = {gone.moved_to: old for old, gone in now.gone.items() if gone.moved_to}
    new = {key: _new(ledger.past.get(key), found) for key, found in now.contents.items()}
    for key, found in now.contents.items():
        past = ledger.past.get(key)
        if past is None:
            moved = (automatic("moved", f"It had another id before: {former[key]}."),) if key in former else ()
            yield Draft("publish", key, 1, found.page, (*moved, *found.reasons), _files(key, 1, found))
        elif past.last.action == "erase":
            yield Unreasoned(key, ERASED)
        elif not found.is_row and found.reasons[: len(past.told)] != past.told:
            yield Unreasoned(key, OTHER_REASONS)
        else:
            yield from _followed(ledger, now, key, past, new[key], _around(new.get(now.outer(key), ())))
    for key, past in ledger.past.items():
        if key not in now.contents:
            yield from _taken_down(now, key, past, _around(new.get(now.outer(key), ())))


def _followed(
    ledger: Ledger, now: Now, key: str, past: Past, new: tuple[Reason, ...], around: tuple[Reason, ...]
) -> Iterator[Draft | Unreasoned]:
    """What happened to a record that the ledger knows and that is public."""
    found, version = now.contents[key], past.last.version + 1
    files = _files(key, version, found)
    if not past.is_live:
        reasons = new or (around if found.is_row else ())
        is_said = is_move(past.last) or found.is_row or any(reason.kind == "restored" for reason in reasons)
        fits = reasons and is_said
        yield Draft("restore", key, version, found.page, reasons, files) if fits else Unreasoned(key, NOT_RESTORED)
        return
    if _is_same(ledger, past, found) and not new:
        return
    reasons = new or (around if found.is_row else ()) or _by_itself(ledger, now, key, past)
    action: Action = "correct" if any(reason.kind == "corrected" for reason in reasons) else "revise"
    missing = OF_A_ROW if found.is_row else NO_REASON
    yield Draft(action, key, version, found.page, reasons, files) if reasons else Unreasoned(key, missing)


def _by_itself(ledger: Ledger, now: Now, key: str, past: Past) -> tuple[Reason, ...]:
    """The reason why a record that nobody touched is another: what it names came or went, or the program changed."""
    then = now.linked().get(key)
    if then and _is_same(ledger, past, then):
        moved = any(gone.moved_to for gone in now.gone.values())
        return (automatic("linked", MOVED if moved else ""),)
    return (automatic("form", now.form),) if now.form else ()


def _taken_down(now: Now, key: str, past: Past, around: tuple[Reason, ...]) -> Iterator[Draft | Unreasoned]:
    """What happened to a record that the ledger knows and that is not public any more."""
    gone, down = now.gone.get(key), past.last
    if gone and gone.action == "erase":
        if down.action != "erase":
            yield Draft("erase", key, down.version, down.page, gone.reasons)
        return
    if not past.is_live:
        return
    if gone and gone.moved_to:
        reasons: tuple[Reason, ...] = (automatic("moved", f"It has another id now: {gone.moved_to}."),)
    elif gone and gone.reasons[: len(past.told)] == past.told and _says_withdrawn(gone.reasons[len(past.told) :]):
        reasons = gone.reasons[len(past.told) :]
    else:
        reasons = around if now.outer(key) in now.guarded else _above(now, now.outer(key))
    yield Draft("withdraw", key, down.version, down.page, reasons) if reasons else Unreasoned(key, NOT_HERE)


def _says_withdrawn(reasons: tuple[Reason, ...]) -> bool:
    return any(reason.kind == "withdrawn" for reason in reasons)


def _above(now: Now, outer: str) -> tuple[Reason, ...]:
    """Why the record in which another lies was taken down; nothing where it was not."""
    while outer and outer not in now.contents:
        if outer in now.gone:
            return _around(now.gone[outer].reasons[-1:])
        outer = now.outer(outer)
    return ()


def _new(past: Past | None, found: Content) -> tuple[Reason, ...]:
    """The reasons under `changes` that are not in the ledger yet."""
    told = past.told if past else ()
    return (
        tuple(reason for reason in found.reasons if reason not in told) if found.is_row else found.reasons[len(told) :]
    )


def _around(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons of a record as those of what lies in it."""
    return tuple(automatic("around", reason.words, reason) for reason in reasons)


def _is_same(ledger: Ledger, past: Past, found: Content) -> bool:
    """Whether a record and its files are those of the last entry, byte for byte."""
    entry = past.last
    covered = {file.path: file for file in entry.files}
    files = _files(entry.record_id, entry.version, found)
    if covered.keys() != {path for path, _ in files}:
        return False
    return all(ledger.is_of(entry, covered[path], make()) for path, make in files)


def _files(key: str, version: int, found: Content) -> Files:
    return ((record_file(key, version), found.record), *found.attached.items())


def automatic(code: str, words: str = "", like: Reason | None = None) -> Reason:
    """A reason that the program gives."""
    date, decided_by, kind = (like.date, like.decided_by, like.kind) if like else ("", "", "revised")
    return Reason(code, date, decided_by, kind, words or AUTOMATIC[code])
