"""The files of an import put in their places: all of them, or none."""

import os
from collections.abc import Mapping
from pathlib import Path

from generators.in_place import put
from generators.spreadsheets.grid import letters
from generators.spreadsheets.importing import Outcome
from generators.spreadsheets.intent import noted
from generators.spreadsheets.refused import refused_rows


def keep(root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> list[str]:
    """Put the files in place that changed. Their paths are returned.

    `before`: what they held when the import was worked out. Raises Changed where they hold something else by now.
    """
    changed = {path: raw for path, raw in files.items() if before.get(path) != raw}
    if changed:
        with noted(root, changed, before):
            put(root, changed, before)
    return [*changed]


def keep_refused(root: Path, spreadsheet: Path, outcome: Outcome) -> Path:
    """Write the refused rows beside the spreadsheet, where one may; never among the records, and over no file."""
    folder = spreadsheet.resolve().parent
    is_closed = not os.access(folder, os.W_OK)
    if is_closed or any(folder.is_relative_to(root / name) for name in ("content", "data")):
        folder = root / ".scrutiny"
        folder.mkdir(exist_ok=True)
    why: dict[int, list[str]] = {}
    cells: dict[int, tuple[str, ...]] = {}
    for one in outcome.plan.refused:
        why.setdefault(one.line.number, []).append(f"{letters(one.at)} {one.why}".strip())
        cells[one.line.number] = tuple(cell.text for cell in one.line.cells)
    header = outcome.layout.header
    filled = [at for at, name in enumerate(header) if name]  # what has no name is not read, here or there
    rows = [
        (n, " ".join(words), [cells[n][at] if at < len(cells[n]) else "" for at in filled])
        for n, words in sorted(why.items())
    ]
    raw = refused_rows([header[at] for at in filled], rows)
    at = 1
    while True:
        name = f"{spreadsheet.stem}-refused{f'-{at}' if at > 1 else ''}.xlsx"
        try:
            put(folder, {name: raw})
        except FileExistsError:
            at += 1
        else:
            return folder / name
