"""The next ledger: the last one, and what a build changes. The lines that are there stay as they are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from generators.ledger.checkpoint import UNSIGNED, Signing, note, public_key
from generators.ledger.commitment import commit
from generators.ledger.entry import NONE_BEFORE, Covered, Entry, digest, line_of
from generators.ledger.history import Draft
from generators.ledger.ledger import Ledger
from generators.ledger.merkle import Tree
from generators.ledger.verifier.keys import Former, Keys

SECOND = timedelta(seconds=1)
FORM = "%Y-%m-%dT%H:%M:%SZ"
ANOTHER_KEY = (
    "its last checkpoint is signed with another key than that of --key. If the key was exchanged by mistake, give the "
    "one before. If it is to change, name the one before with --old-key: both then sign, and readers can follow. Where "
    "that key is lost or must not be trusted, say why with --without-old-key, for all to read"
)
NOTHING_NEW = (
    "a key changes with the next line of the ledger, and nothing is new now. Give both keys when something is published"
)


def append(
    last: Ledger, drafts: Sequence[Draft], now: datetime, salt: Callable[[], bytes], origin: str,
    signing: Signing = UNSIGNED,
) -> Ledger:  # fmt: skip
    """The ledger with these entries, which all have one time: later than any before. Raises ValueError."""
    if not drafts:
        if signing.old or signing.words:
            raise ValueError(NOTHING_NEW)
        return last
    keys = _keys(last, len(last.lines) + len(drafts), signing)
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
    told = note(origin, len(lines), Tree(lines).root(len(lines)), *filter(None, (signing.key, signing.old)))
    made = Ledger(tuple(lines), tuple(entries), salts, (*last.notes, told), *keys)
    public = {entry.seq for past in made.past.values() for entry in past.standing}
    return replace(made, salts={seq: found for seq, found in salts.items() if seq in public})


def _keys(last: Ledger, lines: int, signing: Signing) -> Keys:
    """The keys of a ledger of so many lines. Raises ValueError where one takes the place of another unsaid."""
    if signing.key is None:
        if last.public_key or signing.old or signing.words:
            raise ValueError("its checkpoints are signed, and the next one would not be. Give the key with --key")
        return Keys(last.public_key, last.former)
    new, is_said = public_key(signing.key), bool(signing.old or signing.words)
    if new == last.public_key or not last.public_key:
        if is_said:
            raise ValueError("no key gives way to this one. Leave out --old-key and --without-old-key")
        return Keys(new, last.former)
    if not is_said:
        raise ValueError(ANOTHER_KEY)
    if signing.old and public_key(signing.old) != last.public_key:
        raise ValueError("the key given with --old-key is not the one that signed its last checkpoint")
    if new in {one.key for one in last.former}:
        raise ValueError("this key gave way to another before, and is not used again. Make a new one")
    return Keys(new, (*last.former, Former(last.public_key, lines, signing.words)))


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
