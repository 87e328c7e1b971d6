"""Every rule of the records, by cases: files laid over a sound project, and the exact problems they make.

A case is a file in `cases/check` whose name is the fact it proves. It may say

`files`: the text of each, or its `bytes` in hexadecimal, or a text to `repeat` so many `times` after the one `before`;
`links`: symbolic links and what they point to;
`remove`: files of the sound project that are not there;
`now`: the moment of the check, where days that are still to come count;
`problems`: the lines that are printed, in their order; none for a project that is sound;
`known_bug`: why the case fails today.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from generators.check import load
from generators.fields import LONDON
from generators.problem import Problems
from tests.conftest import cases

KEYS = {"files", "links", "remove", "now", "problems", "known_bug"}


@pytest.mark.parametrize("case", cases("check"))
def test_check(case: dict[str, Any], project: Path) -> None:
    assert case.keys() <= KEYS
    lay_over(project, case)
    now = datetime.fromisoformat(str(case["now"])).replace(tzinfo=LONDON) if "now" in case else None
    assert case["problems"].splitlines() == problems_of(project, now)


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


def problems_of(project: Path, now: datetime | None = None) -> list[str]:
    """Every problem as it is printed; where there is none, every warning."""
    try:
        return [str(warning) for warning in load(project, now).warnings]
    except Problems as found:
        return [str(problem) for problem in found.problems]
