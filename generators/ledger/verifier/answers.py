"""Four questions about the ledger of a site, and the answers in words."""

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, Optional

from generators.ledger.verifier.chain import Entry, Wrong, chain, lines_of, roots
from generators.ledger.verifier.histories import histories, reasons
from generators.ledger.verifier.keys import Keys, is_known, keys_of, signs, trusted
from generators.ledger.verifier.note import Note, is_key, note_of
from generators.ledger.verifier.site import CannotLook, Site

LEDGER = "ledger/"
DOCUMENTS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".zip")
BESIDE_A_PAGE = (".txt", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff")
"""What else is only ever attached, where it lies beside the page of a record."""
MADE = ("data/", "pagefind/", "assets/", LEDGER)
"""Folders of a site in which no attached file lies."""
KEPT_FOLDERS = (f"{LEDGER}records/", f"{LEDGER}earlier/")
"""Those that hold nothing but what stands in the ledger."""
ALL = "all of them"
NAMED = "all that the ledger names; whether others lie beside them shows only in a copy of the whole site"
NO_LEDGER = "there is no ledger on this site"
Salts = dict[int, dict[str, str]]


class Answer(NamedTuple):
    """The answer to one question."""

    question: str
    words: str
    """What was looked at, if nothing is wrong."""
    wrong: Wrong
    is_asked: bool = True


class Read(NamedTuple):
    """A ledger as it is published."""

    lines: list[bytes]
    entries: list[Entry]
    notes: list[Note]
    """Every checkpoint, the latest last."""
    salts: Salts
    wrong: Wrong
    keys: Keys = Keys()


def read(site: Site, key: str = "") -> Read:
    """The ledger of a site, and what is wrong with its chain, its tree and its checkpoints."""
    names = ("ledger.jsonl", "salts.jsonl", "checkpoints.jsonl", "checkpoint")
    ledger, salted, past, latest = (site.read(LEDGER + name) for name in names)
    if ledger is None or salted is None or past is None or latest is None:
        return Read([], [], [], {}, [NO_LEDGER])
    lines, entries, wrong = chain(ledger)
    _, listed, unreadable = lines_of(salted, "salts.jsonl")
    _, noted, illegible = lines_of(past, "checkpoints.jsonl")
    wrong += [*unreadable, *illegible]
    notes: list[Note] = []
    keys = Keys()
    try:
        notes = [note_of(one["note"].encode()) for one in noted]
        if not noted or noted[-1]["note"].encode() != latest:
            wrong.append("the checkpoint is not the last one in checkpoints.jsonl")
        keys, unfit = keys_of(site)
        wrong += unfit or ([*signs(notes, keys), *(trusted(notes[-1], key, keys) if key else [])] if notes else [])
    except (KeyError, ValueError, AttributeError) as error:
        wrong.append(f"a checkpoint cannot be read: {error}")
    wrong += _tree(lines, entries, notes) if not wrong else []
    salts = {one["seq"]: one["salts"] for one in listed if isinstance(one.get("salts"), dict)}
    if [one.get("seq") for one in listed] != sorted(salts):
        wrong.append("salts.jsonl: its lines are not in order")
    return Read(lines, entries, notes, salts, wrong, keys)


def _tree(lines: list[bytes], entries: list[Entry], notes: list[Note]) -> Iterator[str]:
    """Whether there is a checkpoint for each time something was published, and each is of the lines up to there."""
    ends = [
        at for at in range(1, len(entries) + 1) if at == len(entries) or entries[at]["time"] != entries[at - 1]["time"]
    ]
    if [note.size for note in notes] != ends:
        yield "the checkpoints are not one for each time that something was published: lines are missing, or too many"
        return
    found = list(roots(lines))
    for note in notes:
        if found[note.size] != note.root or note.origin != notes[0].origin:
            yield f"the checkpoint of {note.size} lines is not that of the first {note.size} lines"


def files(site: Site, ledger: Read) -> Wrong:
    """Whether every file is there that the ledger promises, with exactly those bytes, and no other."""
    live, standing, wrong = histories(ledger.entries)
    latest = {entry["seq"] for entry in live.values()}
    jobs = [(entry, file, entry["seq"] in latest) for entry in standing for file in entry["files"]]
    folded = Counter(_folded(file["path"]) for _, file, is_live in jobs if is_live)
    wrong += [f"{path}: two live entries have this name" for path, number in folded.items() if number > 1]
    wrong += salted(ledger.salts, standing)
    looked = site.each(lambda job: _file(site, ledger.salts, *job), jobs)
    wrong += [words for _, words in looked if words]
    expected, shown = {path for path, _ in looked}, {entry["page"] for entry in live.values()}
    for path in site.files() if site.is_folder else ():
        if path not in expected and (path.startswith(KEPT_FOLDERS) or _is_attached(path, shown)):
            wrong.append(f"{path}: this file stands in no entry of the ledger")
    return wrong


def _is_attached(path: str, shown: set[str]) -> bool:
    """Whether a file is of a kind that is attached to records and not made of them."""
    name = path.lower()
    if name.endswith("/card.png"):
        return False  # the picture that a link to a page shows: made of the page, and replaced with it
    is_beside = name.endswith(BESIDE_A_PAGE) and f"{path.rpartition('/')[0]}/" in shown
    return (is_beside or name.endswith(DOCUMENTS)) and not path.startswith(MADE)


def _folded(path: str) -> str:
    """A path as a computer sees it that does not tell capitals or two ways to write an accent apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def salted(salts: Salts, standing: list[Entry]) -> Iterator[str]:
    """The salts are those of the files that are public, and no other: what was taken down took its own with it."""
    wanted = {entry["seq"]: {file["path"] for file in entry["files"]} for entry in standing}
    for seq in sorted(wanted.keys() | salts.keys()):
        found = salts.get(seq, {})
        if found.keys() != wanted.get(seq, set()):
            yield f"entry {seq}: the salts are not those of its files"
        elif not all(isinstance(salt, str) and re.fullmatch("[0-9a-f]{32}", salt) for salt in found.values()):
            yield f"entry {seq}: a salt has 16 bytes"


def _file(site: Site, salts: Salts, entry: Entry, file: Entry, is_live: bool) -> tuple[str, str]:  # noqa: FBT001
    """Where the bytes of a file lie, and what is wrong. Those of an earlier version can have been put away."""
    path, salt = file["path"], salts.get(entry["seq"], {}).get(file["path"], "")
    if path.startswith(("/", "../")) or "/../" in path or "\\" in path:
        return path, f"{path}: this leads out of the site"
    content = site.read(path)
    if _is(content, salt, file):
        return path, ""
    away = f"{LEDGER}earlier/{file['commit']}/{path.rpartition('/')[2]}"
    if not is_live and not path.startswith(LEDGER) and _is(site.read(away), salt, file):
        return away, ""
    what = "is not there" if content is None else "is not what was published"
    return path, f"{path}: {what} (entry {entry['seq']}, {entry['record_id']}, version {entry['version']})"


def _is(content: Optional[bytes], salt: str, file: Entry) -> bool:  # noqa: UP045 - for older Pythons
    if content is None or len(content) != file["bytes"] or not re.fullmatch("[0-9a-f]{32}", str(salt)):
        return False
    return hashlib.sha256(bytes.fromhex(salt) + content).hexdigest() == str(file["commit"])


def pages(site: Site, entries: list[Entry]) -> Wrong:
    """Whether there is still a page at every address that the ledger ever named."""
    wanted = sorted({entry["page"] for entry in entries if entry["page"]})
    found = site.each(lambda page: site.read(f"{page}index.html", "HEAD"), wanted)
    return [f"/{page}: there is no page any more" for page, there in zip(wanted, found) if there is None]  # noqa: B905


def continued(ledger: Read, kept: Note) -> Wrong:
    """Whether a checkpoint that somebody kept is of the beginning of this ledger."""
    if kept.size > len(ledger.lines):
        return [f"you kept a checkpoint of {kept.size} lines, and there are only {len(ledger.lines)}"]
    root = next(root for size, root in enumerate(roots(ledger.lines)) if size == kept.size)
    if root != kept.root or not ledger.notes or ledger.notes[0].origin != kept.origin:
        return [f"the first {kept.size} lines are not those of the checkpoint you kept: the history was rewritten"]
    if not is_known(kept, ledger.keys):
        return ["the checkpoint you kept is signed with a key that this ledger does not name: the key was exchanged"]
    return []


def answers(site: Site, kept: bytes = b"", key: str = "") -> list[Answer]:
    """The four answers. Raises CannotLook."""
    if key and not is_key(key):
        raise CannotLook("the key you gave is no public key of an office: copy the whole line of ledger/key")
    ledger = read(site, key)
    entries = ledger.entries
    said = f"{len(entries):,} lines" + (f", from {entries[0]['time']} to {entries[-1]['time']}" if entries else "")
    said += _signed(ledger.keys, key)
    found = [Answer("Is the chain of entries whole?", said, ledger.wrong)]
    stop = ["not looked at, since the chain is not whole"] if ledger.wrong else []
    found.append(
        Answer("Is every public file exactly what one live entry says?", ALL if site.is_folder else NAMED,
               stop or files(site, ledger))
    )  # fmt: skip
    words, wrong = "you gave none: save ledger/checkpoint today, and name it next time with --checkpoint", []
    if kept:
        try:
            words, wrong = "nothing before it was changed", stop or continued(ledger, note_of(kept))
        except ValueError as error:
            raise CannotLook(f"the checkpoint you kept cannot be read: {error}") from None
    found.append(Answer("Is the checkpoint you kept the beginning of today's ledger?", words, wrong, bool(kept)))
    wrong = stop or reasons(entries) + pages(site, entries)
    found.append(Answer("Has every change and withdrawal its reason and its page?", "all of them", wrong))
    return found


def _signed(keys: Keys, key: str) -> str:
    """What is said of the signatures where nothing is wrong with them."""
    alone = "".join(
        f"; another key signs from line {one.lines}, for which the one before does not vouch: “{one.words}”"
        for one in keys.former
        if one.words
    )
    if key and key.strip() != keys.current:
        return f", and the key you gave signed the change to the one that signs its checkpoint now{alone}"
    return (", and its checkpoint is signed with the key you gave" if key else "") + alone


def text_of(path_or_words: str) -> str:
    """What was given in words, or as the name of a file."""
    if not os.path.isfile(path_or_words):
        return path_or_words
    with open(path_or_words, encoding="utf-8") as file:
        return file.read()
