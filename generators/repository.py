"""Where a file of the records is seen and edited: the addresses of the repository that the office names."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from generators.link import Link
from generators.record import Record
from generators.register import Register
from generators.side_file import rows_file

BRANCH = "main"
"""The branch that is published."""


class Host(NamedTuple):
    """How those who keep repositories for others address a file."""

    names: tuple[str, ...]
    """What the name of the computer has in it."""
    seen: str
    """What stands before the branch in the address at which a file is seen."""
    edited: str
    """The same where it is edited."""


HOSTS = (
    Host(("github",), "blob", "edit"),
    Host(("gitlab",), "-/blob", "-/edit"),
    Host(("codeberg", "forgejo", "gitea"), "src/branch", "_edit"),
)


def seen(repository: str | None, record: Record) -> str:
    """The address at which the file of a record is seen, a row at its line; nothing where no host of ours keeps it."""
    host = _host(repository)
    return _address(repository, host.seen, record.path, record.line) if repository and host else ""


def edit_links(repository: str | None, record: Record) -> Iterator[Link]:
    """The link that opens a record in the repository's web editor, and for a register the one that opens its rows."""
    host = _host(repository)
    if repository is None or host is None:
        return
    yield Link("Edit this record", _address(repository, host.edited, record.path, record.line))
    if isinstance(record, Register):
        yield Link("Edit its rows", _address(repository, host.edited, rows_file(record.path), 0))


def _address(repository: str, action: str, path: str, line: int) -> str:
    """The address of a file; at one of its lines unless that is nought."""
    at = f"#L{line}" if line else ""
    root = repository.rstrip("/").removesuffix(".git")
    return f"{root}/{action}/{BRANCH}/{quote(path)}{at}"


@lru_cache(maxsize=4)
def _host(repository: str | None) -> Host | None:
    """Who keeps the repository; None where nobody says, or where nobody knows how it is addressed there."""
    name = urlsplit(repository or "").hostname or ""
    return next((host for host in HOSTS if any(part in name for part in host.names)), None)
