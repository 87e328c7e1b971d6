"""The addresses beneath /performance/ that no record can take: the pages that the section makes of many."""

from generators.periods import period

GATHERED = ("glossary", "how-to-read", "indicators")


def is_taken(id: str) -> bool:
    """Whether a page of many records stands where that of a record with this id would."""
    found = period(id)
    return id in GATHERED or (found is not None and found.frequency == "financial quarter")


def taken(id: str) -> str:
    """That it does, in a sentence."""
    return f"the address /performance/{id}/ is taken."
