"""The same records give the same bytes, whatever the machine is called, wherever it stands and whenever it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import REPOSITORY, clean_environment, contents, copy_sound

ALL = "SCRUTINY_TEST_ALL" in os.environ
MACHINES = {
    "far away": {
        "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "1", "UMASK": "077", "ELSEWHERE": "1",
        "SOURCE_DATE_EPOCH": "0", "LANG": "C",
    },
    "in another language": {
        "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4294967295", "UMASK": "002",
        "SOURCE_DATE_EPOCH": "4102444800",
    },
    "without a time zone": {"TZ": "", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77", "UMASK": "000", "ELSEWHERE": "1"},
}  # fmt: skip


def published(root: Path, machine: dict[str, str]) -> dict[str, bytes]:
    """The site with its ledger, as it is made on this machine."""
    umask = int(machine.get("UMASK", "022"), 8)
    done = subprocess.run(
        [sys.executable, "-m", "tests.elsewhere", str(copy_sound(root))],
        cwd=REPOSITORY, env=clean_environment(machine), umask=umask, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return contents(root / "site")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as it is made here."""
    return published(tmp_path_factory.mktemp("here") / "project", {"TZ": "Europe/London", "PYTHONHASHSEED": "0"})


@pytest.mark.parametrize("machine", list(MACHINES) if ALL else ["far away"])
def test_another_machine_makes_the_same_bytes(here: dict[str, bytes], tmp_path: Path, machine: str) -> None:
    """Pages, pictures, data, feeds, the index of the search, the ledger and the list of all files.

    The one thing that is not the same are the salts of a ledger, which are random by design; here they are given.
    `SOURCE_DATE_EPOCH` changes nothing: the one moment a site depends on is that of `--now`.
    """
    there = published(tmp_path / "a folder's other – name" / "project", MACHINES[machine])
    assert sorted(there) == sorted(here)
    assert [path for path in here if there[path] != here[path]] == []
    assert {path.split("/")[0] for path in here} > {"pagefind", "ledger", "data", "site-manifest.json"}
