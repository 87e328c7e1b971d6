"""A page: its address, its template and the plain values it is made from; and how it becomes Markdown."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any, Generic, TypeVar
from urllib.parse import quote

import orjson
import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generators import dates, figure
from generators.compiled import compiled
from generators.figure import Figure
from generators.link import Link, relative
from generators.markdown import Markdown, to_html
from generators.raw_blocks import MARK
from generators.record import Record
from generators.second_readings import also_printed
from generators.table import Table, to_csv

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
PACKAGE = Path(__file__).parent
ACTIVE = re.compile(r"[&<>\"\\`*_\[\]{}|~^#]|^[^\w\s£(]|^\d+(?=[.)])|[\n\r\t]")
"""What HTML, Markdown or an extension could take for markup; at the start of a value, any sign or numbered list.

An apostrophe stays as it is: every attribute in the templates stands between double quotes, and a test says so.
"""

ALONE: Mapping[str, Any] = {"record": None, "previous": None, "next": None, "mentions": ()}
"""What the layout is given of a page that shows no record and has none beside it."""


def no_view(_: "Page") -> Mapping[str, Any]:
    """For a page whose template needs nothing but its values."""
    return {}


@dataclass(frozen=True)
class Later(Generic[T_co]):
    """A table or figure that is worked out from a page alone, and only once somebody asks for it."""

    name: str
    """The end of its address, as it has it itself."""
    make: Callable[["Page"], T_co]


@dataclass(frozen=True)
class Page:
    """One page of the site, as values. The same values give the same Markdown."""

    address: str
    """From the site's root, with a slash at the end: `meetings/etp/2023-06-28/`; empty for the home page."""
    title: str
    template: str
    """The folder of its section and the template's name: `meetings/paper.md.jinja`."""
    values: Mapping[str, Any]
    """What it is made from: records, links and plain values only."""
    view: Callable[["Page"], Mapping[str, Any]] = no_view
    """What else the template is given, worked out from the page alone, and only if it has to be made."""
    section: str = ""
    """The address of the section's index, to which the page belongs in the navigation."""
    trail: Sequence[Link] = ()
    """The pages above this one, from the top."""
    source: str = ""
    """The path of the record it shows."""
    description: str = ""
    """One sentence for search engines and link previews."""
    noun: str = ""
    """What kind of record it shows, in a word above its title."""
    moved_to: str = ""
    """Where a reader is sent on to, as seen from this page."""
    tables: Sequence[Table | Later[Table]] = ()
    """The rows it offers as files beside the page."""
    figures: Sequence[Figure | Later[Figure]] = ()
    """Its charts, each with its data files beside the page."""
    links: Mapping[str, Link] = field(default_factory=dict)
    """Where the ids lead that stand in its records: by noun, a colon and the id."""

    @property
    def file(self) -> str:
        """Where it is staged."""
        return f"{self.address}index.md"


def key(page: Page) -> str:
    """A hash of everything the page is made from: its values, and the templates and code that turn them to text.

    Of records that are whole, their ids and the hashes of their files are enough.
    """
    values = {name: _in_short(value) for name, value in page.values.items()}
    return sha256(orjson.dumps({**vars(page), "values": values}, default=_plain) + maker().encode()).hexdigest()


def to_markdown(page: Page) -> bytes:
    """The page as Markdown with front matter. Every value in it is text, unless its record declares it Markdown."""
    values = {**page.values, **page.view(page), "page": page}
    body = _environment().get_template(page.template).render(values)
    # The host's themes insert these two into their HTML as they are.
    front = {"title": escape(page.title), "description": escape(page.description or page.title)}
    front |= {"source": page.source, "section": page.section, "moved_to": page.moved_to}
    matter = yaml.dump(
        {name: value for name, value in front.items() if value}, Dumper=yaml.CSafeDumper, allow_unicode=True, width=1000
    )
    return f"---\n{matter}---\n\n{MARK}\n\n{_tidy(body)}".encode()


