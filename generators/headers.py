"""What a host is to send along with the site's files, in the form that Cloudflare Pages, Netlify and others read.

A policy that stands within a page cannot say who may frame it, nor can it guard a file that is no page. A path may have
a star at its end only: some hosts take one in the middle for the end, and would send the headers with every page.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from generators.addresses import of_docs
from generators.archive import Archive
from generators.follow.files import Made

NAME = "_headers"
EVERYWHERE = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
    "Strict-Transport-Security: max-age=31536000",
    "Cross-Origin-Opener-Policy: same-origin",
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
)
UNFRAMED = ("Content-Security-Policy: frame-ancestors 'none'",)
"""For pages. What is made for other people's pages stands in a folder of its own, and has no such rule."""
SAVED = ("Content-Disposition: attachment", "Content-Security-Policy: sandbox; default-src 'none'")
SHOWN = (".pdf", ".png", ".jpg", ".jpeg", ".txt")
"""How the names of attachments end that a browser shows. It cannot show a PDF in a sandbox. All others are saved."""
MOST = 100
"""Rules: a host may read no more."""


def files(archive: Archive, addresses: Iterable[str], root: Path) -> Iterator[Made]:
    """The file, for a site with these pages and those of `docs/`."""
    pages = (*addresses, *(address for address, _ in of_docs(root)))
    folders = sorted({address.partition("/")[0] for address in pages} - {""})
    rules = [("/*", EVERYWHERE), ("/", UNFRAMED), *((f"/{folder}/*", UNFRAMED) for folder in folders)]
    rules += [(f"/{quote(path)}", SAVED) for path in sorted(attachments(archive)) if not path.endswith(SHOWN)]
    text = "\n".join(_rule(path, lines) for path, lines in rules[:MOST])
    yield Made(NAME, sha256(text.encode()).hexdigest(), text.encode)


def attachments(archive: Archive) -> Iterator[str]:
    """Where each attachment lies."""
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            yield from (f"{kind.address(record.id)}{name}" for name in getattr(record, "files", ()))


def _rule(path: str, lines: Sequence[str]) -> str:
    return "".join((f"{path}\n", *(f"  {line}\n" for line in lines)))
