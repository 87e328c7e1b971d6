"""The picture that a link to a page shows where it is passed on: one for each kind of page.

One for each page would take a build of ten thousand pages minutes. A picture is named by its whole address only, so
there is none where the site's address is not known.
"""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from html import escape
from textwrap import wrap

from generators import figure
from generators.archive import Archive
from generators.follow.files import Made
from generators.follow.publisher import Publisher
from generators.keys import maker
from generators.page import Page
from generators.read.yaml_text import CONTROL

FOLDER = "assets/cards/"
FONT = escape(figure.FONT)
OTHERS = "Public record"
"""What the picture of a page says that shows no record."""
WIDTH, HEIGHT = 1200, 630
"""What those ask for who show such pictures."""
LETTERS = 46
"""Of the office's name in one line."""


def card_of(page: Page) -> str:
    """The path of a page's picture."""
    return _path(page.noun or OTHERS)


def files(archive: Archive, publisher: Publisher) -> Iterator[Made]:
    """The picture of every kind of record, and that of all other pages."""
    nouns = (kind.noun.capitalize().replace("-", " ") for kind in archive.kinds)
    for title in (OTHERS, *nouns) if publisher.address else ():
        svg = to_svg(title, publisher)
        key = sha256(f"{svg} {maker()}".encode()).hexdigest()
        yield Made(_path(title), key, partial(figure.to_png, svg))


def to_svg(title: str, publisher: Publisher) -> str:
    """The picture: a bar in the office's colour, the kind of page and the name of the office."""
    name = CONTROL.sub(" ", publisher.name)
    lines = "".join(
        f'<text x="80" y="{400 + 56 * number}" font-size="44" fill="#3d4648">{escape(line)}</text>'
        for number, line in enumerate(wrap(name, LETTERS, max_lines=4, placeholder="…"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{FONT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
        f'<rect width="{WIDTH}" height="28" fill="{publisher.accent}"/>'
        f'<text x="80" y="230" font-size="88" font-weight="700" fill="{publisher.accent}">{escape(title)}</text>'
        f"{lines}</svg>"
    )


def _path(title: str) -> str:
    return f"{FOLDER}{title.lower().replace(' ', '-')}.png"
