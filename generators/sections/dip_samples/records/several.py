"""Several texts in one cell of a spreadsheet."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from generators.fields import CellText


def split(cell: Any) -> Any:
    """The entries of a cell in which a semicolon stands between two, empty ones left out."""
    if not isinstance(cell, str):
        return cell
    return tuple(part for entry in cell.split(";") if (part := " ".join(entry.split())))


Several = Annotated[tuple[CellText, ...], BeforeValidator(split)]
"""Texts with a semicolon between two."""
