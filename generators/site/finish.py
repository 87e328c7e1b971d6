"""Pages through the builder: only those that are not in the store, in two processes when they are many."""

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import ceil
from pathlib import Path

import orjson

from generators.memory import give_back
from generators.prepare import Prepared
from generators.second_process import WORTH_SHARING
from generators.site.links import PageLinks, extract
from generators.site.seal import Seal, seal_of
from generators.site.store import Store
from generators.stage import MAKING
from generators.workers import workers

WORKERS = 2
MOST_AT_ONCE = 2500
"""Pages. The builder keeps all it makes in memory; a process that has made this many gives way to a new one."""


@dataclass(frozen=True)
class Job:
    """One page to be made."""

    address: str
    key: str
    """The store keeps it under this."""
    source: str
    """The record or the file of `docs/` it is made from."""


Finished = tuple[str, PageLinks, Seal]
"""The key of a page, what it has and points to, and what it was when it was made."""


def finish(root: Path, prepared: Prepared, jobs: Sequence[Job], shell: Path, store: Store) -> dict[str, PageLinks]:
    """Make these pages and put them in the store; what each of them has and points to, by its key.

    `shell` is the file that lists what the builder writes besides pages; it is written if it is not there.
    Raises Problems, and then nothing is in the store that a site would be made from.
    """
    making = root / ".scrutiny" / MAKING
    shutil.rmtree(making, ignore_errors=True)
    folder = making / str(os.getpid())  # a process of a build that was stopped may still be writing into its own
    found: dict[str, PageLinks] = {}
    for made in _shares(root, folder, prepared, jobs, store.folder):
        for key, links, seal in made:
            store.add(key, seal)
            found[key] = links
    if not shell.exists():
        shell.write_bytes(orjson.dumps(dict(_keep_shell(folder / "0", store))))
    shutil.rmtree(making, ignore_errors=True)
    return found


def _shares(root: Path, folder: Path, prepared: Prepared, jobs: Sequence[Job], store: Path) -> list[list[Finished]]:
    if len(jobs) < WORTH_SHARING:
        return [_finish_share(root, folder / "0", _only(prepared, jobs), jobs, store)]
    give_back()  # two more processes are about to need it
    number = WORKERS * ceil(len(jobs) / WORKERS / MOST_AT_ONCE)
    shares = [jobs[n::number] for n in range(number)]
    done: list[list[Finished]] = []
    for first in range(0, number, WORKERS):  # a pool for each round: one that replaces its processes can hang
        with workers(WORKERS) as pool:
            tasks = [
                pool.submit(_finish_share, root, folder / str(n), _only(prepared, shares[n]), shares[n], store)
                for n in range(first, first + WORKERS)
            ]
            done += [task.result() for task in tasks]
    return done


def _finish_share(root: Path, folder: Path, prepared: Prepared, jobs: Sequence[Job], store: Path) -> list[Finished]:
    """Build these pages into a folder, move them into the store, and say what each has and points to."""
    from generators.plugin import build_pages

    build_pages(root, folder, prepared)
    store.mkdir(parents=True, exist_ok=True)
    found = []
    for job in jobs:
        file = folder / job.address / "index.html"
        content = file.read_bytes()
        found.append((job.key, extract(content.decode(), job.address), seal_of(file, content)))
        os.replace(file, store / job.key)
    return found


def _only(prepared: Prepared, jobs: Sequence[Job]) -> Prepared:
    """The staged pages to be made."""
    wanted = {f"{job.address}index.md" for job in jobs}
    return replace(prepared, staged=tuple(file for file in prepared.staged if file.path in wanted))


def _keep_shell(folder: Path, store: Store) -> Iterator[tuple[str, str]]:
    """What the builder wrote besides pages: the theme's files, those of `docs/`, and the page for a wrong address."""
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            file = Path(place) / name
            path = file.relative_to(folder).as_posix()
            if name != "index.html":
                content = file.read_bytes()
                key = sha256(content).hexdigest()
                if key not in store:
                    store.keep(key, content)
                yield path, key
