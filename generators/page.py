"""A page: its address, its template and the plain values it is made from; and how it becomes Markdown."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar
from urllib.parse import quote

import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generators import dates, figure
from generators.compiled import compiled
from generators.facets import UNLISTED, Facets, for_search
from generators.figure import Figure
from generators.file_size import in_words
from generators.ledger.differences import differences
from generators.link import Link, relative, to_chart
from generators.markdown import Markdown, to_html
from generators.raw_blocks import MARK
from generators.second_readings import also_printed
from generators.table import Table, to_csv

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
PACKAGE = Path(__file__).parent
ACTIVE = re.compile(r"[&<>\"\\`*_\[\]{}|~^#]|^[^\w\s£(]|^\d+(?=[.)])|[\n\r\t]")
"""What HTML, Markdown or an extension could take for markup; at the start of a value, any sign or numbered list.

An apostrophe stays as it is: every attribute in the templates stands between double quotes, and a test says so.
"""
ENDS = re.compile(r"</(?:th|td|dt|dd|li|caption)>(?=<(?!/div>))")
"""The ends of elements that a reader sees apart from what comes next, and a program does not. Where a `div` ends as
well, search ends a sentence, but not after a space."""

NOTHING: Mapping[str, Any] = MappingProxyType({})
ALONE: Mapping[str, Any] = {
    "record": None, "previous": None, "next": None, "mentions": (), "history": None, "in_pack": None, "editing": (),
}  # fmt: skip
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


@dataclass(frozen=True, eq=False)
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
    facets: Facets = UNLISTED
    """What it can be found by; of a page without, search knows nothing."""

    @property
    def file(self) -> str:
        """Where it is staged."""
        return f"{self.address}index.md"


def to_markdown(page: Page, told: Mapping[str, Any] = NOTHING) -> bytes:
    """The page as Markdown with front matter. Every value in it is text, unless its record declares it Markdown.

    `told`: what else its front matter tells the theme.
    """
    values = {**page.values, **page.view(page), "page": page}
    body = _environment().get_template(page.template).render(values)
    # The host's themes insert these two into their HTML as they are.
    front: dict[str, Any] = {"title": escape(_in_full(page)), "description": escape(page.description or page.title)}
    front |= {"source": page.source, "section": page.section, "moved_to": page.moved_to}
    front |= {"facets": for_search(page.facets), "dated": str(page.facets.day or ""), **told}
    matter = yaml.dump(
        {name: value for name, value in front.items() if value}, Dumper=yaml.CSafeDumper, allow_unicode=True, width=1000
    )
    return f"---\n{matter}---\n\n{MARK}\n\n{_tidy(body)}".encode()


def _in_full(page: Page) -> str:
    """The title as a browser shows it, with that of the page above: two pages may be called `Custody`."""
    return " - ".join((page.title, *(step.text for step in page.trail[1:][-1:])))


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
    return _worked_out(page, wanted) if isinstance(wanted, Later) else wanted


@lru_cache(maxsize=8)
def _worked_out(page: "Page", wanted: Later[Any]) -> Any:
    """Its page shows it, and its files hold it: each is made right after the other."""
    return wanted.make(page)


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
    environment.globals |= {"link": _link, "href": _href, "draw": _draw}
    environment.globals |= {"also_printed": also_printed, "differences": differences}
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
    return Markup(quote(relative(page.address, address), safe="/#="))  # noqa: S704 - quoted


@pass_context
def _draw(context: Context, wanted: Figure | Later[Figure]) -> Markup:
    """A figure: its chart, the same numbers as a table, and its files."""
    page: Page = context["page"]
    shown = made(page, wanted)
    size = in_words(len(to_csv(shown)))
    svg = Markup(figure.to_svg(shown, page.address + shown.name))  # noqa: S704 - drawn by us
    template = _environment().get_template("figure.jinja")
    to = {"alone": _href(context, to_chart(page.address, shown.name)), "how": _href(context, "cite/")}
    return Markup(template.render(figure=shown, svg=svg, csv_size=size, **to))  # noqa: S704 - escaped by the template


def _tidy(text: str) -> str:
    """No line ends in spaces, no two blank lines follow each other, and no two cells: search would read one word."""
    text = ENDS.sub(r"\g<0> ", text)
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
