"""What earlier builds left: a second process looks through it while this one reads the records."""

from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from generators.site.manifest import is_whole_folder
from generators.site.seal import seals_in
from generators.site.store import FOLDERS
from generators.stage import files_in, tree


class Left(NamedTuple):
    """The staged tree and the folders of a site, as the build that comes finds them."""

    staged: AbstractSet[str]
    """The path of every file of the staged tree."""
    whole: AbstractSet[str]
    """The folders of the site that hold just what their own lists name, each file as it was made."""


def left(root: Path, folders: Path) -> Left:
    """What is there. `folders`: where those of the site lie."""
    seals = seals_in(root / ".scrutiny" / "store.json")
    whole = {name for name in FOLDERS if is_whole_folder(folders / name, seals)}
    return Left(files_in(tree(root)), whole)
