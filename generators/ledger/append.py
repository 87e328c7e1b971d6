"""The next ledger: the last one, and what a build changes. The lines that are there stay as they are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from generators.ledger.checkpoint import Key, note, public_key
from generators.ledger.commitment import commit
from generators.ledger.entry import NONE_BEFORE, Covered, Entry, digest, line_of
from generators.ledger.history import Draft
from generators.ledger.ledger import Ledger
from generators.ledger.merkle import Tree

SECOND = timedelta(seconds=1)
FORM = "%Y-%m-%dT%H:%M:%SZ"


def append(
    last: Ledger, drafts: Sequence[Draft], now: datetime, salt: Callable[[], bytes], origin: str, key: Key | None = None
) -> Ledger:
    """The ledger with these entries, which all have one time: later than any before. Raises ValueError."""
    if not drafts:
        return last
    if last.public_key and key is None:
        raise ValueError("its checkpoints are signed, and the next one would not be. Give the key with --key")
    lines, entries, salts = list(last.lines), list(last.entries), dict(last.salts)
    time = _time(last, now)
    for draft in drafts:
        fresh = {path: salt() for path, _ in draft.files}
        prev = digest(lines[-1]) if lines else NONE_BEFORE
        entry = Entry(
            len(lines), time, draft.action, draft.key, draft.version, tuple(_covered(draft, fresh)), draft.page,
            draft.reasons, prev,
        )  # fmt: skip
        lines.append(line_of(entry))
        entries.append(entry)
        if fresh:
            salts[entry.seq] = {path: one.hex() for path, one in fresh.items()}
    told = note(origin, len(lines), Tree(lines).root(len(lines)), key)
    made = Ledger(tuple(lines), tuple(entries), salts, (*last.notes, told), public_key(key) if key else last.public_key)
    public = {entry.seq for past in made.past.values() for entry in past.standing}
    return replace(made, salts={seq: found for seq, found in salts.items() if seq in public})


def _covered(draft: Draft, salts: dict[str, bytes]) -> Iterable[Covered]:
    for path, make in draft.files:
        content = make()
        yield Covered(path, len(content), commit(salts[path], content))


def _time(last: Ledger, now: datetime) -> str:
    """This moment; a second after the last one if both fall in the same."""
    time = now.astimezone(UTC).replace(microsecond=0)
    if last.entries:
        before = datetime.strptime(last.entries[-1].time, FORM).replace(tzinfo=UTC)
        if time < before:
            raise ValueError(f"the last entry is of {last.entries[-1].time}, and the clock here says {time:{FORM}}")
        time = max(time, before + SECOND)
    return time.strftime(FORM)
