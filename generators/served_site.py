"""The folder from which a server shows a site while somebody writes: it is changed page by page."""

import os
from collections.abc import Iterable
from pathlib import Path


def sweep(site: Path, wanted: Iterable[str]) -> None:
    """Take away the files that are not made any more."""
    kept = {os.path.normpath(path) for path in wanted}
    for file in [path for path in site.rglob("*") if path.is_file()]:
        if os.path.relpath(file, site) not in kept:
            file.unlink()


def make_again(folder: Path, paths: Iterable[str]) -> None:
    """Have the builder make these pages again, though their text is the same."""
    for path in paths:
        os.utime(folder / path)
