"""What dip samples ask for: every answer that the force has promised on a case."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.disclosure import is_protected
from generators.raised import Raised
from generators.sections.dip_samples.records import Case, DipSample


def ref_of(case: Case) -> str:
    """The permanent ref of what is promised on a case."""
    return f"dip-{case.id.replace('/', '-')}"


def raised(archive: Archive) -> Iterator[Raised]:
    """A promise for every case whose answer is still to come, in the order of the dip samples."""
    for case in archive.all(Case):
        sample_id, _, anchor = case.id.rpartition("/")
        sample = archive.get(DipSample, sample_id)
        if sample and case.answer == "promised" and case.response and not is_protected(sample):
            yield Raised(
                ref=ref_of(case),
                text=f"{case.file}: {case.response}",
                kind="promise",
                source=sample.title,
                noun="dip-sample",
                id=sample_id,
                part=anchor,
                raised_on=sample.date,
                owner=("The force",),
            )
