"""The statement on accessibility: what the office says, and what the program knows of the attached files."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from generators.archive import Archive
from generators.frame import HOME, list_page
from generators.link import Link
from generators.page import Page
from generators.pdf_structure import LACKS
from generators.problem import count
from generators.record import Kind
from generators.sections.meetings.records import Office

ADDRESS = "accessibility/"
A_YEAR = timedelta(days=366)
"""How long a statement counts as reviewed."""


@dataclass(frozen=True)
class Failing:
    """A PDF that lacks something, or that nobody could look into."""

    link: Link
    beside: str
    """The record it is attached to."""
    reasons: tuple[str, ...]
    """What it lacks; none where it could not be looked into."""


@dataclass(frozen=True)
class Found:
    """A file, and the record that lists it."""

    kind: Kind
    id: str
    name: str
    lacks: tuple[str, ...] | None

    @property
    def format(self) -> str:
        """What its name ends in, as people call it: `PDF`."""
        return self.name.rpartition(".")[2].upper()


@dataclass(frozen=True)
class Attached:
    """What is known of all the files that the public can take from this site."""

    pdfs: str
    """How many PDFs there are, in words; empty where there is none."""
    sound: int
    """PDFs that lack nothing of what is looked for."""
    failing: tuple[Failing, ...]
    others: tuple[str, ...]
    """Files of other formats, which nobody looks into, like `3 DOCX files`."""


def pages(archive: Archive, now: datetime) -> Iterator[Page]:
    """The statement."""
    office = archive.get(Office, "office")
    said = office.accessibility if office else None
    values = {
        "office": office,
        "said": said,
        "is_due": said is not None and now.date() - (said.reviewed or said.prepared) > A_YEAR,
        "files": attached(archive),
    }
    yield list_page(
        archive, ADDRESS, "Accessibility statement", "meetings/accessibility", values, section="about/", trail=(HOME,),
        description="What on this site is not accessible, how to ask for it in another form, and how to complain.",
    )  # fmt: skip


def attached(archive: Archive) -> Attached:
    """The files of every record that may be seen."""
    found = list(_files(archive))
    pdfs = [file for file in found if file.format == "PDF"]
    failing = tuple(_failing(archive, file) for file in pdfs if file.lacks != ())
    others = Counter(file.format for file in found if file.format != "PDF")
    words = tuple(count(number, f"{format} file") for format, number in sorted(others.items()))
    return Attached(count(len(pdfs), "PDF") if pdfs else "", len(pdfs) - len(failing), failing, words)


def _files(archive: Archive) -> Iterator[Found]:
    for kind in archive.kinds:
        for id, record in archive.records[kind.noun].items():
            for name in getattr(record, "files", ()):
                yield Found(kind, id, name, archive.files[f"{record.path.rpartition('/')[0]}/{name}"].lacks)


def _failing(archive: Archive, file: Found) -> Failing:
    kind = file.kind
    link = Link(f"{file.name} of {kind.noun} {file.id}", f"{kind.address(file.id)}{file.name}")
    beside = f"{kind.noun.capitalize()}: {kind.label(archive.records[kind.noun][file.id])}"
    return Failing(link, beside, tuple(LACKS[name] for name in file.lacks or ()))
