"""The verifier as one file, for whoever wants to run it without this program."""

from functools import cache
from pathlib import Path

PARTS = ("site", "chain", "note", "keys", "histories", "answers", "listed", "program")
"""Its modules, in the order in which each needs those before it."""


@cache
def verifier() -> bytes:
    """The file. What its modules import from each other is already there once they stand in one file."""
    folder = Path(__file__).parent / "verifier"
    head = '"""Check the ledger of a public record: python3 verify.py --help"""\n'
    return (head + "\n\n".join(_without_imports((folder / f"{part}.py").read_text("utf-8")) for part in PARTS)).encode()


def _without_imports(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("from generators."))
