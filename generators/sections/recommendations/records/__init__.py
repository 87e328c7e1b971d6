"""Sources of recommendations, updates and letters: what a record of each kind is."""

from generators.record import Kind, Part
from generators.sections.recommendations.records.source import Recommendation, RecommendationSource, Strand
from generators.sections.recommendations.records.updates import (
    Letter,
    LettersRegister,
    Update,
    UpdatesRegister,
    place_of,
)

__all__ = [
    "KINDS", "Letter", "LettersRegister", "Recommendation", "RecommendationSource", "Strand", "Update",
    "UpdatesRegister", "place_of",
]  # fmt: skip

KINDS = (
    Kind(
        "recommendation-source",
        RecommendationSource,
        "content/recommendation-sources/*.yml",
        lambda id: f"recommendations/sources/{id}/",
        lambda source: source.title,
        parts=lambda source: (recommendation.ref for _, recommendation in source.recommendations()),
        linked={Recommendation: lambda source: (Part(found.ref) for _, found in source.recommendations())},
    ),
    Kind(
        "recommendation-updates",
        UpdatesRegister,
        "data/recommendations/*.yml",
        lambda id: f"recommendations/registers/{id}/",
        lambda register: register.title,
    ),
    Kind(
        "recommendation-update",
        Update,
        "data/recommendations/*.csv",
        lambda _: "",
        lambda update: update.ref,
        within="recommendation-updates",
        happened=lambda update: update.date,
        place=place_of,
    ),
    Kind(
        "letters",
        LettersRegister,
        "data/letters/*.yml",
        lambda id: f"recommendations/letters/{id}/",
        lambda register: register.title,
    ),
    Kind(
        "letter",
        Letter,
        "data/letters/*.csv",
        lambda _: "",
        lambda letter: letter.to,
        within="letters",
        happened=lambda letter: letter.replied or letter.sent,
        place=place_of,
    ),
)
