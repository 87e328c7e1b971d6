"""Projects and sites for tests: copies of the sound project and of this repository, in folders of their own."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from generators.fields import LONDON
from generators.site.build import Built
from generators.site.build import build as build_site

REPOSITORY = Path(__file__).parent.parent
SOUND = REPOSITORY / "tests" / "cases" / "sound"
NOW = datetime(2024, 7, 1, 9, tzinfo=LONDON)
"""After every meeting of the sound project."""
os.environ["NO_MKDOCS_2_WARNING"] = "1"


def copy_sound(root: Path) -> Path:
    """The sound project with all that a site is made from, in a new folder."""
    _copy_frame(root)
    for name in ("content", "data", "docs"):
        shutil.copytree(SOUND / name, root / name, dirs_exist_ok=True)
    configuration = root / "mkdocs.yml"
    configuration.write_text(f"{configuration.read_text().rstrip()}\n  - Help: help.md\n")
    return root


def copy_repository(root: Path) -> Path:
    """This repository's records with all that its site is made from, in a new folder."""
    _copy_frame(root)
    for name in ("content", "data"):
        shutil.copytree(REPOSITORY / name, root / name)
    return root


def copy_built(project: Path, root: Path) -> Path:
    """A project with all that was built of it, in a new folder: thousands of files, which `cp` copies in no time."""
    assert not root.exists()
    subprocess.run(["cp", "-a", project, root], check=True)
    return root


def _copy_frame(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    shutil.copytree(REPOSITORY / "docs", root / "docs")


def build(root: Path, now: datetime = NOW, site: Path | None = None) -> Built:
    """Build the site of a project in this process."""
    try:
        return build_site(root, site or root / "site", now, lambda _: None)
    finally:
        gc.enable()  # a build that is a program of its own does without


def run(*arguments: str | Path, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program of this environment, such as `scrutiny` or `mkdocs`, to its end."""
    name, *others = map(str, arguments)
    command = [sys.executable, "-m", {"scrutiny": "generators.cli"}.get(name, name), *others]
    return subprocess.run(
        command, env=clean_environment(environment), capture_output=True, text=True, check=False, timeout=120
    )


def clean_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment without what a workflow or an earlier test may have left in it."""
    kept = {name: value for name, value in os.environ.items() if name not in ("GITHUB_ACTIONS", "SCRUTINY_NOW")}
    return {**kept, **(extra or {})}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file beneath a folder: its path and its bytes."""
    real = folder.resolve()
    return {file.relative_to(real).as_posix(): file.read_bytes() for file in real.rglob("*") if file.is_file()}


def records(root: Path) -> dict[str, bytes]:
    """Every file of a project but those that the program keeps for itself."""
    return {path: raw for path, raw in contents(root).items() if not path.startswith(".scrutiny")}


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Change one place of one file, which must be there."""
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
    (root / path).write_text(text.replace(old, new), "utf-8")
