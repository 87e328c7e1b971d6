"""What dip samples ask for: every answer that the force has promised on a case."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.ids import own
from generators.raised import Raised
from generators.sections.dip_samples.records import Case, DipSample
from generators.sections.dip_samples.tallies import cases_shown

NOUNS = ("dip-sample", "dip-sample-case")
"""The kinds of record that ask for something."""


def ref_of(case: Case) -> str:
    """The permanent ref of what is promised on a case."""
    return f"dip-{case.id.replace('/', '-')}"


def start_of_refs(id: str) -> str:
    """How every ref begins of what the record with this id asks for; empty where refs are typed in it."""
    return f"dip-{id}-"


def raised(archive: Archive) -> Iterator[Raised]:
    """A promise for every case whose answer is still to come, in the order of the dip samples."""
    office = archive.records["office"].get("office")
    force = (getattr(office, "force", None) or "The force",)
    shown = ((sample, case) for sample in archive.all(DipSample) for case in cases_shown(archive, sample))
    for sample, case in shown:
        if case.answer == "promised" and case.response:
            yield Raised(
                ref=ref_of(case),
                text=f"{case.file}: {case.response}",
                kind="promise",
                source=sample.title,
                noun="dip-sample",
                id=sample.id,
                part=own(case.id),
                raised_on=sample.date,
                owner=force,
            )
