"""What was worked out before, kept by the hash of what it was made from, in one file that can be deleted any time."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson

FORMAT = 1
"""Raised when what is kept changes its shape, so that nothing old is ever read."""


class Cache:
    """A store of JSON values that forgets, on saving, whatever this run did not ask for."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = _load(file)
        self._used: dict[str, bytes] = {}
        self._added = False

    def get(self, key: str) -> Any | None:
        """The value kept under a key, or None."""
        raw = self._kept.get(key)
        if raw is None:
            return None
        self._used[key] = raw
        return orjson.loads(raw)

    def put(self, key: str, value: Any) -> None:
        """Keep a value; it reaches the file on `save`."""
        self._used[key] = orjson.dumps(value)
        self._added = True

    def save(self) -> None:
        """Write the file anew if anything was added or is no longer used."""
        if not self._added and len(self._used) == len(self._kept):
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file)) as database, database:
                database.execute("drop table if exists kept")
                database.execute("create table kept (key text primary key, value blob) without rowid")
                database.executemany("insert into kept values (?, ?)", self._used.items())
                database.execute(f"pragma user_version = {FORMAT}")
        except (OSError, sqlite3.Error):
            return  # the cache only saves time: a full or read-only disk is no reason to stop


def _load(file: Path) -> dict[str, bytes]:
    if not file.exists():
        return {}
    try:
        with closing(sqlite3.connect(file)) as database:
            if database.execute("pragma user_version").fetchone() == (FORMAT,):
                return dict(database.execute("select key, value from kept"))
    except sqlite3.Error:
        file.unlink(missing_ok=True)
    return {}
