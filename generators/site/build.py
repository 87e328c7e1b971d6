"""From records to a finished site: the switch from the old one comes last, and only once everything is right."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import orjson

from generators.alone import alone
from generators.cache import Cache
from generators.memory import held
from generators.prepare import Gate, Prepared, prepare
from generators.problem import Problem, Problems
from generators.public import public
from generators.read import links_in
from generators.render import navigation
from generators.search.index import can_be_read
from generators.search.kept import fingerprint, kept_index, new_index
from generators.second_process import meanwhile
from generators.site.complete import check_complete
from generators.site.finish import Job, finish
from generators.site.left import left
from generators.site.links import PageLinks, broken, leads_to
from generators.site.manifest import NAME, manifest, whole_folder
from generators.site.store import Store, assemble, is_ours, switch
from generators.stage import Staged, tidy, tree

PACKAGE = Path(__file__).parent.parent
BUILDER = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2")
"""The packages whose versions a finished page depends on."""
Put = Callable[[Mapping[str, str]], Path]
"""Puts files, keys by paths, in the folder of the site that is next, and says which that is. Raises Problems."""
BY_HOST = ("permalinks", "plugin", "policy", "raw_blocks", "style_sheet")
"""Our own modules that the builder calls."""


@dataclass(frozen=True)
class Built:
    """What a build did."""

    pages: int
    made: int
    """Pages that went through the builder; the others were in the store."""
    warnings: tuple[Problem, ...]


def build(root: Path, site: Path, now: datetime, say: Callable[[str], None], gate: Gate = public) -> Built:
    """Make the site and put it in the place of the old one. Raises Problems; the old site then stays as it is."""
    with alone(root / ".scrutiny", say):
        return build_alone(root, site, now, say, gate)


def build_alone(root: Path, site: Path, now: datetime, say: Callable[[str], None], gate: Gate) -> Built:
    """The same for whoever already sees to it that no other process builds here."""
    if not is_ours(site, root / ".scrutiny" / "sites"):
        words = "this holds files that no build made. Choose a new or an empty folder for the site."
        raise Problems([Problem(str(site), 1, 1, "--site-dir", words)])
    tidy(root / ".scrutiny")
    say("Reading and checking the records")
    look = partial(left, root, _place(root, site))
    with meanwhile(look) as looked:
        found = cache(lambda: looked() or look())
        with prepare(root, now, lambda archive, at: held(gate(archive, at)), lambda _: found().staged) as prepared:
            pages = _pages(root, prepared)  # the data may still be on the way, so that this costs no time
            if pages.missing:
                import_module("generators.plugin")
        return _build(root, site, prepared, pages, found().whole, say)


@dataclass(frozen=True)
class _Pages:
    """Every page that the site is to have, and what is there of them."""

    jobs: Sequence[Job]
    missing: Sequence[Job]
    """Those that have to go through the builder."""
    links: Mapping[str, PageLinks]
    """What each of the others has and points to, by its key."""
    beside: Mapping[str, str]
    """The keys of all staged files that are no pages, by their paths."""
    kept: Cache
    """Where that is kept."""
    shell: Path
    """The file that lists what the builder writes besides pages, if it is there."""
    store: Store


def _pages(root: Path, prepared: Prepared) -> _Pages:
    """What is there of the pages, and what is missing."""
    work = root / ".scrutiny"
    fingerprint = _fingerprint(root, f"{prepared.site_name} {prepared.address}")
    jobs = tuple(_jobs(root, prepared, fingerprint))
    shell = work / f"shell-{fingerprint[:20]}.json"
    store = Store(work / "store")
    kept = Cache(work / "links.sqlite")
    links = {job.key: PageLinks(**found) for job in jobs if (found := kept.get(job.key)) is not None}
    missing = [job for job in jobs if job.key not in store or job.key not in links]
    beside = {file.path: _hash(file.path, file.key) for file in prepared.staged if not file.is_page}
    if not _is_kept(shell, store):
        shell.unlink(missing_ok=True)
    return _Pages(jobs, missing, links, beside, kept, shell, store)


def _build(
    root: Path, site: Path, prepared: Prepared, pages: _Pages, whole: Container[str], say: Callable[[str], None]
) -> Built:
    jobs, store = pages.jobs, pages.store
    links = {**pages.links, **_finished(root, prepared, pages, say)}
    say("Checking every link")
    for path, key in pages.beside.items():
        if key not in store:
            store.keep(key, (tree(root) / path).read_bytes())
    others = {**orjson.loads(pages.shell.read_bytes()), **pages.beside}
    _check_links(root, jobs, links, others)
    contents = {f"{job.address}index.html": job.key for job in jobs} | others
    folders = _place(root, site)
    put = partial(whole_folder, store=store, folders=folders, live=_live(site), whole=whole)
    contents |= _search_index(put, prepared.staged, contents, store, say)
    say("Putting the site in place")
    check_complete(prepared.owed, prepared.staged, len(jobs), contents, store)
    _publish(site, contents, folders, store, put)
    return Built(len(jobs), len(pages.missing), prepared.warnings)


def _finished(root: Path, prepared: Prepared, pages: _Pages, say: Callable[[str], None]) -> Mapping[str, PageLinks]:
    """Make the pages that are missing; what each of them has and points to, by its key."""
    made: Mapping[str, PageLinks] = {}
    if pages.missing or not pages.shell.exists():
        say(f"Making {len(pages.missing):,} of {len(pages.jobs):,} pages")
        made = finish(root, prepared, pages.missing, pages.shell, pages.store)
    for key, links in made.items():
        pages.kept.put(key, links)
    pages.store.save()  # first: what links are known of was made, and is whole
    pages.kept.save()
    return made


def _search_index(
    put: Put,
    staged: Iterable[Staged],
    contents: Mapping[str, str],
    store: Store,
    say: Callable[[str], None],
) -> Mapping[str, str]:
    """The files of the search index and their keys: those of the site before, or new ones if anything has changed."""
    work = store.folder.parent
    searched = {path: key for path, key in contents.items() if path.endswith(".html") or can_be_read(path)}
    kept = kept_index(work, store)
    if kept.made_from == fingerprint(searched):
        return kept.files
    say("Making the search index")
    return new_index(work, put({**contents, **kept.files}), staged, searched, store)


def _publish(site: Path, contents: Mapping[str, str], folders: Path, store: Store, put: Put) -> None:
    """Switch to a folder with exactly these files; then make the other folder the same, for the next build."""
    listed = manifest(contents, store)
    contents = {**contents, NAME: sha256(listed).hexdigest()}
    if contents[NAME] not in store:
        store.keep(contents[NAME], listed)
    store.save()
    switch(site, put(contents))
    with suppress(OSError):  # the new site is there: what comes now only saves time
        assemble(contents, store, folders, _live(site))
        store.forget(contents.values())


def _live(site: Path) -> Path | None:
    return site.resolve() if site.is_symlink() else None


def _place(root: Path, site: Path) -> Path:
    """Where the two folders of a site lie. Each site has its own: a preview never shows in another."""
    return root / ".scrutiny" / "sites" / _hash(os.path.relpath(site, root))[:10]


def _is_kept(shell: Path, store: Store) -> bool:
    """Whether everything that the builder wrote besides pages is still in the store."""
    try:
        return all(key in store for key in orjson.loads(shell.read_bytes()).values())
    except (OSError, orjson.JSONDecodeError, AttributeError):
        return False


def _jobs(root: Path, prepared: Prepared, fingerprint: str) -> Iterator[Job]:
    """Every page that the site is to have: the staged ones and those of `docs/`."""
    for file in prepared.staged:
        if file.is_page:
            yield Job(file.path.removesuffix("index.md"), _hash(file.path, file.key, fingerprint), file.source)
    for page in sorted((root / "docs").rglob("*.md")):
        path = page.relative_to(root / "docs")
        address = path.with_suffix("").as_posix() + "/"
        address = address.removesuffix("index/") if path.stem == "index" else address
        content = sha256(page.read_bytes()).hexdigest()
        yield Job(address, _hash(address, content, fingerprint), page.relative_to(root).as_posix())


def _check_links(root: Path, jobs: Sequence[Job], known: Mapping[str, PageLinks], others: Iterable[str]) -> None:
    """Every link of every page leads somewhere. Raises Problems."""
    sources = {job.address: job.source for job in jobs}
    lost = broken({job.address: known[job.key] for job in jobs}, others)
    if lost:
        raise Problems(_lost(root, sources[at], at, target) for at, targets in lost.items() for target in targets)


def _lost(root: Path, source: str, address: str, target: str) -> Problem:
    """A link of the page at this address that leads nowhere, where it was typed if it was typed as such."""
    typed = links_in(root, source) if source else ()
    line, column = next((place for place, link in typed if leads_to(link, address) == target), (1, 1))
    words = f'a link leads to "/{target}", and nothing is there.'
    return Problem(source or f"page /{address}", line, column, "", words)


def _fingerprint(root: Path, site: str) -> str:
    """A hash of everything but its own text that a finished page depends on: theme, configuration, versions, code."""
    digest = sha256(site.encode() + repr(navigation()).encode())
    for package in BUILDER:
        digest.update(f"{package} {version(package)}\n".encode())
    docs = (path for path in sorted((root / "docs").rglob("*")) if path.suffix != ".md")
    code = (*(PACKAGE / f"{name}.py" for name in BY_HOST), *sorted((PACKAGE / "theme").rglob("*")))
    for folder, paths in ((root, (root / "mkdocs.yml", *docs)), (PACKAGE, code)):
        for path in paths:
            if path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()
