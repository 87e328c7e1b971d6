"""What is held back in a whole archive, and every decision that covers nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from generators.archive import Archive
from generators.gate.attachments import held_back
from generators.gate.decisions import Decision, decisions, ended, idle
from generators.gate.known import Known, known
from generators.gate.recognise import recognise
from generators.gate.seen import DECIDE, Seen, masked, message
from generators.problem import NAME, Finding, Where, field_name
from generators.read import Document, Sources
from generators.side_file import side_file

IN_NAMES = str.maketrans("-_", "  ")
WARNED = {"data/gifts": frozenset({"collar-number"})}
"""By folder, the rules that only warn: an office keeps these rows as it always did, and they are read all the same."""


def findings(archive: Archive, sources: Sources, today: date, told: Iterable[Finding] = ()) -> Iterator[Finding]:
    """Everything that is published only by a decision and has none, and every decision that is about nothing.

    `told`: what other checks found. A file that they refuse is not spoken of again.
    """
    typed = {document.path: found for document in sources.documents if (found := list(decisions(document)))}
    used: set[Decision] = set()
    suspects = [document for document in sources.documents if document.seen]
    allowed = known(sources.documents)
    others = tuple(told)
    misnamed = frozenset((one.path, one.where[:-1]) for one in others if one.where[-1:] == (NAME,))
    for document in suspects:
        own = typed.get(side_file(document.path) if document.path.endswith(".csv") else document.path, [])
        for one in _in_document(document, own, _rows(archive, document), allowed, today, used):
            yield _named_first(one) if _is_in(one, misnamed) else one
    yield from held_back(
        archive, sources, typed, allowed, today, used, frozenset((one.path, one.message) for one in others)
    )
    yield from _in_names(sources)
    for path, entries in typed.items():
        yield from (idle(entry) for entry in entries if entry not in used and path not in archive.unsound)
    yield from _names_in_decisions(archive)


def _in_document(
    document: Document, entries: list[Decision], rows: Mapping[int, str], allowed: Known, today: date,
    used: set[Decision],
) -> Iterator[Finding]:  # fmt: skip
    seen = [one for one in document.seen if not allowed.covers(one)]
    number = Counter((one.rule, _place(one, rows)) for one in seen)
    for one in seen:
        where = _place(one, rows)
        entry = next((entry for entry in entries if (entry.rule, entry.where) == (one.rule, where)), None)
        if entry:
            used.add(entry)
        if entry is None:
            yield _finding(document, one, message(one, where))
        elif entry.has_ended(today):
            yield _finding(document, one, message(one, where, ended(entry)))
        elif entry.number != number[one.rule, where]:
            there = number[one.rule, where]
            why = f"The decision under `allow` is about {entry.number} of them, and there are {there} in this field."
            yield _finding(document, one, message(one, where, why))


def _finding(document: Document, seen: Seen, said: str) -> Finding:
    warns = seen.rule in WARNED.get(document.path.rpartition("/")[0], ())
    line, where = (seen.where[0], seen.where[1:]) if isinstance(seen.where[0], int) else (0, seen.where)
    return Finding(document.path, where, said, line, warns, seen.words)


def _is_in(finding: Finding, misnamed: AbstractSet[tuple[str, Where]]) -> bool:
    """Whether it stands in a field whose name is wrong."""
    return any((finding.path, finding.where[:deep]) in misnamed for deep in range(1, len(finding.where) + 1))


def _named_first(finding: Finding) -> Finding:
    """A decision that named such a field would be about nothing once the name is right."""
    return replace(finding, message=f"{finding.message.partition(DECIDE)[0]} Put the name of the field right first.")


def _place(seen: Seen, rows: Mapping[int, str]) -> str:
    """How an entry of `allow` names the place: the field as a message names it; in a table the row before it."""
    if isinstance(seen.where[0], int):
        line = seen.where[0]
        return f"{rows.get(line, f'line {line}')}, {seen.where[1]}"
    return field_name(seen.where)


def _rows(archive: Archive, document: Document) -> Mapping[int, str]:
    """The ids of the rows of a table, by their lines."""
    if not document.rows:
        return {}
    return {
        record.line: record.id.rpartition("/")[2]
        for found in archive.records.values()
        for record in found.values()
        if record.path == document.path
    }


def _in_names(sources: Sources) -> Iterator[Finding]:
    """What the names of files and folders tell: they are public as soon as they are in a public repository."""
    paths = [*(document.path for document in sources.documents), *sources.files]
    names = {name for path in paths for name in path.split("/")}
    if not any(recognise("\n\n".join(sorted(names)).translate(IN_NAMES))):
        return  # one look at all of them is much cheaper than a look at each
    for path in paths:
        for rule, words in (found for name in path.split("/") for found in recognise(name.translate(IN_NAMES))):
            said = message(Seen((), rule, words), "").partition(DECIDE)[0]
            yield Finding(path, (), f"in the name of this file or its folder, {said} Rename it.")


def _names_in_decisions(archive: Archive) -> Iterator[Finding]:
    """Decisions by somebody who is named, where the role belongs."""
    people = {str(getattr(person, "name", "")) for person in archive.records.get("person", {}).values()}
    for found in archive.records.values():
        for record in found.values():
            for at, entry in enumerate(record.allow):
                if any(name.casefold() in entry.decided_by.casefold() for name in people if name):
                    yield Finding(record.path, ("allow", at, "decided_by"), "this is a name. Give the role only.")


def without_values(found: Iterable[Finding], documents: Iterable[Document]) -> Iterator[Finding]:
    """The findings of any check, whose messages may repeat what was typed, without what must not be told."""
    hidden = {document.path: document.seen for document in documents if document.seen}
    for finding in found:
        said = without(finding.message, hidden.get(finding.path, ()))
        yield finding if said == finding.message else replace(finding, message=said)


def without(message: str, seen: Iterable[Seen]) -> str:
    """A message that may repeat what was typed, without what was seen there."""
    for one in seen:
        message = message.replace(one.words, masked(one.rule, one.words))
    return message
