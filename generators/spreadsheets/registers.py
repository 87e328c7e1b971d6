"""The registers that spreadsheets can be made of and read into: every kind of record that is rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from generators import sections
from generators.archive import Archive
from generators.check import check
from generators.read import Document, Sources, csv_rows, read
from generators.record import Kind
from generators.side_file import called, in_file, ours_of, side_file
from generators.spreadsheets.column import Column, free_column, own_columns
from generators.spreadsheets.grid import NotRead

ALSO: Mapping[str, tuple[str, ...]] = {
    "gifts": ("gift", "hospitality", "gifts-and-hospitality"),
    "dip-samples": ("dip-sample", "cases"),
    "recommendations": ("updates", "recommendation-updates", "actions"),
    "letters": ("letter",),
    "forward-plans": ("forward-plan", "plan"),
    "performance": ("measures", "measure", "figures"),
    "tables": ("table",),
}
"""What staff call a register besides the name of its folder."""


@dataclass(frozen=True)
class RegisterKind:
    """One kind of register."""

    name: str
    """That of its folder in `data/`."""
    rows: Kind
    """The kind of its rows; where these are no records, of the record that holds them."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which it is found."""
        return (self.name, *ALSO.get(self.name, ()), self.rows.noun)

    def file(self, name: str) -> str:
        """The path of one of its files."""
        return f"data/{self.name}/{name}.csv"


@dataclass(frozen=True)
class Target:
    """One register as it is: its file, and what the side file says of it."""

    kind: RegisterKind
    path: str
    side: Document
    raw: bytes
    """The bytes of its rows; none while there is no such file."""
    side_raw: bytes
    table: csv_rows.Rows
    encoding: csv_rows.Encoding
    document: Document | None
    archive: Archive
    sources: Sources

    @property
    def columns(self) -> dict[str, Column]:
        """Every column that a row could have, by our name: those that are described first."""
        described = self.side.fields["columns"]
        own = own_columns(self.kind.rows)
        found = {name: own.get(name) or free_column(name, str(words)) for name, words in described.items()}
        return found | {name: column for name, column in own.items() if column.is_own}

    @property
    def before(self) -> dict[str, bytes]:
        """What its files held when they were read, by path: in the meantime somebody may have written in them."""
        rows = {self.path: self.raw} if self.document else {}
        return {self.side.path: self.side_raw, **rows}

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the file's columns, as the side file writes them."""
        line = self.header_row
        if not self.table.rows:
            return tuple(in_file(self.side, name) for name in self.side.fields["columns"])
        names = [" ".join(name.split()) for name in self.table.rows[line].cells]
        ours = ours_of(names, self.side.fields["columns"], called(self.side))
        return tuple(in_file(self.side, own) if own else name for own, name in zip(ours, names, strict=True))

    @property
    def header_row(self) -> int:
        """Which of the file's rows names the columns, counted from nought."""
        given = self.side.fields.get("header_line")
        wanted = int(given) if isinstance(given, str) and given.isdigit() else 1
        return next((at for at, row in enumerate(self.table.rows) if row.line >= wanted), 0)


@cache
def kinds() -> tuple[RegisterKind, ...]:
    """Every kind of register, in the order of the sections."""
    rows = (kind for kind in sections.kinds() if kind.rows_field or kind.files.endswith(".csv"))
    return tuple(RegisterKind(PurePosixPath(kind.files).parent.name, kind) for kind in rows)


def register_named(name: str) -> RegisterKind | None:
    """The kind of register that staff call so; of `gifts/office` that of `gifts`."""
    plain = name.strip().lower().replace("_", "-").replace(" ", "-").replace("\\", "/")
    wanted = plain.removeprefix("./").removeprefix("data/").partition("/")[0]
    return next((kind for kind in kinds() if wanted in kind.names), None)


def file_named(name: str) -> str:
    """The file that is named behind the register: of `gifts/office` and `data/gifts/office.csv` it is `office`."""
    return name.replace("\\", "/").removeprefix("./").removeprefix("data/").partition("/")[2]


def target(root: Path, kind: RegisterKind, path: str) -> Target:
    """The register that is kept at a path. Raises NotRead where it cannot be added to."""
    for place in (path.rpartition("/")[0], path, side_file(path)):
        if (root / place).is_symlink():
            raise NotRead(f"{place} is a link to another place. Records lie in the folder itself.")
    sources = read(root)
    for problem in sources.problems:
        if problem.path in (path, side_file(path)):
            raise NotRead(f"{problem} Mend that first.")
    documents = {document.path: document for document in sources.documents}
    side = documents.get(side_file(path))
    if side is None:
        raise NotRead(f"there is no {side_file(path)} that says what the register holds. {_begin(kind, documents)}")
    if not isinstance(side.fields.get("columns"), dict):
        raise NotRead(f"{side.path} does not say under `columns` what the columns mean.")
    raw = (root / path).read_bytes() if path in documents else b""
    side_raw = (root / side.path).read_bytes()
    text, encoding = csv_rows.decoded(raw)
    archive, _ = check(sources, sections.kinds())
    document = documents.get(path)
    return Target(kind, path, side, raw, side_raw, csv_rows.cut(text), encoding, document, archive, sources)


def path_of(root: Path, kind: RegisterKind, given: str, option: str = "--to") -> str:
    """The path of the file that is meant. Raises NotRead where more than one could be."""
    if given:
        path = given.replace("\\", "/").removeprefix("./").removeprefix(f"data/{kind.name}/")
        name = path.removesuffix(".csv").removesuffix(".yml")
        if "/" in name:
            raise NotRead(f"{given} is not in data/{kind.name}/, where this register's files lie.")
        return kind.file(name)
    found = sorted(file.stem for file in (root / "data" / kind.name).glob("*.yml"))
    if len(found) == 1:
        return kind.file(found[0])
    if not found:
        raise NotRead(f"there is no register in data/{kind.name}/ yet. {_begin(kind, ())}")
    paths = ", ".join(map(kind.file, found[:8])) + (f" and {len(found) - 8} more" if len(found) > 8 else "")
    raise NotRead(f"there are several registers of this kind. Name one with {option}: {paths}.")


def _begin(kind: RegisterKind, there: Iterable[str]) -> str:
    near = [path for path in there if path.startswith(f"data/{kind.name}/") and path.endswith(".yml")]
    names = ", ".join(path.removeprefix("data/").removesuffix(".yml") for path in near[:8])
    others = f"There is {names}. For a new register write" if names else "Write"
    example = f"Copy {near[0]} and change it" if near else "The field guide has an example of one"
    return f"{others} it first: it needs a person to say what one row is. {example}."
