"""Spreadsheets of gifts as offices keep them, given to `scrutiny import` in a copy of the sound project."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generators.cli import main
from generators.fields import LONDON
from generators.in_place import put
from generators.spreadsheets.asked import Asked
from generators.spreadsheets.importing import Outcome, worked_out
from generators.spreadsheets.intent import noted
from generators.spreadsheets.registers import Target, register_named, target
from tests.projects import NOW
from tests.sheets import xlsx

NAMES = ("Date of offer", "Offered to", "Gift", "Donor", "Value", "Accepted?")
HAMPER = ("2024-03-01", "Front desk", "A hamper", "Brown Ltd", "£20", "accepted")
PEN = ("2024-03-04", "Front desk", "A pen", "Hat Co", "£5", "declined")


def run(root: Path, name: str, content: bytes, *options: str, register: str = "gifts/force") -> Result:
    """Give the command with a file of this content, which lies beside the project."""
    file = root.parent / name
    file.write_bytes(content)
    return CliRunner().invoke(main, ["import", register, str(file), "--root", str(root), *options])


def book(*rows: Any, **others: Any) -> bytes:
    return xlsx({"Sheet1": [NAMES, *rows]}, **others)


def gifts(project: Path) -> list[str]:
    return (project / "data/gifts/force.csv").read_text("utf-8").splitlines()


def a_target(project: Path, name: str = "gifts/force") -> Target:
    kind = register_named(name)
    assert kind is not None
    return target(project, kind, f"data/{name}.csv")


def outcome_of(office: Target, text: bytes) -> Outcome:
    root = office.sources.root
    return worked_out(root, office, "a.csv", text, Asked(), NOW.astimezone(LONDON), lambda _: None)


def keep_the_first_alone(project: Path, register: Target, outcome: Outcome) -> None:
    put(project, {register.path: outcome.files[register.path]}, register.before)
    (project / "nothing").unlink()


def broken_off(project: Path) -> dict[str, bytes]:
    """Leave what a killed import leaves: the rows, a note of what was to be written, and no side file to the rows."""
    register = a_target(project)
    outcome = worked_out(project, register, "gifts.xlsx", book(HAMPER), Asked(), NOW, lambda _: None)
    with pytest.raises(FileNotFoundError), noted(project, outcome.files, register.before):
        keep_the_first_alone(project, register, outcome)
    return dict(outcome.files)
