"""What the fields of a record mean, as whoever begins an office is told: in the words of the field guide."""

from functools import cache

from generators import sections
from generators.meanings import meanings


@cache
def explained(noun: str) -> dict[str, str]:
    """By its name, what each field of this kind of record means, on one line."""
    kind = next(kind for kind in sections.kinds() if kind.noun == noun)
    return {field: " ".join(words.split()) for field, words in meanings(kind.type).items()}
