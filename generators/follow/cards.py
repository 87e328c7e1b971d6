"""The picture that a link to a page shows where it is passed on.

Pages of the kinds named here have one of their own, with what is most worth knowing and the chart if there is one. Each
takes as long as twenty pages, so these are kinds of which an office has dozens: its bodies, registers, reports and
tables, not its papers and decisions. Where an office has more of a kind than that, they share one, as all other pages
of a kind do. A picture is named by its whole address only, so there is none where the site's address is not known.
"""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from html import escape
from textwrap import wrap

from generators import figure
from generators.archive import Archive
from generators.cite.embed import size_of, to_picture
from generators.figure import Figure
from generators.follow.files import Made
from generators.follow.publisher import Publisher
from generators.keys import maker
from generators.page import Page, made
from generators.read.yaml_text import CONTROL
from generators.record import Kind
from generators.references import noun_in_words

FOLDER = "assets/cards/"
FONT = escape(figure.FONT)
OTHERS = "Public record"
"""What the picture of a page says that shows no record."""
OWN = frozenset(
    {
        "Body", "Dilemma", "Dip sample", "Dip sample function", "Gifts register", "Measure", "Performance report",
        "Published table", "Visit programme",
    }
)  # fmt: skip
"""The kinds of record of which each has a picture of its own."""
MOST = 100
"""Of one kind: with more, to draw them all would take longer than everything else that a page is given."""
WIDTH, HEIGHT = 1200, 630
"""What those ask for who show such pictures. One for a single page is half as wide and high: it takes half the time,
and no less is read of it where it is shown."""
LETTERS = 46
"""Of the office's name in one line."""
TITLE, FACT = 24, 36
"""Letters in a line of a title, and of what is most worth knowing, where a chart stands beside them."""
WIDE = 1.7
"""How many times as wide as high a chart is that stands beneath the words instead."""


def own(archive: Archive) -> frozenset[str]:
    """The kinds of record of this archive of which each has a picture of its own."""
    return frozenset(_noun(kind) for kind in archive.kinds if len(archive.records[kind.noun]) <= MOST) & OWN


def card_of(page: Page, own: frozenset[str]) -> str:
    """The path of a page's picture."""
    return f"{page.address}card.png" if page.noun in own else _path(page.noun or OTHERS)


def files(archive: Archive, publisher: Publisher) -> Iterator[Made]:
    """The picture of every kind of record, and that of all other pages."""
    apart, nouns = own(archive), map(_noun, archive.kinds)
    for title in (OTHERS, *(noun for noun in nouns if noun not in apart)) if publisher.address else ():
        svg = to_svg(title, publisher)
        key = sha256(f"{svg} {maker()}".encode()).hexdigest()
        yield Made(_path(title), key, partial(figure.to_png, svg))


def of_page(page: Page, key: str, publisher: Publisher, own: frozenset[str]) -> Iterator[Made]:
    """The picture of a page that has one of its own. `key`: that of the page."""
    if publisher.address and page.noun in own and not page.moved_to:
        yield Made(card_of(page, own), f"{key}-{publisher.name}-{publisher.accent}", partial(_own, page, publisher))


def to_svg(title: str, publisher: Publisher) -> str:
    """The picture of a kind: a bar in the office's colour, the kind of page and the name of the office."""
    head = f'<text x="80" y="230" font-size="88" font-weight="700" fill="{publisher.accent}">{escape(title)}</text>'
    lines = _lines(publisher.name, 400, 44, (LETTERS, 4), "#3d4648")
    return _framed(f"{head}{lines}", publisher)


def to_own_svg(page: Page, publisher: Publisher, chart: Figure | None) -> str:
    """The picture of one page: its title, what is most worth knowing, and the chart beneath them or beside."""
    picture = to_picture(chart, page.address + chart.name) if chart else ""
    is_beside = bool(picture) and _proportion(picture) < WIDE
    room, most = (1, 4) if is_beside else (2, 2)
    noun = _lines(page.noun, 95, 30, (40, 1), publisher.accent)
    title = _lines(page.title, 160, 50, (TITLE * room, most), "#1b2427", "700")
    top = 160 + 58 * title.count("<text")
    words = chart.title if chart else page.description
    fact = _lines(words if words != page.title else "", top, 32, (FACT * room, most if chart else 5), "#3d4648")
    top += 37 * fact.count("<text") - 10
    placed = _placed(picture, (660, 80, 490, 480) if is_beside else (80, top, 1040, 550 - top)) if picture else ""
    name = _lines(publisher.name, 592, 26, (82, 1), "#3d4648")
    return _framed(f"{noun}{title}{fact}{placed}{name}", publisher)


def _own(page: Page, publisher: Publisher) -> bytes:
    chart = made(page, page.figures[0]) if page.figures else None
    return figure.to_png(to_own_svg(page, publisher, chart), scale=0.5)


def _proportion(picture: str) -> float:
    """How many times as wide as high a chart is."""
    width, height = size_of(picture)
    return width / height


def _placed(picture: str, box: tuple[int, int, int, int]) -> str:
    """A chart as large as a box lets it be, given its left and top edge, its width and height."""
    width, height = size_of(picture)
    inside = picture.partition(">")[2]
    x, y, wide, high = box
    return (
        f'<svg x="{x}" y="{y}" width="{wide}" height="{high}" viewBox="0 0 {width:g} {height:g}" '
        f'preserveAspectRatio="xMinYMid meet">{inside}'
    )


def _lines(text: str, top: int, size: int, room: tuple[int, int], colour: str, weight: str = "400") -> str:
    """A text in lines, beginning at this height; `room`: letters in a line, and lines."""
    words = wrap(CONTROL.sub(" ", text), room[0], max_lines=room[1], placeholder="…")
    return "".join(
        f'<text x="80" y="{top + round(1.16 * size) * number}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}">{escape(line)}</text>'
        for number, line in enumerate(words)
    )


def _framed(content: str, publisher: Publisher) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{FONT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
        f'<rect width="{WIDTH}" height="28" fill="{publisher.accent}"/>{content}</svg>'
    )


def _noun(kind: Kind) -> str:
    """What stands above the titles of the pages of a kind."""
    return noun_in_words(kind.noun).capitalize()


def _path(title: str) -> str:
    return f"{FOLDER}{title.lower().replace(' ', '-')}.png"
