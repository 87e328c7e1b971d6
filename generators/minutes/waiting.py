"""Proposals that nobody has put in place yet."""

from pathlib import Path

from generators.read.files import PROPOSED

MEETINGS = "content/meetings"


def waiting(root: Path) -> tuple[str, ...]:
    """The ids of the meetings for which something is proposed."""
    files = sorted((root / MEETINGS).glob(f"*/*/meeting.yml{PROPOSED}"))
    return tuple(file.parent.relative_to(root / MEETINGS).as_posix() for file in files)
