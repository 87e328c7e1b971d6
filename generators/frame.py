"""What every page has around its own content: where it stands, what comes before and after, where its ids lead."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generators.archive import Archive
from generators.figure import Figure
from generators.link import Link, links, to_record
from generators.page import Page, no_view
from generators.record import Record
from generators.table import Table

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
    figures: Sequence[Figure] = (),
    tables: Sequence[Table] = (),
    view: Callable[[Page], Mapping[str, Any]] = no_view,
) -> Page:
    """The page of one record, from the template of its noun; `also`: other records it shows, with ids to be links."""
    noun = archive.noun(type(record))
    return Page(
        address=to_record(archive, record).address,
        title=title,
        template=f"{_folder(record)}/{noun.replace('-', '_')}.md.jinja",
        values={"record": record, "previous": previous, "next": next, **_office(archive), **values},
        section=section,
        trail=(HOME, *trail),
        source=record.path,
        description=description,
        noun=noun.capitalize().replace("-", " "),
        figures=figures,
        tables=tables,
        view=view,
        links=links(archive, (record, *also)),
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
) -> Page:
    """A page that gathers from many records; `linking`: the records whose ids it turns into links.

    `template` is the section's folder and the template's name: `meetings/calendar`.
    """
    return Page(
        address=address,
        title=title,
        template=f"{template}.md.jinja",
        values={"record": None, "previous": previous, "next": next, **_office(archive), **values},
        section=section,
        trail=tuple(trail),
        description=description,
        links=links(archive, linking),
    )


def _folder(record: Record) -> str:
    """The folder of the section that declares this kind of record."""
    return type(record).__module__.removeprefix("generators.sections.").partition(".")[0]


def _office(archive: Archive) -> dict[str, str | None]:
    office = archive.records["office"].get("office")
    return {"repository": getattr(office, "repository", None)}
