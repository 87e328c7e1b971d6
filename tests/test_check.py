"""Every rule of the records, by cases: files laid over a sound project, and the exact problems they make.

A case is a file in `cases/check` whose name is the fact it proves. It may say

`files`: the text of each, or its `bytes` in hexadecimal, or a text to `repeat` so many `times` after the one `before`;
`links`: symbolic links and what they point to;
`remove`: files of the sound project that are not there;
`now`: the moment of the check, where days that are still to come count;
`problems`: the lines that are printed, in their order; none for a project that is sound;
`known_bug`: why the case fails today.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from generators import sections
from generators.check import check, load
from generators.fields import LONDON
from generators.problem import Problems
from generators.read import Document, read
from tests.conftest import CASES, cases

KEYS = {"files", "links", "remove", "now", "problems", "known_bug"}


@pytest.mark.parametrize("case", cases("check"))
def test_check(case: dict[str, Any], project: Path) -> None:
    assert case.keys() <= KEYS
    lay_over(project, case)
    now = datetime.fromisoformat(str(case["now"])).replace(tzinfo=LONDON) if "now" in case else None
    assert case["problems"].splitlines() == problems_of(project, now)


SPREAD = 7
"""Of the fields of the sound project so many are passed over for each that is broken."""


@pytest.mark.parametrize("how", ["mistyped", "misnamed"])
def test_a_mistake_in_a_field_makes_no_other_of_its_record(how: str) -> None:
    """What is told of a broken record besides would be told of it anyway: nothing is concluded from what is broken."""
    sources, kinds = read(CASES / "sound"), sections.kinds()
    before = {(found.path, found.message) for found in check(sources, kinds)[1]}
    fields = [(at, name) for at, one in enumerate(sources.documents) if not one.rows for name in one.fields]
    assert len(fields) > 100 * SPREAD // 4
    for at, name in fields[::SPREAD]:
        found, wrong = sources.documents[at], f"{name}z" if how == "misnamed" else name
        documents = (*sources.documents[:at], broken(found, name, wrong), *sources.documents[at + 1 :])
        for told in check(replace(sources, documents=documents), kinds)[1]:
            is_of_it = told.path == found.path and (told.path, told.message) not in before
            assert not is_of_it or told.where[0] in (name, wrong), (told, name)


def broken(document: Document, name: str, wrong: str) -> Document:
    """A record with one field under another name, or with a group or a word where it holds something else."""
    value = document.fields[name]
    other = value if wrong != name else "word" if isinstance(value, dict) else {"a": "word"}
    return replace(document, fields={**{k: v for k, v in document.fields.items() if k != name}, wrong: other})


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
