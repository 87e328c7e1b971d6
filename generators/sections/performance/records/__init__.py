"""The kinds of record of this section."""

from generators.record import Kind, Part
from generators.sections.performance.records.indicator import Chart, Comparison, Indicator, Mark, State
from generators.sections.performance.records.measure import Measure, PeriodValue
from generators.sections.performance.records.report import Minuted, PerformanceReport, PickedOut, Theme
from generators.sections.performance.records.term import GlossaryTerm

__all__ = [
    "KINDS", "Chart", "Comparison", "GlossaryTerm", "Indicator", "Mark", "Measure", "Minuted", "PerformanceReport",
    "PeriodValue", "PickedOut", "State", "Theme",
]  # fmt: skip

KINDS = (
    Kind(
        "measure",
        Measure,
        "data/performance/*.yml",
        lambda id: f"performance/{id}/",
        lambda measure: measure.title,
        rows_field="values",
    ),
    Kind(
        "performance-report",
        PerformanceReport,
        "content/performance/*.yml",
        lambda id: f"performance/{id}/",
        lambda report: report.title,
        parts=lambda report: (indicator.measure for indicator in report.indicators),
        linked={Indicator: lambda report: (Part(indicator.measure) for indicator in report.indicators)},
    ),
    Kind(
        "glossary-term",
        GlossaryTerm,
        "content/glossary/*.yml",
        lambda _: "",
        lambda term: term.term,
        place=lambda term: f"performance/glossary/#{term.id}",
    ),
)
