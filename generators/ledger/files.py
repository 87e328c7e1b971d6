"""The files of the ledger on the site: all its lines, every public version of every record, and what checks them."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from generators.archive import Archive
from generators.follow.atom import to_atom
from generators.follow.feed import Feed
from generators.follow.json_feed import to_json_feed
from generators.follow.publisher import Publisher
from generators.formats.dataset import File
from generators.ledger.content import as_data
from generators.ledger.earlier import superseded
from generators.ledger.form import files_of
from generators.ledger.joined import verifier
from generators.ledger.ledger import FOLDER, Ledger, put_away
from generators.ledger.told import FEED, happenings, of_changes


def files(archive: Archive, office: Publisher) -> Iterator[File]:
    """Every file; none where no ledger is kept."""
    ledger = archive.ledger
    if not ledger.entries:
        return
    for path, content in files_of(ledger):
        yield _file(path, content)
    yield _file(f"{FOLDER}verify.py", verifier())
    for path, content in earlier_files(ledger):
        yield _file(path, content)
    for kind in archive.kinds:
        for id, record in archive.records[kind.noun].items():
            past = ledger.past.get(f"{kind.noun}:{id}")
            if past and past.is_live:
                file = past.last.files[0]
                yield File(file.path, file.commit, partial(as_data, kind, record))
    title = of_changes(archive, office.name)[FEED]
    feed = Feed(FEED, title, "You see this because you follow every change.", "changes",
                happenings(archive))  # fmt: skip
    yield _file(f"{FEED}feed.atom", to_atom(feed, office))
    yield _file(f"{FEED}feed.json", to_json_feed(feed, office))


def _file(path: str, content: bytes) -> File:
    return File(path, sha256(content).hexdigest(), lambda: content)


def earlier_files(ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """The bytes of every version that stands and holds no more; an attached file that is still there, only once."""
    live = {file.path: (past.last, file) for past in ledger.past.values() if past.is_live for file in past.last.files}
    for _, file in superseded(ledger):
        content = ledger.earlier[file.commit]
        if file.path.startswith(FOLDER):
            yield file.path, content
        elif file.path not in live or not ledger.is_of(*live[file.path], content):
            yield put_away(file), content
