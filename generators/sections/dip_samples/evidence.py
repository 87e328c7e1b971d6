"""Dip samples, by which residents can judge how the force deals with its files."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.evidence import Evidence
from generators.link import to_record
from generators.sections.dip_samples.records import DipSample


def evidence(archive: Archive) -> Iterator[Evidence]:
    """Every dip sample, with its day."""
    for sample in archive.all(DipSample):
        link = to_record(archive, sample)
        yield Evidence("dip samples", link, sample.path, sample.date, sample.published)
