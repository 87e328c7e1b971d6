"""What an import is about to write, noted before it does: one that is killed between two files is finished by the next.

A register is two files, which fit each other before an import and after it, and not between.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson

from generators.alone import alone
from generators.in_place import BESIDE, held, put, replace

FOLDER = ".scrutiny/import"
NOTE = "begun.json"


@dataclass(frozen=True)
class Intent:
    """The files of one import, by path: what they hold after it, and before it where they were there."""

    after: Mapping[str, bytes]
    before: Mapping[str, bytes]

    def written(self, root: Path) -> list[str]:
        """The files that hold what they are to."""
        return [path for path, raw in self.after.items() if held(root / path) == raw]

    def waiting(self, root: Path) -> list[str]:
        """Those that are still what they were."""
        return [path for path in self.after if held(root / path) == self.before.get(path)]

    def is_between(self, root: Path) -> bool:
        """Whether some were written and the others were not."""
        written, waiting = self.written(root), self.waiting(root)
        return bool(written and waiting) and len(written) + len(waiting) == len(self.after)


@contextmanager
def noted(root: Path, after: Mapping[str, bytes], before: Mapping[str, bytes]) -> Iterator[None]:
    """While this lasts, what is to be written stands in a note; no other import writes in the meantime."""
    intent = Intent(after, before)
    with alone(root / FOLDER, _wait):
        replace(_note(root), _as_text(intent))
        try:
            yield
        finally:
            if not intent.is_between(root):
                _note(root).unlink()


def begun(root: Path) -> str:
    """A sentence about an import that was broken off between two files; empty where none was."""
    intent = _read(root)
    if intent is None or not intent.is_between(root):
        return ""
    written, waiting = (" and ".join(paths) for paths in (intent.written(root), intent.waiting(root)))
    return f"An import was broken off when {written} was written and {waiting} was not."


def finished(root: Path) -> str:
    """Finish an import that was broken off between two files, and say so; empty where there is nothing to finish.

    What nobody began, or somebody has changed since, is left alone.
    """
    if not _note(root).exists():
        return ""
    with alone(root / FOLDER, _wait):
        intent, told = _read(root), begun(root)
        if intent is None:
            return ""
        if told:
            put(root, {path: intent.after[path] for path in intent.waiting(root)}, intent.before)
        _sweep(root, intent)
        _note(root).unlink()
    return f"{told} Now it is, as it was agreed to then." if told else ""


def _sweep(root: Path, intent: Intent) -> None:
    """Take away what was written beside its place and never put there."""
    for folder in {(root / path).parent for path in intent.after}:
        for file in folder.glob(f"{BESIDE}*"):
            if any(raw.startswith(file.read_bytes()) for raw in intent.after.values()):
                file.unlink()


def _read(root: Path) -> Intent | None:
    try:
        typed = orjson.loads(_note(root).read_bytes())
    except (FileNotFoundError, orjson.JSONDecodeError):
        return None
    after, before = ({path: b64decode(text) for path, text in typed[name].items()} for name in ("after", "before"))
    return Intent(after, before)


def _as_text(intent: Intent) -> bytes:
    before = {path: raw for path, raw in intent.before.items() if path in intent.after}
    sides = (("after", intent.after), ("before", before))
    return orjson.dumps({name: {path: b64encode(raw).decode() for path, raw in one.items()} for name, one in sides})


def _note(root: Path) -> Path:
    return root / FOLDER / NOTE


def _wait(_: str) -> None:
    """Another import is putting its files in place, which takes no time."""
