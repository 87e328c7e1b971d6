"""The whole list as data: for whoever moves the site to a server that none of the other formats is for."""

from collections.abc import Sequence

import orjson

from generators.redirects.addresses import Address
from generators.redirects.place import SitePlace
from generators.table import Column, Table, to_csv

COLUMNS = tuple(
    Column(name, title)
    for name, title in (
        ("address", "Address"),
        ("state", "What stands there"),
        ("leads_to", "Where it is now"),
        ("since", "Withdrawn on"),
        ("reason", "Why"),
    )
)
"""`state` is here, moved or withdrawn; the last two columns are for what was withdrawn."""


def as_csv(every: Sequence[Address], place: SitePlace) -> str:
    """One row for each address that was ever published."""
    return to_csv(Table("addresses", COLUMNS, [tuple(_row(each, place).values()) for each in every])).decode()


def as_json(every: Sequence[Address], place: SitePlace) -> str:
    """The same as a list of objects."""
    return orjson.dumps([_row(each, place) for each in every], option=orjson.OPT_INDENT_2).decode() + "\n"


def _row(each: Address, place: SitePlace) -> dict[str, str | None]:
    values = (
        place.old_encoded(each.address),
        each.state,
        place.new(each.leads_to),
        str(each.since) if each.since else None,
        each.reason or None,
    )
    return dict(zip((column.name for column in COLUMNS), values, strict=True))
