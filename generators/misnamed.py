"""Files among the records that are not read as such: what a program left behind, and records with a wrong ending."""

from collections.abc import Collection, Iterator

from generators.problem import Finding
from generators.read import Sources
from generators.read.files import RECORDS

ENDINGS = {
    ".yaml": ".yml", ".markdown": ".md", ".yml.txt": ".yml", ".md.txt": ".md", ".csv.txt": ".csv",
    ".tsv": ".csv", ".txt": ".csv",
}  # fmt: skip
"""How the names of records end by mistake, and how they should; tabs between cells are read all the same."""
WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers")
"""How the files of spreadsheets end, of which a register is saved as a table."""
LEFT_BEHIND = ("thumbs.db", "ehthumbs.db", "desktop.ini")


def findings(sources: Sources) -> Iterator[Finding]:
    """A finding for every such file."""
    there = {document.path for document in sources.documents}
    for path in sources.files:
        right = _meant(path)
        if _is_left_behind(path):
            yield Finding(path, (), "a program left this file here. Delete it.")
        elif path.startswith("data/") and path.lower().endswith(WORKBOOKS):
            yield Finding(path, (), _of_workbook(f"{path.rpartition('.')[0]}.csv", there))
        elif right in there:
            yield Finding(path, (), f"there is {right} already. Take this file away.")
        elif right:
            yield Finding(path, (), f"this is not taken for a record. Name it {right.rpartition('/')[2]}.")


def records(sources: Sources) -> set[str]:
    """The paths of records that are there and were not read: those of wrong names, and links in their places."""
    meant = {_meant(path) or path for path in sources.files}
    named = {path for path in meant if path.endswith(RECORDS[path.partition("/")[0]])}
    return named.difference(document.path for document in sources.documents)


def _of_workbook(table: str, there: Collection[str]) -> str:
    """What is to be done with a workbook, of which only a table can be published."""
    if table in there:
        return f"this is a spreadsheet's own file, and {table} holds the register. Take this file away."
    folder, _, name = table.removeprefix("data/").partition("/")
    register = folder if name else "REGISTER"
    return f"this is a spreadsheet's own file. Move it out of data/ and read it in: `scrutiny import {register} FILE`."


def _is_left_behind(path: str) -> bool:
    """Whether a file is one that a program makes for itself: of pictures, of a folder, of an open document."""
    name = path.rpartition("/")[2].lower()
    return name in LEFT_BEHIND or name.startswith("~$") or name.endswith((".tmp", ".bak", "~"))


def _meant(path: str) -> str | None:
    """The path that a record with this name should have; None where it is that of no record, or right."""
    folder, _, name = path.rpartition("/")
    kept = RECORDS[path.partition("/")[0]]
    for wrong, right in (*ENDINGS.items(), *((ending, ending) for ending in kept)):
        if name.lower().endswith(wrong) and right in kept:
            found = f"{folder}/{name[: -len(wrong)]}{right}"
            return found if found != path else None
    return None
