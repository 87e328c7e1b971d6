"""The one place where pages of a preview are marked: the finished HTML of a page in, the same with its marks out."""

import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import unquote, urldefrag, urljoin

from generators.drafts.marks import Mark, Marks

ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
CHART = re.compile(r"(<svg\b.*?</svg>)", re.DOTALL)
"""Links within a picture have no room for words."""
LINK = re.compile(r'(<a\b[^>]*?\shref="([^"]*)"[^>]*>)(.*?)(</a>)', re.DOTALL)
OPENED = re.compile(
    r'<(?P<tag>tr|li|div|dt|section|article|span|h[1-6])\b[^>]*?\sid="(?P<id>[^"]*)"[^>]*>'
    r"(?P<cell>\s*<t[hd]\b[^>]*>|\s*<dt>)?"
)
"""Where something begins that a link can lead to; of a row or a term, the place within its first cell."""
CELL = re.compile(r"(<t[hd]\b[^>]*>\s*)([^<]+)")
"""What a cell of a table begins with."""
FEED = re.compile(r'\s*<link rel="alternate feed"[^>]*>')
HERE = "http://preview"
HEAD = """<meta name="robots" content="noindex, nofollow, noarchive">
<style>
.not-public { margin: 0 0 1rem; padding: .6rem .9rem; border: .2rem solid #a33; background: #fff3d6; color: #1b1b1b; }
.md-typeset .not-public p, .md-typeset .not-public ul { margin: 0; max-width: none; }
.md-typeset .not-public li { margin-bottom: 0; }
.preview-line { margin: 0; padding: .25rem .8rem; border-block: .1rem solid #a33; background: #fff3d6; color: #1b1b1b;
  font-size: var(--small); line-height: 1.4; text-align: center; }
.md-typeset mark.not-public-here { padding: 0 .3em; border: 1px solid #a33; background: #fff3d6; color: #1b1b1b;
  font-size: .8em; font-weight: 600; font-style: normal; white-space: normal; box-shadow: none; }
@media print { .preview-line, .not-public, mark.not-public-here { print-color-adjust: exact; } }
</style>
"""
LINE = (
    '<p class="preview-line"><strong>Preview, on this computer only.</strong> Drafts and what is held back are shown, '
    "and lists, numbers and charts count them too.</p>\n"
)
"""Beneath the head of every page, within it: whoever goes through a page by its regions comes by it."""


def marked(html: str, address: str, source: str, marks: Marks) -> str:
    """A page of a preview. `address` is where it stands, `source` the file of the record it was made from, if any."""
    address = unquote(address)
    own = marks.of_page(address, source)
    html = FEED.sub("", html).replace("</head>", f"{HEAD}</head>", 1)
    before = own.short[0].upper() + own.short[1:] if own else "Preview"
    html = html.replace("<title>", f"<title>{escape(before)}: ", 1).replace("</header>", f"{LINE}</header>", 1)
    found = ARTICLE.search(html)
    if not found:
        return html
    inner = _marked_inside(found[2], address, marks)
    return f"{html[: found.end(1)]}\n{banner(own)}{inner}{html[found.start(3) :]}"


def banner(mark: Mark | None) -> str:
    """What stands above a page that is not public."""
    if not mark:
        return ""
    words = f"<strong>{escape(mark.title)}</strong> {escape(mark.more)}".rstrip()
    return f'<aside class="not-public" role="note" aria-label="Not public"><p>{words}</p></aside>\n'


def _marked_inside(html: str, address: str, marks: Marks) -> str:
    parts = CHART.split(html)
    for at in range(0, len(parts), 2):
        linked = LINK.sub(lambda link: _link(link, address, marks), parts[at])
        parts[at] = _rows(_places(linked, address, marks), marks)
    return "".join(parts)


def _link(link: re.Match[str], address: str, marks: Marks) -> str:
    """A link, with the mark of what it leads to; not within the page itself."""
    target, fragment = urldefrag(urljoin(f"{HERE}/{address}", unescape(link[2])))
    if not target.startswith(f"{HERE}/"):
        return link[0]
    page = unquote(target.removeprefix(f"{HERE}/"))
    if _folder(page) == address:
        return link[0]
    mark = next((marks.places[place] for place in _candidates(page, unquote(fragment)) if place in marks.places), None)
    return f"{link[1]}{link[3]} {_beside(mark)}{link[4]}" if mark else link[0]


def _candidates(page: str, fragment: str) -> Iterator[str]:
    """What a link can be about, the nearest first: a place on a page, the page, or that beside which a file lies."""
    yield f"{page}#{fragment}"
    yield page
    yield _folder(page)


def _folder(page: str) -> str:
    return page[: page.rfind("/") + 1]


def _places(html: str, address: str, marks: Marks) -> str:
    """Every row on this page that is not public, with its mark."""

    def opened(found: re.Match[str]) -> str:
        mark = marks.places.get(f"{address}#{unquote(unescape(found['id']))}")
        if not mark or (found["tag"] == "tr" and not found["cell"]):
            return found[0]
        return f"{found[0]}{_beside(mark)} "

    return OPENED.sub(opened, html)


def _rows(html: str, marks: Marks) -> str:
    """Every row without a place of its own that is not public, with its mark: it is known by what it is called."""

    def cell(found: re.Match[str]) -> str:
        mark = marks.rows.get(" ".join(unescape(found[2]).split()))
        return f"{found[0].rstrip()} {_beside(mark)}" if mark else found[0]

    return CELL.sub(cell, html) if marks.rows else html


def _beside(mark: Mark) -> str:
    return f'<mark class="not-public-here">({escape(mark.short)})</mark>'
