"""What was worked out before, kept by the hash of what it was made from, in one file that can be deleted any time."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson

FORMAT = 11
"""Raised when what is kept changes its shape, so that nothing old is ever read."""

LARGEST_MAP = 1 << 40
"""Bytes of the file that are read where they lie, as far as the system can, and not copied first: all of them."""


class Cache:
    """A store of JSON values by key."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = _load(file)
        self._used: set[str] = set()
        self._added: dict[str, bytes] = {}

    def get(self, key: str) -> Any | None:
        """The value kept under a key, or None."""
        self._used.add(key)
        raw = self._kept.get(key) or self._added.get(key)
        return None if raw is None else orjson.loads(raw)

    def put(self, key: str, value: Any) -> None:
        """Keep a value; it reaches the file on `save`."""
        if key not in self._kept:
            self._added[key] = orjson.dumps(value)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept."""
        return not self._kept

    @property
    def added(self) -> dict[str, bytes]:
        """What was put in by this run, for another process."""
        return self._added

    def add(self, added: dict[str, bytes]) -> None:
        """Keep what another process put in."""
        self._added |= added

    def save(self) -> None:
        """Write what was added, and forget what this run did not ask for once that is more than half."""
        unused = self._kept.keys() - self._used
        if not self._added and len(unused) <= len(self._kept) / 2:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file)) as database, database:
                database.execute("create table if not exists kept (key text primary key, value blob) without rowid")
                database.executemany("insert or replace into kept values (?, ?)", self._added.items())
                if len(unused) > len(self._kept) / 2:
                    database.executemany("delete from kept where key = ?", [(key,) for key in unused])
                database.execute(f"pragma user_version = {FORMAT}")
        except (OSError, sqlite3.Error):
            return  # the cache only saves time: a full or read-only disk is no reason to stop


def _load(file: Path) -> dict[str, bytes]:
    if not file.exists():
        return {}
    try:
        with closing(sqlite3.connect(file)) as database, database:
            database.execute(f"pragma mmap_size = {LARGEST_MAP}")
            if database.execute("pragma user_version").fetchone() == (FORMAT,):
                return dict(database.execute("select key, value from kept"))
    except sqlite3.Error:
        pass
    file.unlink(missing_ok=True)
    return {}
