"""The examples of the field guide: every kind of record has one, and together they are a sound archive."""

from pathlib import Path

import pytest

from generators import sections
from generators.check import load
from generators.record import Kind

PLACES = {
    "office": "content/office.yml",
    "erasure": "content/erasures/2026-05-04-paper.yml",
    "body": "content/bodies/ethics-panel.yml",
    "person": "content/people/alex-example.yml",
    "matter": "content/matters/complaint-files.yml",
    "meeting": "content/meetings/ethics-panel/2026-03-12/meeting.yml",
    "paper": "content/meetings/ethics-panel/2026-03-12/complaint-files.md",
    "forward-plan": "data/forward-plans/ethics-panel.yml",
    "forward-plan-entry": "data/forward-plans/ethics-panel.csv",
    "visit-programme": "content/visits/spring-2026/programme.yml",
    "visit": "content/visits/spring-2026/complaints.yml",
    "dilemma": "content/dilemmas/helping-a-patient.yml",
    "performance-report": "content/performance/force-2025-26-q3.yml",
    "glossary-term": "content/glossary/icv.yml",
    "measure": "data/performance/calls-answered.yml",
    "recommendation-source": "content/recommendation-sources/inspection-2026.yml",
    "recommendation-updates": "data/recommendations/updates.yml",
    "recommendation-update": "data/recommendations/updates.csv",
    "letters": "data/letters/ethics-panel.yml",
    "letter": "data/letters/ethics-panel.csv",
    "duties": "content/duties.yml",
    "dip-sample-function": "content/dip-sample-functions/complaint-files.yml",
    "dip-sample": "data/dip-samples/2026-02-10-complaint-files.yml",
    "dip-sample-case": "data/dip-samples/2026-02-10-complaint-files.csv",
    "gifts-register": "data/gifts/office.yml",
    "gift-offer": "data/gifts/office.csv",
    "published-table": "data/tables/applications.yml",
    "table-row": "data/tables/applications.csv",
}
BESIDE = {
    "content/people/sam-sample.yml": "name: Sam Sample\n",
    "content/meetings/ethics-panel/2026-06-11/meeting.yml": "body: ethics-panel\ndate: 2026-06-11\nstate: held\n",
}
"""What the examples refer to besides each other."""


def test_the_examples_are_sound(tmp_path: Path) -> None:
    """Typed into an empty folder as the guide shows them, they check."""
    examples = {PLACES[kind.noun]: section.example(kind) for section in sections.SECTIONS for kind in section.kinds()}
    rows = {
        PLACES[kind.noun].replace(".yml", ".csv"): section.example_rows(kind)
        for section in sections.SECTIONS
        for kind in section.kinds()
        if kind.rows_field
    }
    for path, text in {**examples, **rows, **BESIDE}.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    archive = load(tmp_path)
    assert {noun: len(found) for noun, found in archive.records.items()} == {
        "office": 1, "body": 1, "person": 2, "matter": 1, "meeting": 2, "paper": 1,
        "forward-plan": 1, "forward-plan-entry": 2, "visit-programme": 1, "visit": 1, "dilemma": 1,
        "performance-report": 1, "glossary-term": 1, "measure": 1,
        "recommendation-source": 1, "recommendation-updates": 1, "recommendation-update": 2, "letters": 1, "letter": 1,
        "gifts-register": 1, "gift-offer": 2, "published-table": 1, "table-row": 4,
        "dip-sample-function": 1, "dip-sample": 1, "dip-sample-case": 2,
        "erasure": 1, "duties": 1,
    }  # fmt: skip


@pytest.mark.parametrize("kind", sections.kinds(), ids=lambda kind: kind.noun)
def test_an_example_says_that_it_is_illustrative(kind: Kind) -> None:
    """Nobody takes an example for a record."""
    example = next(section.example(kind) for section in sections.SECTIONS if kind in section.kinds())
    assert "llustrative" in example.partition("\n")[0] + example.partition("\n")[2].partition("\n")[0]
