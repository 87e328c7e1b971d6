"""The forward plan of a body: what it means to take up, and the file to take away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generators.archive import Archive
from generators.dates import as_given
from generators.frame import record_page
from generators.link import Link
from generators.page import Page
from generators.sections.meetings import views
from generators.sections.meetings.records import Body, ForwardPlan, ForwardPlanEntry
from generators.table import Column, Table


@dataclass(frozen=True)
class Planned:
    """One entry of a plan, and when it is due in words."""

    entry: ForwardPlanEntry
    when: str


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every forward plan."""
    for plan in archive.all(ForwardPlan):
        body = archive.get(Body, plan.id)
        entries = planned(archive, plan.id)
        trail = (views.MEETINGS, *((Link(body.short_name, f"meetings/{body.id}/"),) if body else ()))
        yield record_page(
            archive, plan, plan.title, trail, {"entries": entries}, section="meetings/", also=entries,
            tables=(_table(plan, entries),), description=f"{plan.title}: what is to be taken up, and when.",
            view=plan_view,
        )  # fmt: skip


def planned(archive: Archive, body: str) -> tuple[ForwardPlanEntry, ...]:
    """The entries of a body's forward plan."""
    return tuple(entry for entry in archive.all(ForwardPlanEntry) if entry.id.startswith(f"{body}/"))


def plan_view(page: Page) -> dict[str, Any]:
    """The rows of the plan as a page shows them."""
    entries: tuple[ForwardPlanEntry, ...] = page.values["entries"]
    return {"planned": tuple(Planned(entry, as_given(entry.date, entry.when)) for entry in entries)}


def _table(plan: ForwardPlan, entries: tuple[ForwardPlanEntry, ...]) -> Table:
    columns = tuple(Column(name, meaning) for name, meaning in plan.columns.items())
    rows = tuple(tuple(_cell(entry, column.name) for column in columns) for entry in entries)
    return Table("forward-plan", columns, rows)


def _cell(entry: ForwardPlanEntry, column: str) -> str:
    value = entry.id.rpartition("/")[2] if column == "id" else getattr(entry, column)
    return "" if value is None else str(value)
