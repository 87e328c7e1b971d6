"""What several test files need: the sound project, its archive, and small ways to change one record of it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generators.archive import Archive, gather
from generators.check import load

REPOSITORY = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
Change = Callable[..., Archive]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sound project, whose records are illustrative, to be spoilt."""
    return Path(shutil.copytree(CASES / "sound", tmp_path / "project"))


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive of the sound project."""
    return load(Path(shutil.copytree(CASES / "sound", tmp_path_factory.mktemp("sound") / "project")))


@pytest.fixture
def changed(sound: Archive) -> Change:
    """The sound archive with other values in the fields of one record: `changed("person", "ada-example", name="A")`."""

    def change(noun: str, id: str, archive: Archive = sound, **values: Any) -> Archive:
        every = [record for found in archive.records.values() for record in found.values()]
        old = archive.records[noun][id]
        return gather(archive.kinds, (replace(old, **values) if each is old else each for each in every), archive.files)

    return change
