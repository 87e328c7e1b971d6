"""Every address that was ever published on the site, and what stands there now."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from generators.addresses import of_docs
from generators.page import Page
from generators.render import Output

State = Literal["here", "moved", "withdrawn"]


class Address(NamedTuple):
    """One address."""

    address: str
    """From the site's root: `people/linda-james/`; empty for the home page."""
    state: State
    """Whether a page stands there, or a sign to where it moved, or a notice that it was withdrawn."""
    leads_to: str
    """Where a reader finds it now: the address itself, unless it moved."""
    since: date | None = None
    """The day on which it was withdrawn."""
    reason: str = ""
    """Why it was withdrawn."""


def addresses(outputs: Iterable[Output], root: Path) -> tuple[Address, ...]:
    """Every address in the order of the alphabet. `root`: where the pages lie that are written by hand."""
    pages = (_of_page(output.page) for output in outputs if output.page)
    by_hand = (Address(address, "here", address) for address, _ in of_docs(root))
    return tuple(sorted({each.address: each for each in (*by_hand, *pages)}.values()))


def moved(every: Iterable[Address]) -> Iterator[Address]:
    """Those from which a reader is to be sent on."""
    return (each for each in every if each.state == "moved")


def _of_page(page: Page) -> Address:
    values = page.values
    if page.template == "moved.md.jinja":
        return Address(page.address, "moved", values["now_at"].address)
    if page.template == "taken_down.md.jinja" and values["live"]:
        return Address(page.address, "moved", values["live"][0].address)
    if page.template == "taken_down.md.jinja":
        return Address(page.address, "withdrawn", page.address, values["on"], " ".join(values["reasons"]))
    if page.template == "withdrawn.md.jinja":
        return Address(page.address, "withdrawn", page.address, values["date"], str(values["reason"]))
    return Address(page.address, "here", page.address)
