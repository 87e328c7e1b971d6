"""Programmes and visits: what a record of each kind is."""

from generators.record import Kind, Part
from generators.sections.visits.records.programme import Day, Due, Programme, Recommendation, Slot
from generators.sections.visits.records.visit import Observation, Visit

__all__ = ["KINDS", "Day", "Due", "Observation", "Programme", "Recommendation", "Slot", "Visit"]

KINDS = (
    Kind(
        "visit-programme",
        Programme,
        "content/visits/*/programme.yml",
        lambda id: f"visits/{id}/",
        lambda programme: programme.title,
        linked={Recommendation: lambda programme: (Part(made.ref) for made in programme.recommendations)},
    ),
    Kind(
        "visit",
        Visit,
        "content/visits/*/*.yml",
        lambda id: f"visits/{id}/",
        lambda visit: visit.department,
        within="visit-programme",
    ),
)
"""The programme comes first: its file lies among those of its visits."""
