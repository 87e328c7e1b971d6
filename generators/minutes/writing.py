"""The files of a draft, all of them or none, and never over what lies there."""

import os
from collections.abc import Mapping
from pathlib import Path


def taken(root: Path, paths: Mapping[str, bytes]) -> list[str]:
    """The paths at which something lies already."""
    return [path for path in paths if (root / path).exists()]


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write every file under a name that nobody reads, then give all of them their own."""
    made: list[Path] = []
    beside: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            file = root / path
            for folder in (*reversed(file.parent.parents), file.parent):
                if not folder.exists():
                    folder.mkdir()
                    made.append(folder)
            hidden = file.with_name(f".{file.name}.new")
            hidden.write_bytes(content)
            beside[hidden] = file
        for hidden, file in beside.items():
            os.link(hidden, file)
            made.append(file)
    except BaseException:
        for hidden in beside:
            hidden.unlink(missing_ok=True)
        for path_made in reversed(made):
            path_made.rmdir() if path_made.is_dir() else path_made.unlink(missing_ok=True)
        raise
    for hidden in beside:
        hidden.unlink(missing_ok=True)
