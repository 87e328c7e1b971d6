"""Functions, dip samples and cases: what a record of each kind is."""

from generators.record import Kind
from generators.sections.dip_samples.records.case import Case
from generators.sections.dip_samples.records.function import Function
from generators.sections.dip_samples.records.sample import DipSample

__all__ = ["KINDS", "Case", "DipSample", "Function"]

KINDS = (
    Kind(
        "dip-sample-function",
        Function,
        "content/dip-sample-functions/*.yml",
        lambda id: f"dip-samples/{id}/",
        lambda function: function.title,
    ),
    Kind(
        "dip-sample",
        DipSample,
        "data/dip-samples/*.yml",
        lambda id: f"dip-samples/{id}/",
        lambda sample: sample.title,
        unshown=("earlier", "no_longer_shown"),
    ),
    Kind(
        "dip-sample-case",
        Case,
        "data/dip-samples/*.csv",
        lambda _: "",
        lambda case: case.file,
        within="dip-sample",
    ),
)
