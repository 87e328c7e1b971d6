"""The Archive as files: pages, figures' data and attachments, each made only when somebody asks for its bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from generators import figure, headers, left_behind, overviews, styles
from generators.archive import Archive
from generators.cite import embed
from generators.cite import page as cite_page
from generators.field_guide import field_guide
from generators.figure import Figure
from generators.follow import cards, sitemap
from generators.follow import files as follow_files
from generators.follow import pages as follow_pages
from generators.follow.head import Head, head
from generators.follow.publisher import Publisher, publisher
from generators.formats import api
from generators.formats import files as data_files
from generators.formats import page as data_page
from generators.formats.dataset import FOLDER
from generators.formats.sized import Kept, none_kept, sized
from generators.gate import page as gate_page
from generators.keys import key, maker
from generators.ledger import files as ledger_files
from generators.ledger.left import with_left
from generators.link import Link
from generators.page import Later, Page, made, to_markdown
from generators.read.files import File
from generators.search import page as search_page
from generators.sections import GROUPS, SECTIONS, pages_of
from generators.table import Rows, to_csv


@dataclass(frozen=True)
class Output:
    """One file of the staged tree, whose root is the root of the site."""

    path: str
    key: str
    """The same key, the same bytes."""
    make: Callable[[], bytes]
    page: Page | None = None
    """The page, where the file is one."""
    awaited: Callable[[], Path | None] | None = None
    """Where another process puts the file, for whoever waits until it is done; None if it could not make it."""


def render(archive: Archive, now: datetime, root: Path) -> Iterator[Output]:
    """Every file of the site, in a fixed order. The same archive and moment give the same bytes.

    `root` is where the attachments lie; they are copied as they are.
    """
    yield from of_records(archive, now, root)
    yield from of_all_records(archive)


def of_all_records(archive: Archive, kept: Kept = none_kept) -> Iterator[Output]:
    """The data: few files, each made from every record of a kind or of all, so that they take longest.

    After them comes the page that says how large they are. `kept`: the size of one that need not be made again.
    """
    office = publisher(archive, site_name(archive))
    files, size = sized(data_files.files(archive, office), kept)
    for file in files:
        yield Output(*file)
    for page in data_page.pages(archive, office, size):
        yield from _outputs(page, head(archive, office))


def of_records(archive: Archive, now: datetime, root: Path) -> Iterator[Output]:
    """The pages, what lies beside them, and what is followed: all other files."""
    office = publisher(archive, site_name(archive))
    around = head(archive, office)
    listed: list[sitemap.Entry] = []
    for page in with_left(archive, _pages(archive, now, office)):
        yield from _outputs(page, around)
        listed += sitemap.entries(page)
    listed.append((FOLDER, None))
    followed = (
        *follow_files.files(archive, office),
        *sitemap.files(listed, office, root),
        *headers.files(archive, (address for address, _ in listed), root),
        *cards.files(archive, office),
    )
    for file in (*followed, *api.files(archive), *ledger_files.files(archive, office)):
        yield Output(*file)
    sheet = styles.styles(archive)
    yield Output(styles.ADDRESS, sha256(sheet).hexdigest(), lambda: sheet)
    for kind in archive.kinds:
        yield Output(f"field-guide/{kind.noun}.schema.json", maker(), partial(field_guide.schema, kind))
        for record in archive.records[kind.noun].values():
            for name in getattr(record, "files", ()):
                folder = record.path.rpartition("/")[0]
                yield _attachment(kind.address(record.id), archive.files[f"{folder}/{name}"], root)


def navigation() -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """The line of the navigation, each entry with the pages reached through it: all others hang from those."""
    return tuple(
        (Link(group.title, group.address), tuple(Link(page.title, page.address) for page in pages_of(group)))
        for group in GROUPS
    )


def _pages(archive: Archive, now: datetime, office: Publisher) -> Iterator[Page]:
    """Every page: those of the sections in their order, then those that no section has."""
    for section in SECTIONS:
        yield from section.pages(archive, now)
    yield from left_behind.pages(archive)
    yield from overviews.pages()
    yield from field_guide.pages(archive.kinds)
    yield from search_page.pages(archive)
    yield from follow_pages.pages(archive, office)
    yield from cite_page.pages(office)
    yield from gate_page.pages(archive)


def _outputs(page: Page, around: Head) -> Iterator[Output]:
    made_from = key(page)
    yield Output(page.file, f"{made_from}-{around.key(page)}", partial(_markdown, page, around), page)
    for table in page.tables:
        yield Output(f"{page.address}{table.name}.csv", f"{made_from}-csv", partial(_csv, page, table))
    for shown in page.figures:
        yield Output(f"{page.address}{shown.name}.csv", f"{made_from}-csv", partial(_csv, page, shown))
        yield Output(f"{page.address}{shown.name}.json", f"{made_from}-json", partial(_spec, page, shown))
    office = around.publisher
    for file in (*embed.files(page, made_from, office), *cards.of_page(page, made_from, office, around.own)):
        yield Output(*file)


def _markdown(page: Page, around: Head) -> bytes:
    return to_markdown(page, around.told(page))


def _csv(page: Page, rows: Rows | Later[Rows]) -> bytes:
    return to_csv(made(page, rows))


def _spec(page: Page, shown: Figure | Later[Figure]) -> bytes:
    return figure.to_spec(made(page, shown))


def _attachment(folder: str, file: File, root: Path) -> Output:
    name = file.path.rpartition("/")[2]
    return Output(f"{folder}{name}", f"{file.size}-{file.changed}", (root / file.path).read_bytes)


def site_name(archive: Archive) -> str:
    """What the site is called: the office's name, from its record."""
    office = next(iter(archive.records["office"].values()), None)
    return str(getattr(office, "name", "The public record"))
