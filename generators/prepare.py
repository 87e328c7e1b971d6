"""Everything before the builder, in one line: read, check, gate, render, stage."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generators.addresses import taken_by_docs, unreadable_docs
from generators.check import load
from generators.follow.publisher import publisher
from generators.problem import Problem, Problems
from generators.public import public
from generators.render import render, site_name
from generators.stage import Staged, stage, tree


@dataclass(frozen=True)
class Prepared:
    """A staged tree and the name of the site."""

    site_name: str
    staged: tuple[Staged, ...]
    warnings: tuple[Problem, ...] = ()
    address: str = ""
    """Where the site stands for the public; empty where the office's record does not say."""


def prepare(root: Path, now: datetime) -> Prepared:
    """The staged tree of what may be seen at this moment. Raises Problems before it writes anything."""
    archive = public(load(root), now)
    outputs = list(render(archive, now, root))
    clashes = list(taken_by_docs((output.page.address for output in outputs if output.page), root))
    clashes += unreadable_docs(root)
    if clashes:
        raise Problems(clashes)
    name = site_name(archive)
    return Prepared(name, stage(outputs, tree(root)), archive.warnings, publisher(archive, name).address)
