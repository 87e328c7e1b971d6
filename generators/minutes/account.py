"""What an import says it did: every record in a line, and every word of the document."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generators.gate.rules import RULES
from generators.minutes.document import Document
from generators.minutes.drafted import Draft, Drafted
from generators.problem import count


@dataclass(frozen=True)
class Account:
    """The words of a document, and where they are now."""

    words: int
    placed: int
    unplaced: int
    furniture: int
    left_out: int

    @property
    def adds_up(self) -> bool:
        """Whether no word was lost."""
        return self.words == self.placed + self.unplaced + self.furniture + self.left_out


def told(document: Document, draft: Draft, account: Account, rules: Counter[str], folder: str) -> Iterator[str]:
    """The lines that the command prints."""
    yield f"{document.name}: {count(document.pages, 'page')}, {count(account.words, 'word')}."
    yield from (f"Note: {remark}" for remark in (*document.remarks, *draft.notes))
    if document.empty_pages:
        yield (
            f"There is no text on {_pages(document.empty_pages)}: pictures, or a scan. "
            "Have it read (OCR) if anything stands there."
        )
    for record in draft.records:
        yield f"  {folder}{record.path}: {_holds(record)}"
    held = f"{account.placed:,} placed, {account.unplaced:,} unplaced, {account.furniture:,} in headers and footers"
    yield f"Of {count(account.words, 'word')}: {held}, {account.left_out:,} left out."
    if rules:
        kinds = ", ".join(
            f"{number} that look{'s' if number == 1 else ''} like {RULES[rule].what}"
            for rule, number in sorted(rules.items())
        )
        yield f"Left out, as records do not hold them: {kinds}. A […] stands in their place."
    unknown = [one for record in draft.records for one in record.remarks.values() if "nobody on record" in one]
    if unknown:
        yield (
            f"{count(len(unknown), 'name')} of nobody on record: a remark in the draft "
            "gives each. Members, office holders and chief officers get a record; of "
            "others the role is enough."
        )
    if draft.records:
        yield (
            "All of it is a draft. Read it beside the document; "
            "the remarks say where each value stands and how sure it is."
        )


def _pages(pages: tuple[int, ...]) -> str:
    numbers = ", ".join(map(str, pages[:20]))
    return f"{'page' if len(pages) == 1 else 'pages'} {numbers}{' and more' if len(pages) > 20 else ''}"


def _holds(record: Drafted) -> str:
    fields = record.fields
    items = fields.get("items", [])
    counted = [
        (len(fields.get("attendance", [])), "name or role"), (len(items), "item"),
        (sum(len(item.get("decisions", [])) for item in items), "decision"),
        (sum(len(item.get("actions", [])) for item in items), "action"),
        (len(fields.get("declarations", [])), "declaration"),
        (len(fields.get("recommendations", [])), "recommendation"),
        (len(fields.get("implications", [])), "line of implications"),
        (len(fields.get("unplaced", [])), "unplaced paragraph"),
    ]  # fmt: skip
    plural = {"name or role": "names or roles", "line of implications": "lines of implications"}
    said = [f"{number} {noun if number == 1 else plural.get(noun, noun + 's')}" for number, noun in counted if number]
    return ", ".join(said) or "its fields only"
