"""From files to the Archive: every problem of a run at once, then stop."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from generators import addresses, sections
from generators.archive import Archive, gather
from generators.problem import Finding, Problem, Problems, did_you_mean, field_name
from generators.read import Document, Sources, place, read
from generators.record import Kind, Record
from generators.references import key_of, references
from generators.register import described
from generators.shape import Identified, identify, shape


def load(root: Path) -> Archive:
    """Read and check every record beneath a folder. Raises Problems with every problem of the run."""
    sources = read(root)
    archive, findings = check(sources, sections.kinds())
    problems = [*sources.problems, *(_located(sources, finding) for finding in findings)]
    if problems:
        raise Problems(problems)
    return archive


def check(sources: Sources, kinds: tuple[Kind, ...]) -> tuple[Archive, list[Finding]]:
    """The Archive of what is sound in the sources, and everything that is wrong with them."""
    findings: list[Finding] = []
    records: list[Record] = []
    ids: dict[str, dict[str, str]] = {kind.noun: {} for kind in kinds}
    documents, unfit = _described(sources.documents)
    findings += unfit
    for document in documents:
        for found in identify(document, kinds):
            if isinstance(found, Finding):
                findings.append(found)
                continue
            findings += _same_id(found, ids[found.kind.noun])
            ids[found.kind.noun].setdefault(found.id.casefold(), found.id)
            shaped = shape(found)
            if isinstance(shaped, tuple):
                findings += shaped
            else:
                records.append(shaped)
    unsound = {finding.path for finding in findings} | {problem.path for problem in sources.problems}
    archive = gather(kinds, records, sources.files, unsound)
    findings += _between(archive, {noun: set(typed.values()) for noun, typed in ids.items()}, sources)
    return archive, findings


def _described(documents: tuple[Document, ...]) -> tuple[list[Document], list[Finding]]:
    """The documents, with the rows of every register as its side file describes them."""
    by_path = {document.path: document for document in documents}
    found: list[Document] = []
    findings: list[Finding] = []
    for document in documents:
        if document.path.endswith(".csv"):
            side = by_path.get(document.path.removesuffix(".csv") + ".yml")
            document, unfit = described(document, side)
            findings += unfit
        found.append(document)
    return found, findings


def _between(archive: Archive, ids: Mapping[str, AbstractSet[str]], sources: Sources) -> Iterator[Finding]:
    """What no single record can know."""
    yield from _dangling(archive, ids)
    yield from addresses.clashes(archive, sources.root)
    for section in sections.SECTIONS:
        yield from section.checks(archive)


def _dangling(archive: Archive, ids: Mapping[str, AbstractSet[str]]) -> Iterator[Finding]:
    """A finding for every id that names no record. `ids`: all that are typed, of broken records too, by noun."""
    known = {key_of(noun, id) for noun, typed in ids.items() for id in typed}
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            if known.issuperset(archive.references[key_of(kind.noun, record.id)]):
                continue
            for where, noun, id in references(record):
                if id not in ids[noun]:
                    message = f'there is no {noun} "{id}".{did_you_mean(id, ids[noun])}'
                    yield Finding(record.path, where, message, record.line)


def _same_id(found: Identified, taken: Mapping[str, str]) -> Iterator[Finding]:
    """Two records of one kind whose ids are the same, or differ only in capitals."""
    same = taken.get(found.id.casefold())
    if same is not None and not found.line:
        noun = found.kind.noun
        yield Finding(found.path, (), f'there is a {noun} "{same}" already. Every {noun} needs an id of its own.')


def _located(sources: Sources, finding: Finding) -> Problem:
    """A finding with its line and column, which are looked up only now that somebody needs them."""
    where = (finding.line, *finding.where) if finding.line else finding.where
    there = (sources.root / finding.path).is_file()
    line, column = place(sources.root, finding.path, where) if there else (1, 1)
    return Problem(finding.path, line, column, field_name(finding.where), finding.message)
