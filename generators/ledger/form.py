"""The ledger as the files that are published, and those files as the ledger again."""

from collections.abc import Iterator

import orjson

from generators.ledger.entry import entry_of
from generators.ledger.ledger import FOLDER, Ledger
from generators.ledger.verifier.answers import NO_LEDGER, read, salted
from generators.ledger.verifier.histories import histories
from generators.ledger.verifier.site import Site

CANONICAL = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE

MOST = 5
"""Mistakes that are told of a ledger that cannot be continued."""


class NotWhole(Exception):  # noqa: N818 - it says what a ledger is
    """A published ledger that is not what it should be."""


def files_of(ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """The files that tell all of it, each with its path on the site; the checkpoint comes last."""
    yield f"{FOLDER}ledger.jsonl", b"".join(line + b"\n" for line in ledger.lines)
    salted = sorted(ledger.salts.items())
    yield (
        f"{FOLDER}salts.jsonl",
        b"".join(orjson.dumps({"salts": salts, "seq": seq}, option=CANONICAL) for seq, salts in salted),
    )
    noted = ({"note": note.decode()} for note in ledger.notes)
    yield f"{FOLDER}checkpoints.jsonl", b"".join(orjson.dumps(one, option=CANONICAL) for one in noted)
    if ledger.public_key:
        yield f"{FOLDER}key", f"{ledger.public_key}\n".encode()
    if ledger.former:
        former = b"".join(orjson.dumps(one._asdict(), option=CANONICAL) for one in ledger.former)
        yield f"{FOLDER}former-keys.jsonl", former
    yield f"{FOLDER}checkpoint", ledger.notes[-1]


def ledger_of(site: Site) -> Ledger:
    """The ledger of a site, verified, without the bytes of earlier versions. Raises NotWhole, or CannotLook."""
    found = read(site)
    if found.wrong == [NO_LEDGER]:
        raise NotWhole(
            f"{NO_LEDGER}. A build without `publish` makes a site without one: name the site that the public sees, or "
            "a copy of its ledger. Where there never was one, begin with --first"
        )
    _, standing, unfit = histories(found.entries)
    wrong = found.wrong or [*unfit, *salted(found.salts, standing)]
    if wrong:
        raise NotWhole("; ".join(wrong[:MOST]))
    return Ledger(
        tuple(found.lines),
        tuple(map(entry_of, found.lines)),
        found.salts,
        tuple(note_bytes(site)),
        *found.keys,
    )


def note_bytes(site: Site) -> Iterator[bytes]:
    """Every checkpoint of a site as it was written."""
    for line in (site.read(f"{FOLDER}checkpoints.jsonl") or b"").splitlines():
        yield orjson.loads(line)["note"].encode()
