"""`scrutiny explain`: the field guide's words for kinds, fields, words and problems."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generators.cli import main
from generators.explain.classes import CLASSES
from generators.explain.explain import Unknown, explain
from generators.explain.fields import places
from tests.conftest import CASES, cases

PROBLEM = re.compile(r"(?:content|data)/.+?:\d+:\d+: .+")


def printed() -> list[str]:
    """Every problem that the cases of the checks expect."""
    files = sorted((CASES / "check").glob("*.yml"))
    lines = (line for file in files for line in yaml.safe_load(file.read_text("utf-8"))["problems"].splitlines())
    return [line for line in lines if PROBLEM.fullmatch(line)]


@pytest.mark.parametrize("case", cases("explain"))
def test_explain(case: dict[str, str]) -> None:
    ended = CliRunner().invoke(main, ["explain", *case["explain"].split(" ")])
    assert ended.output == case["says"]


def test_every_problem_that_a_check_can_print_is_explained() -> None:
    every = printed()
    assert len(every) > 500
    for problem in every:
        told = "\n".join(explain(problem))
        assert "What it means:" in told or "For example:" in told or "scrutiny explain " in told, problem


def test_every_class_of_problem_is_one_that_a_check_can_print() -> None:
    said = "\n".join(printed())
    assert [pattern for pattern, _ in CLASSES if not re.search(pattern, said)] == []


def test_every_field_is_found_by_its_whole_name() -> None:
    for place in places()[::7]:
        assert any(line.startswith(f"{place.name}") for line in explain(place.name)), place.name


@pytest.mark.parametrize("words", ["metting", "zzz", "", ".", "meeting.nothing", "a: b", "content/x:1"])
def test_what_is_not_known_is_refused(words: str) -> None:
    with pytest.raises(Unknown, match="nothing is known by"):
        explain(words)


def test_it_needs_no_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["explain", "meeting.date"]).exit_code == 0
    assert list(tmp_path.iterdir()) == []
