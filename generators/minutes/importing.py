"""A file in, drafts out: read, drafted, checked, and only then written."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from generators import sections
from generators.check import check
from generators.gate.known import known
from generators.gate.seen import Seen
from generators.in_place import put
from generators.minutes.account import Account, told
from generators.minutes.drafted import Draft
from generators.minutes.drafts import draft
from generators.minutes.mending import mended
from generators.minutes.opening import Say, opened
from generators.minutes.private import left_out
from generators.minutes.refusal import CannotRead
from generators.minutes.setting import setting
from generators.problem import count, did_you_mean
from generators.read import read


def imported(
    file: Path, root: Path, now: datetime, body: str, day: date | None, into: Path | None, say: Say
) -> list[str]:  # fmt: skip
    """What was done, in lines. Raises CannotRead where nothing was."""
    document = opened(file, say)
    sources = read(root)
    archive, _ = check(sources, sections.kinds())
    here = setting(archive, now.date(), body, day)
    ids = {one.id for one in here.bodies}
    if body and body not in ids:
        raise CannotRead(f'There is no body "{body}" on record.{did_you_mean(body, ids)}')
    may_stand = known(sources.documents)

    def allowed(rule: str, words: str) -> bool:
        return may_stand.covers(Seen((), rule, words))

    clean = left_out(document, allowed)
    made = draft(clean.document, here)
    there = [] if into else _taken(root, (record.path for record in made.records))
    kept = Draft(
        [record for record in made.records if record.path not in there], made.placed, made.unplaced, made.notes
    )
    rules = clean.rules.copy()
    files, more = mended(kept, root, now, allowed, rules)
    if into:
        files = {path.removeprefix("content/meetings/"): content for path, content in files.items()}
        if lying := _taken(into, files):
            raise CannotRead(
                f"{into.name}/{lying[0]} is there already, and it is left as it is. Choose another folder."
            )
    if not files:
        raise CannotRead(
            f"Every record it gives is there already: {', '.join(there)}. They are left "
            "as they are; --into FOLDER writes elsewhere."
        )
    put(into or root, files)
    furniture = sum(line.words for line in clean.document.furniture)
    account = Account(document.words, made.placed - more, made.unplaced, furniture, clean.words + more)
    lines = list(told(document, kept, account, rules, f"{into.name}: " if into else ""))
    if there:
        lines.append(
            f"{count(len(there), 'record')} there already, left as they are: {', '.join(there)}. "
            "Use --into FOLDER to have them drafted elsewhere."
        )
    return lines


def _taken(root: Path, paths: Iterable[str]) -> list[str]:
    """The paths at which something lies already."""
    return [path for path in paths if (root / path).exists()]
