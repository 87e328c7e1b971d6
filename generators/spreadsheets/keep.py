"""The files of an import put in their places: all of them, or none."""

import os
from collections.abc import Mapping
from pathlib import Path

from generators.in_place import put
from generators.spreadsheets.importing import Outcome
from generators.spreadsheets.intent import noted
from generators.spreadsheets.refused import refused_rows
from generators.spreadsheets.told import why_refused


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
    named = [(at, name) for at, name in enumerate(outcome.layout.header, 1) if name]  # the others are not read
    lines = {one.line.number: one.line for one in outcome.plan.refused}
    rows = [
        (number, why, [lines[number].at(at).text for at, _ in named])
        for number, why in why_refused(outcome.plan.refused).items()
    ]
    raw = refused_rows([name for _, name in named], rows)
    at = 1
    while True:
        name = f"{spreadsheet.stem}-refused{f'-{at}' if at > 1 else ''}.xlsx"
        try:
            put(folder, {name: raw})
        except FileExistsError:
            at += 1
        else:
            return folder / name
