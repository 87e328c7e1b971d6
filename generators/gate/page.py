"""The page of decisions to publish: what was let through, where, why, by whom in the office, and until when."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generators.archive import Archive
from generators.facets import Facets
from generators.gate.rules import RULES
from generators.inspect.rules import RULES as OF_FILES
from generators.link import Link, to_record
from generators.page import ALONE, Page

ADDRESS = "decisions-to-publish/"


class Decided(NamedTuple):
    """One line of the page."""

    record: Link
    what: str
    where: str
    reason: str
    decided_by: str
    until: date


def pages(archive: Archive) -> Iterator[Page]:
    """The page. It is there before there is any decision, and then says so."""
    looked_for = [what(rule) for rule in RULES]
    of_files = [what(rule) for rule in OF_FILES]
    values = {"decided": tuple(_decided(archive)), "looked_for": looked_for, "of_files": of_files}
    yield Page(
        ADDRESS, "Decisions to publish", "decisions_to_publish.md.jinja", {**ALONE, **values},
        section="about/", trail=(Link("Home", ""), Link("About", "about/")), facets=Facets(kind="About this site"),
        description="What the checks would have held back, and who decided to publish it, why and for how long.",
    )  # fmt: skip


def what(rule: str) -> str:
    """What a rule looks for, in words that need no knowledge of files."""
    if rule in RULES:
        return f"{RULES[rule].what[0].upper()}{RULES[rule].what[1:]}"
    return f"{OF_FILES[rule].title}: {OF_FILES[rule].means}" if rule in OF_FILES else rule


def _decided(archive: Archive) -> Iterator[Decided]:
    for found in archive.records.values():
        for record in found.values():
            for one in record.allow:
                yield Decided(
                    to_record(archive, record), what(one.rule), one.where, one.reason, one.decided_by, one.until
                )