def as_text(value: Any) -> Any:
    """A template's value as text that is nothing but text, wherever in HTML or Markdown it stands.

    Markdown that a record declares is rendered; every other sign that could act becomes a character reference.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, Markdown):
        return Markup(to_html(value))  # noqa: S704 - made by the parser, which lets no HTML through
    if isinstance(value, date):
        return dates.long_date(value)
    if isinstance(value, time):
        return dates.clock(value)
    if value is None:
        return ""
    return Markup(ACTIVE.sub(_reference, str(value)))  # noqa: S704 - every sign that could act was replaced


def made(page: Page, wanted: T | Later[T]) -> T:
    """A table or figure of a page, worked out now if it has not been before."""
    return wanted.make(page) if isinstance(wanted, Later) else wanted


def _in_short(value: Any) -> Any:
    """A record, or several of one kind, by what makes sure that they are the same; anything else as it is."""
    if isinstance(value, Record) and value.digest:
        return f"{value.id} {value.digest}"
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return [_in_short(one) for one in value]
    return value


def _plain(value: Any) -> Any:
    """What is no JSON by itself: a tuple with names, and a view by its name, since its code is part of every key."""
    if isinstance(value, tuple):
        return tuple(value)
    if not callable(value):
        raise TypeError(f"a page cannot be made from a {type(value).__name__}")
    return f"{value.__module__}.{value.__qualname__}"


def _reference(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in found[0])


@cache
def _environment() -> Environment:
    folders = {path.parent.name: FileSystemLoader(path) for path in sorted(PACKAGE.glob("sections/*/templates"))}
    environment = Environment(
        loader=ChoiceLoader([PrefixLoader(folders), FileSystemLoader(PACKAGE / "templates")]),
        autoescape=True,
        finalize=as_text,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=compiled(Path(__file__)),
    )
    environment.filters |= {
        "inline": _inline,
        "clock": dates.clock,
        "full_date": dates.full_date,
        "short_date": dates.short_date,
    }
    environment.globals |= {"link": _link, "href": _href, "draw": _draw, "also_printed": also_printed}
    return environment


def _inline(text: str) -> Markup:
    """A Markdown text of one paragraph, without the paragraph around it."""
    html = to_html(text).strip()
    whole = html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>")
    return Markup(html[3:-4] if whole else html)  # noqa: S704 - made by the parser


@pass_context
def _link(context: Context, noun: str, id: str, text: str = "") -> Markup:
    """A link to the record of this noun and id, or the words `not published`."""
    page: Page = context["page"]
    id, sign, part = id.partition("#")
    target = page.links.get(f"{noun}:{id}")
    if target is None:
        return Markup('<span class="unpublished">not published</span>')
    href = relative(page.address, target.address) + sign + part
    return Markup('<a href="{}">{}</a>').format(href, as_text(text or target.text))


@pass_context
def _href(context: Context, address: str) -> Markup:
    """The address of a page or file of the site, as seen from this page."""
    page: Page = context["page"]
    return Markup(quote(relative(page.address, address), safe="/#"))  # noqa: S704 - quoted


@pass_context
def _draw(context: Context, wanted: Figure | Later[Figure]) -> Markup:
    """A figure: its chart, the same numbers as a table, and its files."""
    page: Page = context["page"]
    shown = made(page, wanted)
    size = f"{max(1, round(len(to_csv(shown)) / 1000))} KB"
    svg = Markup(figure.to_svg(shown, page.address + shown.name))  # noqa: S704 - drawn by us
    template = _environment().get_template("figure.jinja")
    return Markup(template.render(figure=shown, svg=svg, csv_size=size))  # noqa: S704 - escaped by the template


@cache
def maker() -> str:
    """A hash of what turns values into text."""
    digest = sha256()
    for pattern in (
        "*.py",
        "sections/**/*.py",
        "templates/*.jinja",
        "sections/*/templates/*.jinja",
        "sections/*/examples/*",
    ):
        for path in sorted(PACKAGE.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _tidy(text: str) -> str:
    """No line ends in spaces, no two blank lines follow each other."""
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
