"""Published tables: what a table of a paper is, and what one row of it holds."""

from dataclasses import field

from generators.disclosure import Decision, RowsAbout, Rule
from generators.fields import CellText, ColumnName, Slug, Text
from generators.record import Kind, Record, fields
from generators.register import Register
from generators.sections.tables.ids import PaperPart

PERCENT, POUNDS = "percent", "pounds"
"""The units that are no count of somebody or something."""


@fields
class Picture:
    """What of a table is drawn as bars."""

    headline: Text
    """What the picture shows, in one sentence. Where numbers of people are rounded, a share is `about` so much."""
    columns: tuple[ColumnName, ...]
    """The columns that are drawn, of one unit and at most four."""
    rows: tuple[Slug, ...] = ()
    """The rows that are drawn, by their ids; all of them where none is named."""


@fields
class PublishedTable(Register):
    """What a CSV file of the same name holds: a table that a paper printed, and what must agree in it."""

    subject: Text
    """What it is about, in a word or two: the index puts the tables of one subject together."""
    printed_in: PaperPart | None = None
    """The paper that prints it, by id, with `#` and the part where it stands."""
    number: Text | None = None
    """Its number or heading as printed."""
    headings: dict[ColumnName, Text] = field(default_factory=dict)
    """What stands above a column on the page, where its name here does not say enough."""
    units: dict[ColumnName, Text] = field(default_factory=dict)
    """What a column of numbers counts, like `applications`; or `percent`, or `pounds`. All other columns are text."""
    bases: dict[ColumnName, Text] = field(default_factory=dict)
    """What the percentages of a column are of, like `of those who applied`."""
    rules: tuple[Text, ...] = ()
    """What must agree, one rule a line: `total: total.people = sum of people`, `flow: applied >= offered`,
    `percentage: *.share = people of applied.people`, `difference: left.people = came.people - stayed.people`,
    `same: total.people is 40 in ethics-panel/2026-03-12/some-paper#para-2`, `base: *.share have one base: all who
    applied`. A cell is its row, a full stop and its column, in another table with that table's id and a slash before
    it; a star stands for every name. Each rule is worked out again whenever the site is made."""
    pictures: tuple[Picture, ...] = ()
    """What is drawn as bars, where a picture says more than the numbers."""
    rows_about: tuple[RowsAbout, ...] = ()
    """Whom the rows tell of: `nobody` alone, or one or several of organisations, adults, children, or applicants and
    staff."""
    disclosure: Rule | None = None
    """How its numbers are protected: `process-exact`, all as printed; or `people-threshold-rounded`, small numbers of
    people left out with those that would give one away, and the others rounded."""
    disclosure_decided: Decision | None = None
    """Who decided that."""


@fields
class TableRow(Record):
    """One row of a table as a paper printed it. One row of `data/tables/<table>.csv`."""

    label: CellText
    """What the print has at its beginning."""
    cells: dict[str, CellText] = field(default_factory=dict)
    """All its other columns, which the side file names: each cell that is not empty, exactly as printed."""


KINDS = (
    Kind(
        "published-table",
        PublishedTable,
        "data/tables/*.yml",
        lambda id: f"tables/{id}/",
        lambda table: table.title,
        unshown=("rules",),
    ),
    Kind(
        "table-row",
        TableRow,
        "data/tables/*.csv",
        lambda _: "",
        lambda row: row.label,
        within="published-table",
        place=lambda row: "tables/{}/#row-{}".format(*row.id.split("/")),
    ),
)
