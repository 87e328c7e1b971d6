"""Everything before the builder, in one line: read, check, gate, render, stage."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generators.addresses import taken_by_docs, unreadable_docs
from generators.archive import Archive
from generators.check import load
from generators.follow.publisher import publisher
from generators.made_ahead import made_ahead
from generators.problem import Problem, Problems
from generators.public import public
from generators.render import Output, of_all_records, of_records, site_name
from generators.site.complete import NOTHING, Owed, owed
from generators.stage import AHEAD, Staged, files_in, keys, sizes, staging, tree

Gate = Callable[[Archive, datetime], Archive]


@dataclass(frozen=True)
class Prepared:
    """A staged tree and the name of the site."""

    site_name: str
    staged: tuple[Staged, ...]
    warnings: tuple[Problem, ...] = ()
    address: str = ""
    """Where the site stands for the public; empty where the office's record does not say."""
    owed: Owed = NOTHING
    """What the site is to have, by the archive alone."""


@contextmanager
def prepare(
    root: Path, now: datetime, gate: Gate = public, found: Callable[[Path], AbstractSet[str]] = files_in
) -> Iterator[Prepared]:
    """The staged tree of what may be seen at this moment. Raises Problems before it writes anything.

    Inside, a second process may still make the data and the page that leads to it; afterwards every file is there.
    `gate` says what may be seen; the one of `scrutiny publish` also knows what was published before. `found`: what
    says which files lie in the staged tree.
    """
    archive = gate(load(root, now), now)
    kept = keys(tree(root))
    of_all: list[Output] = []
    changed: list[Output] = []
    for output in of_all_records(archive, sizes(tree(root), kept)):
        (of_all if kept.get(output.path) == output.key else changed).append(output)
    with (
        made_ahead(changed, root / ".scrutiny" / AHEAD) as ahead,
        staged(root, archive, [*of_records(archive, now, root), *of_all, *ahead], tree(root), found) as prepared,
    ):
        yield prepared


@contextmanager
def staged(
    root: Path,
    archive: Archive,
    outputs: Sequence[Output],
    folder: Path,
    found: Callable[[Path], AbstractSet[str]] = files_in,
) -> Iterator[Prepared]:
    """These files in this folder. Raises Problems where `docs/` has one of the pages already."""
    clashes = list(taken_by_docs((output.page.address for output in outputs if output.page), root))
    clashes += unreadable_docs(root)
    if clashes:
        raise Problems(clashes)
    name = site_name(archive)
    with staging(outputs, folder, found) as files:
        yield Prepared(name, files, archive.warnings, publisher(archive, name).address, owed(archive))
