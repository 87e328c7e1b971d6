"""Every rule of the records, by cases: files laid over a sound project, and the exact problems they make.

A case is a file in `cases/check` whose name is the fact it proves. It may say

`files`: the text of each, or its `bytes` in hexadecimal, or a text to `repeat` so many `times` after the one `before`;
`links`: symbolic links and what they point to;
`remove`: files of the sound project that are not there;
`problems`: the lines that are printed, in their order; none for a project that is sound;
`known_bug`: why the case fails today.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generators.check import load
from generators.problem import Problems
from tests.conftest import CASES

KEYS = {"files", "links", "remove", "problems", "known_bug"}


def cases() -> list[Any]:
    found = []
    for file in sorted((CASES / "check").glob("*.yml")):
        case = yaml.safe_load(file.read_text("utf-8"))
        marks = [pytest.mark.xfail(reason=case["known_bug"])] if "known_bug" in case else []
        found.append(pytest.param(case, id=file.stem, marks=marks))
    return found


@pytest.mark.parametrize("case", cases())
def test_check(case: dict[str, Any], project: Path) -> None:
    assert case.keys() <= KEYS
    lay_over(project, case)
    assert case["problems"].splitlines() == problems_of(project)


def lay_over(project: Path, case: dict[str, Any]) -> None:
    for path in case.get("remove", ()):
        (project / path).unlink()
    for path, content in case.get("files", {}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(in_bytes(content))
    for path, target in case.get("links", {}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).symlink_to(target)


def in_bytes(content: str | dict[str, Any]) -> bytes:
    if isinstance(content, str):
        return content.encode()
    if "bytes" in content:
        return bytes.fromhex(content["bytes"])
    text: str = content["before"] + content["repeat"] * content["times"]
    return text.encode()


def problems_of(project: Path) -> list[str]:
    """Every problem as it is printed; where there is none, every warning."""
    try:
        return [str(warning) for warning in load(project).warnings]
    except Problems as found:
        return [str(problem) for problem in found.problems]
