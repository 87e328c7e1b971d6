"""One build at a time: a second one waits for the first, and says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

WAITING = "Waiting for another build to end"


@contextmanager
def alone(work: Path, say: Callable[[str], None]) -> Iterator[None]:
    """While this lasts, no other process builds in the same folder. The system ends it with the process."""
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w") as lock:
        if fcntl:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say(WAITING)
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield
