"""A copy of a finished site that can be opened from a folder, without a server and without a network."""

import os
from collections.abc import Iterator
from pathlib import Path

from generators.pack.bag import File
from generators.pack.browsable import PAGE, browsable
from generators.pack.titles import title_of, to_script

SEARCH = "search/"
"""The address of the page that searches."""
SCRIPTS = '<script src="titles.js"></script><script src="browse.js"></script></body>'
BROWSE = Path(__file__).parent / "browse.js"
ONLY_SERVED = (
    "pagefind/",
    "404.html",
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "_headers",
    "site-manifest.json",
    ".",
)
"""How the paths begin of what only works, or only means anything, on a server."""


def copied(site: Path, published_at: str, copy_of: str) -> Iterator[File]:
    """Every file of the copy in a fixed order. `copy_of`: what is said of it at the foot of each page."""
    titles = []
    for path in _paths(site):
        content = (site / path).read_bytes()
        if path.endswith(".html"):
            html = content.decode()
            title = title_of(html, path)
            titles += [title] if title else []
            copy = browsable(html, path.removesuffix(PAGE), published_at, copy_of)
            content = (copy.replace("</body>", SCRIPTS) if path == f"{SEARCH}{PAGE}" else copy).encode()
        yield path, content
    yield f"{SEARCH}titles.js", to_script(sorted(titles))
    yield f"{SEARCH}browse.js", BROWSE.read_bytes()


def _paths(site: Path) -> Iterator[str]:
    for place, folders, names in os.walk(site):
        folders.sort()
        for name in sorted(names):
            path = (Path(place) / name).relative_to(site).as_posix()
            if not path.startswith(ONLY_SERVED):
                yield path
