"""From files to the Archive: every problem of a run at once, then stop."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from generators import addresses, checks_of_disclosure, in_pack, misnamed, narrative, rules, sections, to_come
from generators.archive import Archive, gather
from generators.clock import this_moment
from generators.fields import LONDON
from generators.gate.findings import findings as held_back
from generators.gate.findings import without_values
from generators.problem import Finding, Problem, Problems, Where, did_you_mean, field_name
from generators.read import NOTHING, Document, Sources, place_of, places, read
from generators.read.csv_text import plain
from generators.record import Kind, Record
from generators.references import key_of, references
from generators.references_typed import references_typed
from generators.register import describe, in_column
from generators.repeated import once
from generators.shape import Identified, identify, kind_at, shape, up_to
from generators.side_file import in_file, side_file

NAMED = 3
"""A missing record that is named more often than this is told of once: it was renamed, not mistyped each time."""
PUT_BACK = " If its file was deleted, put it back and write `publication: withdrawn` in it."
MISTYPED = 50
"""With more ids missing than this, nobody mistyped them all, and looking for near ones would take long."""


def load(root: Path, now: datetime | None = None, unwritten: Mapping[str, bytes] = NOTHING) -> Archive:
    """Read and check every record beneath a folder. Raises Problems with every problem of the run.

    Where there is none, the archive holds the warnings. At the moment `now`, decisions to publish that have ended
    count no more, and nothing was done on a day to come; without one, all of them count, and any day. `unwritten`:
    record files that are not there yet, or not so.
    """
    archive, found = looked_over(root, now, unwritten)
    problems = [one for one in found if not one.is_warning]
    if problems:
        raise Problems(problems)
    return replace(archive, warnings=found)


def looked_over(
    root: Path, now: datetime | None = None, unwritten: Mapping[str, bytes] = NOTHING
) -> tuple[Archive, tuple[Problem, ...]]:
    """The archive of the records that could be read, and every problem and warning of all of them."""
    sources = read(root, unwritten)
    archive, findings = check(sources, sections.kinds())
    today = now.astimezone(LONDON).date() if now else date.min
    if now:  # acting as if it were an earlier moment, one knows what was done since; only the clock says what is ahead
        findings += to_come.findings(archive, max(now, this_moment()))
    findings = [*without_values(findings, sources.documents), *held_back(archive, sources, today, findings)]
    return archive, tuple(sorted((*sources.problems, *_located(sources, findings))))


def problems_of(root: Path, now: datetime, unwritten: Mapping[str, bytes] = NOTHING) -> tuple[Problem, ...]:
    """Every problem that `load` raises; none where every record is sound."""
    try:
        load(root, now, unwritten)
    except Problems as found:
        return found.problems
    return ()


def check(sources: Sources, kinds: tuple[Kind, ...]) -> tuple[Archive, list[Finding]]:
    """The Archive of what is sound in the sources, and everything that is wrong with them."""
    records: list[Record] = []
    broken: list[Identified] = []
    strays = {finding.path: finding for finding in misnamed.findings(sources)}
    unsound = {problem.path for problem in sources.problems} | misnamed.records(sources)
    described = describe(sources.documents, unsound, kinds)
    findings = [*described.findings]
    ids = _ids_of(unsound | described.unjudged, kinds)
    for document in described.documents:
        for found in identify(document, kinds):
            if isinstance(found, Finding):
                findings.append(found)
                unsound.add(document.path)
                continue
            ids[found.kind.noun] |= {found.id, found.id.lower()}
            shaped = shape(found)
            if isinstance(shaped, tuple):
                findings += (in_column(finding) for finding in shaped) if found.line else shaped
                broken.append(replace(found, wrong=tuple(finding.where for finding in shaped)))
            else:
                records.append(shaped)
    refused = [finding for document in sources.documents for finding in _refused(document)]
    unsound.update(finding.path for finding in (*findings, *refused) if not finding.is_warning)
    files = {path: file for path, file in sources.files.items() if path not in strays}
    archive = gather(kinds, records, files, unsound, broken)
    found_all = (*findings, *_between(archive, ids, sources))
    told = (within.told(found) if (within := described.within.get(found.path)) else found for found in found_all)
    return archive, [*strays.values(), *refused, *once(_but_refused(told, sources))]


def _refused(document: Document) -> Iterator[Finding]:
    for where, why in document.refused:
        line, where = (where[0], where[1:]) if isinstance(where[0], int) else (0, where)
        yield Finding(document.path, where, why, line)


def _but_refused(findings: Iterable[Finding], sources: Sources) -> Iterator[Finding]:
    """The findings without those about a cell of which it is said already that it is never published."""
    cells = {
        (document.path, where[0], plain(str(where[1])))
        for document in sources.documents
        for where in (*(where for where, _ in document.refused), *(seen.where for seen in document.seen))
        if isinstance(where[0], int)
    }
    sides = {document.path: document for document in sources.documents} if cells else {}
    for finding in findings:
        column = str(finding.where[0]) if cells and finding.line and finding.where else ""
        name = in_file(sides.get(side_file(finding.path)), column)
        if (finding.path, finding.line, plain(name)) not in cells:
            yield finding


def _ids_of(paths: Iterable[str], kinds: tuple[Kind, ...]) -> dict[str, set[str]]:
    """By noun, the ids of records that are there and cannot be looked at; a register stands for all of its rows."""
    ids: dict[str, set[str]] = {kind.noun: set() for kind in kinds}
    for path in paths:
        kind, parts = kind_at(path, kinds) or (None, ())
        if kind:
            ids[kind.noun].add("/".join(parts) or kind.noun)
    return ids


def _between(archive: Archive, ids: Mapping[str, AbstractSet[str]], sources: Sources) -> Iterator[Finding]:
    """What no single record can know. `ids`: all that are typed, of broken records too, by noun."""
    outside = dict(_outside(archive, ids))
    yield from (finding for finding in outside.values() if finding.path not in archive.unsound)
    yield from _dangling(archive, ids, outside.keys())
    yield from addresses.clashes(archive, sources.root)
    yield from rules.of_every_kind(archive)
    yield from rules.unannounced(archive)
    yield from in_pack.check(archive)
    yield from checks_of_disclosure.findings(archive)
    yield from narrative.findings(archive)
    for section in sections.SECTIONS:
        yield from section.checks(archive)


def _outside(archive: Archive, ids: Mapping[str, AbstractSet[str]]) -> Iterator[tuple[tuple[str, str], Finding]]:
    """By noun and id, every record that is not there and has others in its folder: said of the folder, once."""
    files = {kind.noun: kind.files for kind in archive.kinds}
    there: list[tuple[Kind, Record | Identified]] = [(found.kind, found) for found in archive.broken]
    there += [(kind, record) for kind in archive.kinds for record in archive.records[kind.noun].values()]
    for kind, record in there:
        outer = record.id.rpartition("/")[0]
        if kind.within and not record.line and outer not in ids[kind.within]:
            folder = up_to(kind, record.path, outer.count("/"))
            file = files[kind.within].replace("*", "{}").format(*outer.split("/"))
            near = "" if "/" in outer else did_you_mean(outer, ids[kind.within])
            message = f"there is no {file}. A {kind.noun} lies in the folder of its {kind.within}.{near}"
            yield (kind.within, outer), Finding(folder, (), message)


def _dangling(
    archive: Archive, ids: Mapping[str, AbstractSet[str]], outside: AbstractSet[tuple[str, str]]
) -> Iterator[Finding]:
    """A finding for every id that names no record; where it is named again and again, only for the first place.

    While a folder is named wrongly nobody is told that what lies in it is missing.
    """
    missing = _missing(archive, ids)
    for (noun, id), named in missing.items():
        if (noun, id) in outside or (outside and "/" in id):
            continue
        hint = (did_you_mean(id, ids[noun]) if len(missing) <= MISTYPED else "") or _would_lie(archive, noun, id, ids)
        again = f" It is named in {len(named) - 1} more places.{PUT_BACK}" if len(named) > NAMED else ""
        message = f'there is no {noun} "{id}".{hint}{again}' if id else f"write the id of the {noun} before `#`."
        first = min(named, key=lambda found: (found[0].path, found[0].line))
        for record, where in [first] if again else named:
            yield Finding(record.path, where, message, record.line)


def _would_lie(archive: Archive, noun: str, id: str, ids: Mapping[str, AbstractSet[str]]) -> str:
    """Where a record that has a file of its own would lie: perhaps it is still to be written."""
    files = archive.kind_called(noun).files
    parts = id.split("/")
    if files.count("*") != len(parts):
        return ""
    none = "" if ids[noun] else "None is on record yet; its"
    return f" {none or 'Its'} file would be {files.replace('*', '{}').format(*parts)}."


def _missing(
    archive: Archive, ids: Mapping[str, AbstractSet[str]]
) -> dict[tuple[str, str], list[tuple[Record | Identified, Where]]]:
    """Where every id stands that names no record, by noun and id; in records too that have a mistake elsewhere."""
    known = {key_of(noun, id) for noun, typed in ids.items() for id in typed}
    missing: dict[tuple[str, str], list[tuple[Record | Identified, Where]]] = defaultdict(list)
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            if known.issuperset(archive.references[key_of(kind.noun, record.id)]):
                continue
            for where, noun, id in references(record):
                if _is_missing(noun, id, ids):
                    missing[noun, id].append((record, where))
    for broken in archive.broken:
        for where, noun, id in references_typed(broken):
            if _is_missing(noun, id, ids):
                missing[noun, id].append((broken, where))
    return missing


def _is_missing(noun: str, id: str, ids: Mapping[str, AbstractSet[str]]) -> bool:
    """Whether no record has this id, and none around it could not be looked at."""
    return id not in ids[noun] and id.rpartition("/")[0] not in ids[noun]


def _located(sources: Sources, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Findings with their lines and columns, which are looked up only now that somebody needs them."""
    documents = {document.path: document for document in sources.documents}
    for path, found in groupby(sorted(findings, key=_path), _path):
        unwritten = sources.unwritten.get(path)
        place = places(sources.root, path, unwritten) if path in documents else lambda _: (1, 1)
        told: Counter[tuple[object, ...]] = Counter()
        for finding in found:
            where = finding.where
            if finding.line > 1 and where:
                where = (in_file(documents.get(side_file(path)), str(where[0])),)
            line, column = place((finding.line, *where) if finding.line else where)
            if finding.words:
                same = (finding.line, finding.where, finding.words)
                line, column = place_of(finding.words, (line, column), sources.root, path, unwritten, told[same])
                told[same] += 1
            message = " ".join(finding.message.split("\n"))  # what it repeats of a cell can stand on several lines
            yield Problem(path, line, column, field_name(finding.where), message, finding.is_warning)


def _path(finding: Finding) -> str:
    return finding.path
