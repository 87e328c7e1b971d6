"""Processes that share a work end with the one that started them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.projects import REPOSITORY, clean_environment

ASLEEP = """
import os, signal, time
from generators.workers import workers
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has it ignored by what it starts behind itself
    with workers(1) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        pool.submit(time.sleep, 60).result()
"""


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z" if Path("/proc").exists() else True


def ends(process: int) -> bool:
    """Whether it is gone within ten seconds."""
    end = time.monotonic() + 10
    while is_there(process) and time.monotonic() < end:
        time.sleep(0.05)
    return not is_there(process)


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_they_end_when_the_first_process_is_stopped(tmp_path: Path, stop: signal.Signals) -> None:
    """Also by a signal that it cannot answer."""
    (tmp_path / "asleep.py").write_text(ASLEEP)
    command = [sys.executable, str(tmp_path / "asleep.py")]
    environment = clean_environment({"PYTHONPATH": str(REPOSITORY)})
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as first:
        assert first.stdout
        worker = int(first.stdout.readline())
        assert is_there(worker)
        first.send_signal(stop)
        assert first.wait(10) != 0
    assert ends(worker)


FAILING = """
import os, signal, time
from generators.workers import workers
if __name__ == "__main__":
    with workers(2) as pool:
        pool.submit(time.sleep, 60)
        {}
"""


@pytest.mark.parametrize(
    ("work", "told"),
    [
        ("pool.submit(divmod, 1, 0).result()", "ZeroDivisionError"),
        ("pool.submit(os.kill, pool.submit(os.getpid).result(), signal.SIGKILL).result()", "memory is short"),
    ],
)
def test_when_one_fails_or_is_ended_the_others_do_not_go_on(tmp_path: Path, work: str, told: str) -> None:
    """The second as by a system that has no more memory."""
    (tmp_path / "failing.py").write_text(FAILING.format(work))
    ended = subprocess.run(
        [sys.executable, str(tmp_path / "failing.py")], env=clean_environment({"PYTHONPATH": str(REPOSITORY)}),
        capture_output=True, text=True, check=False, timeout=30,
    )  # fmt: skip
    assert told in ended.stderr.splitlines()[-1]
