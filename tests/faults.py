"""A build that meets a fault before its Nth change of a file or a folder: `python -m tests.faults ROOT FAULT N`.

What stands behind that is the command instead of `build`, such as `publish --first`. Before the switch of the site two
processes share the work, and one run makes more changes than another: `+N` is the Nth change behind the switch.

It prints every change that it made, if it comes to its end. What is told to audit hooks is each that is made from
Python: a file opened to be written, a link, a new name, a folder made or taken away.
"""

import errno
import os
import signal
import sys

from generators.cli import main

CHANGES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.truncate", "sqlite3.connect"}
SWITCHED = "/.site.new"
"""How the change ends by which the new site takes the place of the old one: a rename."""
TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def is_change(root: str, event: str, arguments: tuple[object, ...]) -> bool:
    """Whether this changes something in the project."""
    if not arguments or not isinstance(arguments[0], str | os.PathLike):
        return False
    path = os.fspath(arguments[0])
    if os.path.isabs(path) and not path.startswith(root):
        return False
    return event in CHANGES or (event == "open" and bool(int(str(arguments[2])) & TO_WRITE))


def start(changes: list[str], at: str) -> int:
    """How many changes there are before the first that counts; all, where that is still to come."""
    if not at.startswith("+"):
        return 0
    return next(
        (
            number
            for number, change in enumerate(changes, 1)
            if change.startswith("os.rename ") and change.endswith(SWITCHED)
        ),
        len(changes),
    )


def meet(fault: str, event: str, path: str) -> None:
    """What happens. A killed build leaves a file that was just opened, with nothing in it."""
    if fault == "kill":
        if event == "open":
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
        os.kill(os.getpid(), signal.SIGKILL)
    elif fault in ("SIGINT", "SIGTERM"):
        os.kill(os.getpid(), getattr(signal, fault))
    else:
        number = getattr(errno, fault)
        raise OSError(number, os.strerror(number), path)


def build(root: str, fault: str, at: str, command: list[str]) -> None:
    """Build the project by the command line, with the fault."""
    changes: list[str] = []
    first = os.getpid()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if os.getpid() == first and is_change(root, event, arguments):
            changes.append(f"{event} {arguments[0]}")
            if len(changes) - start(changes, at) == int(at):
                meet(fault, event, str(arguments[0]))

    sys.addaudithook(watch)
    try:
        main([*command, "--root", root])
    except SystemExit as left:
        print(*changes, sep="\n", flush=True)
        os._exit(left.code if isinstance(left.code, int) else 1)


if __name__ == "__main__":
    build(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:] or ["build", "--now", "2024-07-01"])
