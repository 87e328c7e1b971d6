"""What several test files need: the sound project, its archive, and small ways to change one record of it."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import settings
from hypothesis import strategies as st

from generators import figure
from generators.archive import Archive, gather
from generators.check import load

if TYPE_CHECKING:
    from generators.spreadsheets.registers import Target

REPOSITORY = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
Change = Callable[..., Archive]

# A push is never refused by chance: it always tries the same examples. `make test-all` looks for new ones.
settings.register_profile("push", deadline=None, derandomize=True, max_examples=100)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("search" if os.environ.get("SCRUTINY_TEST_ALL") else "push")

CHARACTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
"""Every character that a record can hold, but the ends of lines: what controls a terminal is refused by the reader."""
TEXTS = st.text(CHARACTERS | st.sampled_from("\n\t"))
LINES = st.text(CHARACTERS | st.just("\t")).map(str.strip)
"""Texts as a field of one line holds them."""


def cases(folder: str) -> list[Any]:
    """The cases of a folder of `cases/`, each named by its file: the fact that it proves."""
    found = []
    for file in sorted((CASES / folder).glob("*.yml")):
        case = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
        marks = [pytest.mark.xfail(reason=case["known_bug"])] if "known_bug" in case else []
        found.append(pytest.param(case, id=file.stem, marks=marks))
    return found


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that all test processes share: the first that needs it makes it, and whoever else does waits."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with folder.with_suffix(".lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.seek(0)
        if not lock.read():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            lock.write("made")
    return folder


@contextmanager
def unchanged(root: Path) -> Iterator[None]:
    """While tests share a folder, of which each takes a copy if it is to change something."""
    before = written(root)
    yield
    assert written(root) == before, "a test changed what the others share"


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sound project after it was read once; nobody may change it."""
    root = made_once(tmp_path_factory, "known", lambda root: load(shutil.copytree(CASES / "sound", root)))
    with unchanged(root):
        yield root


@pytest.fixture
def project(known: Path, tmp_path: Path) -> Path:
    """A copy of the sound project, whose records are illustrative, to be spoilt.

    What was found of each text and attachment is kept with it by their content: only what is spoilt is read anew.
    """
    return Path(shutil.copytree(known, tmp_path / "project"))


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sound project with its finished site; nobody may change it."""
    from tests.projects import build, copy_sound

    root = made_once(tmp_path_factory, "finished", lambda root: build(copy_sound(root)))
    with unchanged(root):
        yield root


def copy_ready(finished: Path, root: Path) -> Path:
    """The sound project without a site, and with what an earlier build has kept: the next one is quick."""
    from tests.projects import copy_built

    copy_built(finished, root)
    (root / "site").unlink()
    return root


def written(root: Path) -> dict[str, int]:
    """When each file of a project and of its site was last written."""
    return {str(file): file.stat().st_mtime_ns for file in sorted(root.rglob("*")) if file.is_file()}


@pytest.fixture(scope="session")
def office_gifts(tmp_path_factory: pytest.TempPathFactory) -> "Target":
    """The gifts of the office in the sound project: a register that sheets are held against, and nobody changes."""
    from tests.imports import a_target

    root = Path(shutil.copytree(CASES / "sound", tmp_path_factory.mktemp("gifts") / "project"))
    return a_target(root, "gifts/office")


specified, drawn = cache(figure._spec), cache(figure.to_svg)
"""A specification is made of nothing but the figure, and a drawing of nothing but that and its address."""


@pytest.fixture
def draw_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that make the same pages many times: drawing is the slow part of it."""
    monkeypatch.setattr(figure, "_spec", specified)
    monkeypatch.setattr(figure, "to_svg", drawn)


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
        return gather(
            archive.kinds, (replace(old, digest="", **values) if each is old else each for each in every), archive.files
        )

    return change
