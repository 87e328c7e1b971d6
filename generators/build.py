"""From records to a finished site: only pages that changed go through the builder, and the switch comes last."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

import orjson

from generators import site_links
from generators.cache import Cache
from generators.prepare import Prepared, prepare
from generators.problem import Problem, Problems
from generators.render import navigation
from generators.stage import Staged, tree, write
from generators.store import Store, assemble, switch

PACKAGE = Path(__file__).parent
WORKERS = 2
WORTH_SHARING = 300
"""Pages; fewer are made sooner by one process than two can start."""
NOT_KEPT = ("sitemap.xml", "sitemap.xml.gz")
"""What the builder writes of the pages it was given, which are not all."""


@dataclass(frozen=True)
class Built:
    """What a build did."""

    pages: int
    made: int
    """Pages that went through the builder; the others were in the store."""


@dataclass(frozen=True)
class Job:
    """One page to be made: its address, and the key under which the store keeps it."""

    address: str
    key: str
    source: str


def build(root: Path, site: Path, now: datetime, say: Callable[[str], None]) -> Built:
    """Make the site and put it in the place of the old one. Raises Problems; the old site then stays as it is."""
    gc.disable()  # hundreds of thousands of records live as long as the program: looking for garbage only costs time
    say("Reading and checking the records")
    prepared = prepare(root, now)
    work = root / ".scrutiny"
    maker = _fingerprint(root, prepared.site_name)
    store = Store(work / "store")
    links = Cache(work / "links.sqlite")
    jobs = tuple(_jobs(root, prepared, maker))
    shell_file = work / f"shell-{maker[:20]}.json"
    kept = {job.key: links.get(job.key) for job in jobs}
    known: dict[str, dict[str, list[str]]] = {key: found for key, found in kept.items() if found is not None}
    missing = [job for job in jobs if job.key not in store or job.key not in known]
    if missing or not shell_file.exists():
        say(f"Making {len(missing):,} of {len(jobs):,} pages")
        for key, found in _make(root, prepared, missing, shell_file, store):
            links.put(key, found)
            known[key] = found
    links.save()
    say("Checking every link")
    shell: dict[str, str] = orjson.loads(shell_file.read_bytes())
    others = {file.path: _keep_other(root, file, store) for file in prepared.staged if not file.is_page}
    others |= {path: key for path, key in shell.items() if path not in others}
    _check_links(jobs, known, others)
    say("Putting the site in place")
    keys = {f"{job.address}index.html": job.key for job in jobs} | others
    live = site.resolve() if site.is_symlink() else None
    folder = assemble({path: store.path(key) for path, key in keys.items()}, work / "sites", live)
    switch(site, folder)
    store.forget(keys.values())
    return Built(len(jobs), len(missing))


def _jobs(root: Path, prepared: Prepared, maker: str) -> Iterator[Job]:
    """Every page that the site is to have: the staged ones and those of `docs/`."""
    for file in prepared.staged:
        if file.is_page:
            yield Job(file.path.removesuffix("index.md"), _hash(file.path, file.key, maker), file.source)
    for page in sorted((root / "docs").rglob("*.md")):
        path = page.relative_to(root / "docs")
        address = path.with_suffix("").as_posix() + "/"
        address = address.removesuffix("index/") if path.stem == "index" else address
        content = sha256(page.read_bytes()).hexdigest()
        yield Job(address, _hash(address, content, maker), page.relative_to(root).as_posix())


def _make(
    root: Path, prepared: Prepared, missing: Sequence[Job], shell_file: Path, store: Store
) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Send pages through the builder, in two processes when there are many; yields what each page points to."""
    folder = root / ".scrutiny" / "making"
    shutil.rmtree(folder, ignore_errors=True)
    if len(missing) < WORTH_SHARING:
        shares = [list(missing)]
        results = [_make_share(root, folder / "0", prepared, shares[0], store.folder)]
    else:
        shares = [list(missing[n::WORKERS]) for n in range(WORKERS)]
        with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
            tasks = [
                pool.submit(_make_share, root, folder / str(n), _only(prepared, share), share, store.folder)
                for n, share in enumerate(shares)
            ]
            results = [task.result() for task in tasks]
    for found in results:
        for key, page_links in found:
            store.add(key)
            yield key, page_links
    if not shell_file.exists():
        write(shell_file, orjson.dumps(dict(_keep_shell(folder / "0", store))))
    shutil.rmtree(folder, ignore_errors=True)


def _make_share(
    root: Path, folder: Path, prepared: Prepared, jobs: Sequence[Job], store: Path
) -> list[tuple[str, dict[str, list[str]]]]:
    """Build these pages into a folder, move them into the store, and say what each has and points to."""
    from generators.plugin import build_pages

    build_pages(root, folder, _only(prepared, jobs))
    store.mkdir(parents=True, exist_ok=True)
    found = []
    for job in jobs:
        file = folder / job.address / "index.html"
        page_links = site_links.extract(file.read_text("utf-8"), job.address)
        os.replace(file, store / job.key)
        found.append((job.key, {"ids": list(page_links.ids), "targets": list(page_links.targets)}))
    return found


def _only(prepared: Prepared, jobs: Sequence[Job]) -> Prepared:
    """The staged pages to be made, and those that the navigation needs for its titles."""
    wanted = {f"{job.address}index.md" for job in jobs} | {f"{link.address}index.md" for link in navigation()}
    return replace(prepared, staged=tuple(file for file in prepared.staged if file.path in wanted))


def _keep_shell(folder: Path, store: Store) -> Iterator[tuple[str, str]]:
    """What the builder wrote besides pages: the theme's files, those of `docs/`, and the page for a wrong address."""
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            file = Path(place) / name
            path = file.relative_to(folder).as_posix()
            if name != "index.html" and path not in NOT_KEPT:
                content = file.read_bytes()
                key = sha256(content).hexdigest()
                if key not in store:
                    store.keep(key, content)
                yield path, key


def _keep_other(root: Path, file: Staged, store: Store) -> str:
    """The key of a staged file that is no page, once the store has it."""
    key = _hash(file.path, file.key)
    if key not in store:
        store.keep(key, (tree(root) / file.path).read_bytes())
    return key


def _check_links(jobs: Sequence[Job], known: Mapping[str, dict[str, list[str]]], others: Mapping[str, str]) -> None:
    """Every link of every page leads somewhere. Raises Problems."""
    pages = {
        job.address: site_links.PageLinks(tuple(known[job.key]["ids"]), tuple(known[job.key]["targets"]))
        for job in jobs
    }
    sources = {job.address: job.source for job in jobs}
    problems = [
        Problem(sources[address] or f"page /{address}", 1, 1, "", f'a link leads to "/{target}", and nothing is there.')
        for address, targets in site_links.broken(pages, others).items()
        for target in targets
    ]
    if problems:
        raise Problems(problems)


def _fingerprint(root: Path, site_name: str) -> str:
    """A hash of everything but its own text that a finished page depends on: theme, configuration, versions, code."""
    digest = sha256(site_name.encode())
    for package in ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2"):
        digest.update(f"{package} {version(package)}\n".encode())
    files = [
        root / "mkdocs.yml",
        *sorted((PACKAGE / "theme").rglob("*")),
        PACKAGE / "plugin.py",
        PACKAGE / "raw_blocks.py",
    ]
    docs = root / "docs"
    files += [path for path in sorted(docs.rglob("*")) if path.suffix != ".md"]
    for path in files:
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    digest.update(repr(navigation()).encode())
    return digest.hexdigest()


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()
