"""What every page has around its own content: where it stands, what comes before and after, where its ids lead."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from generators.archive import Archive
from generators.disclosure import is_guarded
from generators.facets import LISTED, Facets, facets_of
from generators.figure import Figure
from generators.in_pack import link_of
from generators.ledger.told import told
from generators.link import Link, links, to_record
from generators.mentions import mentions
from generators.page import Later, Page, no_view
from generators.record import Record
from generators.references import noun_in_words
from generators.repository import edit_links, seen
from generators.sections import group_of
from generators.table import Table

T = TypeVar("T")

HOME = Link("Home", "")


def record_page(
    archive: Archive,
    record: Record,
    title: str,
    trail: Sequence[Link],
    values: Mapping[str, Any],
    *,
    section: str,
    also: Iterable[Record] = (),
    previous: Link | None = None,
    next: Link | None = None,
    description: str = "",
    status: str = "",
    figures: Sequence[Figure | Later[Figure]] = (),
    tables: Sequence[Table | Later[Table]] = (),
    view: Callable[[Page], Mapping[str, Any]] = no_view,
) -> Page:
    """The page of one record, from the template of its noun; `also`: other records it shows, with ids to be links.

    `status` is how its matter stands, in the words that the page uses.
    """
    kind = archive.kind(record)
    return Page(
        address=to_record(archive, record).address,
        title=title,
        template=f"{kind.section}/{kind.noun.replace('-', '_')}.md.jinja",
        values={**_around(archive, record, previous, next, (record,)), **values},
        section=section,
        trail=_trail((HOME, *trail), section),
        source="" if is_guarded(record) else record.path,
        description=description,
        noun=noun_in_words(kind.noun).capitalize(),
        figures=figures,
        tables=tables,
        view=view,
        links=links(archive, (record, *also)),
        facets=facets_of(archive, record, status=status),
    )


def list_page(
    archive: Archive,
    address: str,
    title: str,
    template: str,
    values: Mapping[str, Any],
    *,
    section: str,
    trail: Sequence[Link] = (HOME,),
    previous: Link | None = None,
    next: Link | None = None,
    description: str = "",
    linking: Iterable[Record] = (),
    edited: Iterable[Record] = (),
    facets: Facets = LISTED,
    figures: Sequence[Figure | Later[Figure]] = (),
    tables: Sequence[Table | Later[Table]] = (),
    view: Callable[[Page], Mapping[str, Any]] = no_view,
) -> Page:
    """A page that gathers from many records; `linking`: the records whose ids it turns into links.

    `template` is the section's folder and the template's name: `meetings/calendar`. `edited`: the few records in which
    all of it was typed, if they are few.
    """
    return Page(
        address=address,
        title=title,
        template=f"{template}.md.jinja",
        values={**_around(archive, None, previous, next, edited), **values},
        section=section,
        trail=_trail(trail, section, address),
        description=description,
        figures=figures,
        tables=tables,
        view=view,
        links=links(archive, linking),
        facets=facets,
    )


def with_neighbours(listed: Sequence[T], to: Callable[[T], Link]) -> Iterator[tuple[Link | None, T, Link | None]]:
    """Each of these between the links to the one before it and to the one after it."""
    links = (None, *map(to, listed), None)
    return zip(links, listed, links[2:], strict=False)


def _trail(trail: Sequence[Link], section: str, address: str = "") -> tuple[Link, ...]:
    """The pages above this one with the group of the navigation among them, unless it is one of them or this one."""
    group = group_of(section)
    if group.address in (address, *(step.address for step in trail)):
        return tuple(trail)
    return (*trail[:1], Link(group.title, group.address), *trail[1:])


def _around(
    archive: Archive, record: Record | None, previous: Link | None, next: Link | None, edited: Iterable[Record]
) -> dict[str, Any]:
    """What the layout shows around a page's own content."""
    repository = getattr(archive.records["office"].get("office"), "repository", None)
    return {
        "record": record,
        "previous": previous,
        "next": next,
        "kept_at": "" if record is None or is_guarded(record) else seen(repository, record),
        "editing": tuple(link for found in edited if not is_guarded(found) for link in edit_links(repository, found)),
        "in_pack": None if record and is_guarded(record) else link_of(archive, getattr(record, "in_pack", None)),
        "mentions": mentions(archive, record) if record else (),
        "history": told(archive, archive.kind(record), record) if record else None,
    }
