"""The stage of a preview: all that will once be public, in a folder of its own that nothing else is made from."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from generators.archive import Archive
from generators.check import load
from generators.drafts.marks import Mark, Marks, marks
from generators.drafts.page import banner
from generators.follow import files as follow_files
from generators.follow.publisher import publisher
from generators.prepare import Prepared, staged
from generators.public import with_drafts
from generators.render import Output, of_all_records, of_records, site_name
from generators.stage import keys, sizes
from generators.unseen import unseen

ROBOTS = b"User-agent: *\nDisallow: /\n"
TOLD_TO_OTHERS = ("feed", "calendar", "machine", "card", "cited")
"""What the front matter of a page tells those who would follow, cite or copy it: there is nothing yet for them."""


def drafts_tree(root: Path) -> Path:
    """Where the staged tree of a preview lies."""
    return root / ".scrutiny" / "drafts"


def preview(root: Path, now: datetime) -> tuple[Prepared, Marks]:
    """The staged tree with drafts and what is held back, and what is to be marked in it. Raises Problems."""
    whole = load(root, now)
    archive = with_drafts(whole, now)
    found = marks(archive, unseen(whole, now))
    folder = drafts_tree(root)
    kept = sizes(folder, keys(folder))
    outputs = [*of_records(archive, now, root), *of_all_records(archive, kept)]
    with staged(root, archive, list(_private(archive, outputs, found)), folder) as prepared:
        return replace(prepared, address=""), found


def _private(archive: Archive, outputs: list[Output], found: Marks) -> Iterator[Output]:
    """The files without those by which a site is followed, and the charts that stand alone with their marks."""
    followed = {made.path for made in follow_files.files(archive, publisher(archive, site_name(archive)))}
    for output in outputs:
        name = output.path.rpartition("/")[2]
        if output.path == "robots.txt":
            yield Output(output.path, sha256(ROBOTS).hexdigest(), lambda: ROBOTS)
        elif output.path.startswith("embed/"):
            yield _alone(output, found)
        elif output.path not in followed and not (output.path == name and name.startswith(("sitemap", "_headers"))):
            yield output


def _alone(output: Output, found: Marks) -> Output:
    """A chart on a page of its own, marked like the page that shows it."""
    mark = found.of_page(output.path.removeprefix("embed/").rpartition("/")[0] + "/")
    return replace(output, key=f"{output.key}-{mark}", make=partial(_with_banner, output, mark)) if mark else output


def _with_banner(output: Output, mark: Mark) -> bytes:
    return output.make().replace(b"<main>\n", b"<main>\n" + banner(mark).encode(), 1)
