"""A build that something stops: the old site or the new one is there whole, one line says why, and the next one works.

By day some moments of each fault are tried. With SCRUTINY_TEST_ALL=1 they are the first, the middle and the last change
of every sort, and some by chance: a build makes more than a thousand, and each costs two builds, some 20 seconds on two
slow cores. So of what the system can refuse each of the five sorts takes every fifth moment, another fifth each night:
five nights try them all, and one night takes two hours instead of five.
"""

import ctypes
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from generators.alone import WAITING
from tests.projects import REPOSITORY, build, clean_environment, contents, copy_built, edit

fcntl = pytest.importorskip("fcntl")
ALL = "SCRUTINY_TEST_ALL" in os.environ
MEETING = "content/meetings/panel/2024-03-06/meeting.yml"
OUTSIDE = ("ENOSPC", "EIO", "EACCES", "EDQUOT", "EROFS")
STOPS = ("SIGINT", "SIGTERM")
FOLDERS = (".", "*/sites/*", ".scrutiny", ".scrutiny/store", ".scrutiny/stage")
BY_CHANCE = 20
NIGHT = datetime.now(UTC).toordinal()
Bytes = dict[str, bytes]


@pytest.fixture(scope="module")
def changed(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished project after a change of two pages, with which its site has not caught up."""
    root = copy_built(finished, tmp_path_factory.mktemp("changed") / "project")
    edit(root, MEETING, "Example Hall", "Town Hall")
    return root


@pytest.fixture(scope="module")
def old(changed: Path) -> Bytes:
    """The site before the change."""
    return contents(changed / "site")


@pytest.fixture(scope="module")
def new(changed: Path, tmp_path_factory: pytest.TempPathFactory) -> Bytes:
    """The site after it."""
    root = copy_built(changed, tmp_path_factory.mktemp("new") / "project")
    build(root)
    return contents(root / "site")


@pytest.fixture
def copies(changed: Path, tmp_path: Path) -> Iterator[Path]:
    """As many copies of the changed project as are asked for. To take one away takes longer than to make it."""
    return (copy_built(changed, tmp_path / str(at)) for at in count())


@pytest.fixture
def root(copies: Iterator[Path]) -> Path:
    """A copy of the changed project."""
    return next(copies)


def met(root: Path, fault: str, at: int) -> subprocess.CompletedProcess[str]:
    """A build by the command line that meets a fault before its Nth change of a file or a folder."""
    command = [sys.executable, "-m", "tests.faults", str(root), fault, str(at)]
    return subprocess.run(
        command, env=clean_environment(), cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120
    )


def built(root: Path, prepare: Callable[[], None] | None = None, out: int = -1) -> subprocess.CompletedProcess[str]:
    """A build by the command line in a process that was first made ready for it. `out`: where what it says goes."""
    command = [sys.executable, "-m", "generators.cli", "build", "--root", str(root), "--now", "2024-07-01"]
    return subprocess.run(
        command, env=clean_environment(), text=True, check=False, timeout=120, preexec_fn=prepare, stdout=out,
        stderr=subprocess.PIPE,
    )  # fmt: skip


def says_one_line(ended: subprocess.CompletedProcess[str]) -> bool:
    """What was said to the person, and nothing else."""
    assert "Traceback" not in ended.stderr, ended.stderr
    return len(ended.stderr.splitlines()) == 1


def next_build_is_right(root: Path, new: Bytes) -> None:
    """It makes the new site, and leaves nothing of the one that was stopped."""
    build(root)
    assert contents(root / "site") == new
    for place, _, names in os.walk(root):
        assert not [name for name in names if name.endswith((".new", ".old"))], place
    assert not (root / ".scrutiny" / "making").exists()


@pytest.fixture(scope="module")
def changes(changed: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The changes of files and folders that the build makes which nothing stops."""
    root = copy_built(changed, tmp_path_factory.mktemp("counted") / "project")
    ended = met(Path(root), "none", -1)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()[1:]  # after what it tells people


STEPS = (r"os\.rename .*/stage/", r"os\.rename .*/store/", r"os\.link ", r"os\.symlink ", r"os\.rename .*\.site\.new$")
"""By the first change of each: pages are staged, finished pages are kept, the folder is filled, the switch is made."""


def moments(changes: list[str], steps: Iterable[str] = STEPS) -> Sequence[int]:
    """Before some changes of every sort; or by day before the first change of each step."""
    if ALL:
        return sorted({*_of_each_sort(changes), *random.sample(range(1, len(changes) + 1), BY_CHANCE)})
    return [next(at for at, change in enumerate(changes, 1) if re.match(step, change)) for step in steps]


def _of_each_sort(changes: list[str]) -> Iterator[int]:
    """The first change of each sort, that in the middle, and the last."""
    found: dict[str, list[int]] = {}
    for at, change in enumerate(changes, 1):
        event, _, path = change.partition(" ")
        place = path.partition("/.scrutiny/")[2].rpartition("/")[0] or path if path.startswith("/") else ""
        found.setdefault(f"{event} {re.sub('[0-9a-f]{6,}|[0-9]+', '', '/'.join(place.split('/')[:3]))}", []).append(at)
    for places in found.values():
        yield from (places[0], places[len(places) // 2], places[-1])


def test_killed_before_any_change_of_a_file(copies: Iterator[Path], changes: list[str], old: Bytes, new: Bytes) -> None:
    """By a signal that it cannot answer."""
    sites = []
    for at in moments(changes):
        root = next(copies)
        assert met(root, "kill", at).returncode in (-signal.SIGKILL, 0), at
        sites.append(contents(root / "site"))
        assert sites[-1] in (old, new), at
        next_build_is_right(root, new)
    assert sites == sorted(sites, key=lambda site: site == new), "once the new site is there, it stays"
    assert old in sites


@pytest.mark.parametrize("fault", OUTSIDE if ALL else OUTSIDE[:2])
def test_a_change_that_the_system_refuses(
    copies: Iterator[Path], changes: list[str], old: Bytes, new: Bytes, fault: str
) -> None:
    """It fails, says so in a line, and the old site stays; or it could do without, and the new one is there."""
    told = 0
    every = moments(changes, STEPS[::3] if fault == OUTSIDE[0] else STEPS[4:])
    for at in every[(OUTSIDE.index(fault) + NIGHT) % len(OUTSIDE) :: len(OUTSIDE)] if ALL else every:
        root = next(copies)
        ended = met(root, fault, at)
        assert contents(root / "site") == (old if ended.returncode else new), (at, ended.stderr)
        if ended.returncode:
            told += 1
            assert says_one_line(ended), ended.stderr
            assert "The site is whole" in ended.stderr
        next_build_is_right(root, new)
    assert told


@pytest.mark.parametrize("fault", STOPS)
def test_stopped_by_a_person(copies: Iterator[Path], changes: list[str], old: Bytes, new: Bytes, fault: str) -> None:
    for at in moments(changes, STEPS[1:2])[:: 3 if ALL else 1]:
        root = next(copies)
        ended = met(root, fault, at)
        assert contents(root / "site") in (old, new), at
        assert ended.returncode in (130, 0), (at, ended.stderr)
        assert not ended.returncode or says_one_line(ended), ended.stderr
        next_build_is_right(root, new)


@pytest.mark.parametrize("longest", [2_000, 15_000, 60_000, 140_000] if ALL else [15_000])
def test_files_that_may_not_become_so_long(root: Path, old: Bytes, new: Bytes, longest: int) -> None:
    """`ulimit -f`: what is written is cut off in the middle of a file, as on a full disk."""
    ended = built(root, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (longest, longest)))
    assert contents(root / "site") == (old if ended.returncode else new)
    assert "Traceback" not in ended.stderr, ended.stderr
    if ended.returncode:
        assert "a file would become longer than is allowed here" in ended.stderr
    next_build_is_right(root, new)


@pytest.mark.skipif(not ALL, reason="by night")
@pytest.mark.parametrize("room", [0, 200_000, 1_000_000])
def test_a_disk_that_fills(changed: Path, tmp_path: Path, old: Bytes, new: Bytes, room: int) -> None:
    """A real one, of so many bytes more than the project takes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    size = sum(-(-file.lstat().st_size // 4096) * 4096 + 4096 for file in changed.rglob("*")) + room
    options = f"size={size}"
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "none", disk], check=False, capture_output=True
    ).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        root = Path(shutil.copytree(changed, disk / "project", symlinks=True))
        ended = built(root)
        assert contents(root / "site") == (old if ended.returncode else new)
        assert not ended.returncode or says_one_line(ended), ended.stderr
        subprocess.run(["mount", "-o", f"remount,size={size + 500_000_000}", disk], check=True)
        next_build_is_right(root, new)
    finally:
        subprocess.run(["umount", disk], check=True)


def test_nothing_is_left_of_what_was_being_made_when_it_was_killed(root: Path, new: Bytes) -> None:
    """The list is written beside the old one once the new site is there: no later step would come upon it."""
    (root / ".scrutiny" / "store.json.2452.new").write_bytes(b"{")
    (root / ".scrutiny" / "making").mkdir()
    next_build_is_right(root, new)


def as_an_ordinary_user() -> None:
    """Give up what lets an administrator write into every folder. Nobody else has it, and then nothing changes."""
    set_bounds, may_write_anywhere = 24, 1
    ctypes.CDLL(None).prctl(set_bounds, may_write_anywhere, 0, 0, 0)


@pytest.mark.parametrize("folder", FOLDERS if ALL else FOLDERS[:2])
def test_a_folder_that_can_only_be_read(root: Path, old: Bytes, new: Bytes, folder: str) -> None:
    closed = next(root.glob(f".scrutiny/{folder[2:]}")) if folder.startswith("*") else root / folder
    closed.chmod(0o555)
    try:
        ended = built(root, as_an_ordinary_user)
    finally:
        closed.chmod(0o755)
    assert contents(root / "site") == (old if ended.returncode else new)
    if ended.returncode:
        assert says_one_line(ended), ended.stderr
        assert "you may not read or write this" in ended.stderr
    next_build_is_right(root, new)


def test_where_nobody_listens(root: Path, new: Bytes) -> None:
    """Who was to read what it says has gone."""
    theirs, ours = os.pipe()
    os.close(theirs)
    try:
        ended = built(root, out=ours)
    finally:
        os.close(ours)
    assert ended.stderr == ""
    assert contents(root / "site") == new


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device here")
def test_where_nothing_can_be_said(root: Path, new: Bytes) -> None:
    with open("/dev/full", "w") as full:
        ended = built(root, out=full.fileno())
    assert says_one_line(ended), ended.stderr
    assert contents(root / "site") == new


def test_a_second_build_waits_for_the_first_and_says_so(root: Path, old: Bytes, new: Bytes) -> None:
    """Without a terminal as well."""
    with (root / ".scrutiny" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        command = [sys.executable, "-m", "generators.cli", "build", "--root", str(root), "--now", "2024-07-01"]
        with subprocess.Popen(
            command, env=clean_environment(), stderr=subprocess.PIPE, stdout=subprocess.PIPE
        ) as second:
            assert second.stderr
            assert second.stderr.readline().decode() == f"{WAITING} …\n"
            assert second.poll() is None
            assert contents(root / "site") == old
            fcntl.flock(lock, fcntl.LOCK_UN)
            assert second.wait(60) == 0
    assert contents(root / "site") == new
