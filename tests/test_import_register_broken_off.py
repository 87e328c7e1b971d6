"""An import that is killed, or that meets somebody else's: the records are whole, or the next one makes them so."""

import os
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from generators.cli import main
from generators.in_place import Changed
from generators.spreadsheets.asked import Asked
from generators.spreadsheets.importing import Outcome, worked_out
from generators.spreadsheets.intent import begun, finished
from generators.spreadsheets.keep import keep
from tests.faults import is_change, meet
from tests.imports import HAMPER, PEN, a_target, book, broken_off, run
from tests.projects import NOW, records


def test_what_somebody_wrote_in_the_meantime_is_never_lost(project: Path) -> None:
    register = a_target(project)
    outcome = worked_out(project, register, "gifts.xlsx", book(HAMPER), Asked(), NOW, lambda _: None)
    assert run(project, "other.xlsx", book(PEN), "--yes").exit_code == 0
    before = records(project)
    with pytest.raises(Changed):
        keep(project, outcome.files, register.before)
    assert records(project) == before


def killed(root: Path, outcome: Outcome, before: Mapping[str, bytes], at: int) -> int:
    """Put the files of an import in place in a process that is killed before its Nth change; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    changes = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if is_change(str(root), event, arguments):
            changes.append(event)
            if len(changes) == at:
                meet("kill", event, str(arguments[0]))

    sys.addaudithook(watch)
    keep(root, outcome.files, before)
    os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be copied here")
def test_killed_at_any_moment_an_import_is_whole_or_the_next_one_finishes_it(project: Path) -> None:
    register = a_target(project)
    outcome = worked_out(project, register, "gifts.xlsx", book(HAMPER), Asked(), NOW, lambda _: None)
    old = records(project)
    new = {**old, **outcome.files}
    told = []
    for at in count(1):
        for path, raw in old.items():
            if (project / path).read_bytes() != raw:
                (project / path).write_bytes(raw)
        ended = killed(project, outcome, register.before, at)
        between = begun(project)
        told.append(finished(project))
        assert bool(between) == bool(told[-1])
        assert records(project) == new if between else records(project) in (old, new), at
        assert not (project / ".scrutiny/import/begun.json").exists()
        if ended == 0:
            break
    assert records(project) == new
    broken_off = "An import was broken off when data/gifts/force.csv was written and data/gifts/force.yml was not."
    assert set(told) == {"", f"{broken_off} Now it is, as it was agreed to then."}


def test_an_import_that_was_broken_off_is_told_by_the_check_and_finished_by_the_next_one(project: Path) -> None:
    files = broken_off(project)
    ended = CliRunner().invoke(main, ["check", "--root", str(project)])
    assert ended.output.startswith("An import was broken off when data/gifts/force.csv was written and")
    assert "The next `scrutiny import` finishes it." in ended.output
    tried = run(project, "gifts.xlsx", book(HAMPER), "--dry-run")
    assert "Without --dry-run that is finished first. Nothing was written." in tried.output
    ended = run(project, "gifts.xlsx", book(HAMPER), "--yes")
    assert "Now it is, as it was agreed to then." in ended.output
    assert "0 added + 0 changed + 1 unchanged" in ended.output
    assert {path: (project / path).read_bytes() for path in files} == files


def test_what_somebody_mended_after_an_import_was_broken_off_is_left_alone(project: Path) -> None:
    broken_off(project)
    (project / "data/gifts/force.csv").write_text("id,offered_by,what\n")
    before = records(project)
    assert finished(project) == ""
    assert records(project) == before
