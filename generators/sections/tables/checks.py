"""What must hold in a published table: columns and rows that are there, rules that can be read and worked out."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.disclosure import FEWEST, is_protected, people
from generators.fields import is_column_name
from generators.problem import Finding, Where, count, did_you_mean
from generators.rules import Said, every, part_of, warnings
from generators.sections.tables.grammar import NotUnderstood, parse
from generators.sections.tables.grid import Grid, grids
from generators.sections.tables.headlines import shares
from generators.sections.tables.hidden import counts_people
from generators.sections.tables.instances import instances
from generators.sections.tables.records import PERCENT, PublishedTable, TableRow

MOST_DRAWN = 4
"""Columns of one picture: there are as many colours."""


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every record."""
    yield from every(archive, PublishedTable, (name, columns, units, rules, pictures, printed_in, protection))
    yield from warnings(archive, PublishedTable, (shares,))
    yield from every(archive, TableRow, (whole,))
    for table in archive.all(PublishedTable):
        yield from _small_numbers(grids(archive)[table.id])


def name(_: Archive, table: PublishedTable) -> Said:
    """A table does not take the address of the page of notes."""
    if table.id == "notes":
        yield (), "the address /tables/notes/ belongs to the notes on all tables. Name this file otherwise."


def columns(_: Archive, table: PublishedTable) -> Said:
    """Columns have names that a rule can use, and what is said of one is of one that is there."""
    for column in table.columns:
        if not is_column_name(column):
            message = "a rule cannot name this column. Use lower-case letters and underscores, like bame_percent."
            yield ("columns", column), message
    for group in ("headings", "units", "bases"):
        for column in getattr(table, group):
            if column not in table.columns:
                message = f'there is no "{column}" under `columns`.{did_you_mean(column, table.columns)}'
                yield (group, column), message


def units(_: Archive, table: PublishedTable) -> Said:
    """What percentages are of is said of percentages."""
    for column in table.bases:
        if column in table.columns and table.units.get(column) != PERCENT:
            yield ("bases", column), f"only percentages have a base. Write `{column}: percent` under `units`."


def rules(archive: Archive, table: PublishedTable) -> Said:
    """Every rule can be read, and all the cells that it names are there and hold numbers."""
    for at, text in enumerate(table.rules):
        try:
            rule = parse(text)
            found = [] if archive.unsound else list(instances(rule, at, table.id, grids(archive)))
        except NotUnderstood as wrong:
            yield ("rules", at), f"{wrong.message} This is at sign {wrong.at + 1} of the rule."
        else:
            if rule.paper:
                yield from _paper(archive, rule.paper, ("rules", at))
            if away := _given_away(archive, {place.table for one in found for place in one.places}):
                yield ("rules", at), away


def _given_away(archive: Archive, tables: set[str]) -> str:
    """What is wrong with a rule by which exact numbers of people would tell those that another table hides."""
    tied = [table for table in archive.all(PublishedTable) if table.id in tables]
    open_ = [table.id for table in tied if people(table) and not is_protected(table)]
    if not open_ or not any(map(is_protected, tied)):
        return ""
    return f'"{open_[0]}" shows exact numbers of people, and this ties hidden ones to them. Protect both alike.'


def pictures(archive: Archive, table: PublishedTable) -> Said:
    """What is drawn is there: columns of one unit and rows of the table."""
    rows = grids(archive)[table.id].rows
    for at, picture in enumerate(table.pictures):
        for number, column in enumerate(picture.columns):
            if column not in table.units:
                message = f'there is no column of numbers "{column}".{did_you_mean(column, table.units)}'
                yield ("pictures", at, "columns", number), message
        for number, row in enumerate(picture.rows):
            if row not in rows and not archive.unsound:
                yield ("pictures", at, "rows", number), f'there is no row "{row}".{did_you_mean(row, rows)}'
        if len({table.units.get(column) for column in picture.columns}) > 1 or len(picture.columns) > MOST_DRAWN:
            message = f"draw columns of one unit only, and at most {MOST_DRAWN}. Make a second picture of the others."
            yield ("pictures", at, "columns"), message


def printed_in(archive: Archive, table: PublishedTable) -> Said:
    """The part of the paper that prints it is there."""
    if wrong := part_of(archive, "paper", table.printed_in):
        yield ("printed_in",), wrong


def protection(_: Archive, table: PublishedTable) -> Said:
    """Numbers of children are always rounded."""
    if "children" in table.rows_about and table.disclosure not in (None, "people-threshold-rounded"):
        yield ("disclosure",), "the rows tell of children. Write people-threshold-rounded."


def whole(archive: Archive, row: TableRow) -> Said:
    """A table is published whole: without one of its rows, what the others add up to would look wrong."""
    table = archive.get(PublishedTable, row.id.rpartition("/")[0])
    if table and (row.publication, row.publish_on) != (table.publication, None):
        yield ("publication",), "a printed table is published whole. Say it in the side file, for all rows together."


def _paper(archive: Archive, reference: str, where: Where) -> Said:
    """The paper of a rule, and its part, are there."""
    papers = archive.records["paper"]
    id, _, _ = reference.partition("#")
    if id not in papers and not archive.unsound:
        yield where, f'there is no paper "{id}".{did_you_mean(id, papers)}'
    elif wrong := part_of(archive, "paper", reference):
        yield where, wrong


def _small_numbers(grid: Grid) -> Iterator[Finding]:
    """A number of few children is not kept in a file that everybody can read."""
    if "children" not in grid.record.rows_about:
        return
    exact = {place: number.low for place, number in grid.numbers.items() if number.is_known}
    small = [place for place, number in exact.items() if number < FEWEST and counts_people(grid, place)]
    first = {place.row: place for place in reversed(small)}
    for row, place in first.items():
        record = grid.rows[row]
        many = sum(one.row == row for one in small)
        message = f"{count(many, 'number')} of few children in this row, in a file that everybody can read."
        yield Finding(record.path, (place.column,), f"{message} Write <{FEWEST} for each below {FEWEST}.", record.line)
