"""Decisions to publish, as they stand beside the records: what each covers, and whether it still holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generators.problem import Finding
from generators.read import Document


@dataclass(frozen=True)
class Decision:
    """An entry of `allow` as it was typed. What is wrong with it is said where the record is checked."""

    path: str
    at: int
    """Its place in the list."""
    rule: str
    where: str
    sha256: str
    number: int
    until: str

    def has_ended(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until < today.isoformat()


def decisions(document: Document) -> Iterator[Decision]:
    """The decisions that a record holds."""
    typed = document.fields.get("allow")
    for at, entry in enumerate(typed) if isinstance(typed, list) else ():
        if isinstance(entry, dict):
            text = {name: value for name, value in entry.items() if isinstance(value, str)}
            number = text.get("number", "1")
            yield Decision(
                document.path,
                at,
                text.get("rule", ""),
                text.get("where", ""),
                text.get("sha256", "").lower(),
                int(number) if number.isdecimal() else 1,
                text.get("until", ""),
            )


def ended(decision: Decision) -> str:
    """What is said of something whose decision has ended."""
    return f"The decision to publish it ended on {decision.until}. Decide anew, or take it out."


def idle(decision: Decision) -> Finding:
    """A decision that covers nothing: what it was about is gone, or it names it wrongly."""
    about = f"{decision.rule}, {decision.where}"
    message = f"nothing here is held back for this ({about}). Take the entry out, or name it as the check does."
    return Finding(decision.path, ("allow", decision.at), message)
