"""How large each file of data is: the page that leads to them says so, and none is made only to be measured."""

from collections.abc import Callable, Iterable
from functools import partial

from generators.formats.dataset import File

Kept = Callable[[str, str], int | None]
"""The size of the file of this path and key, where it was made before."""
Size = Callable[[str], int]
"""How many bytes the file of this path has."""


def none_kept(_path: str, _key: str) -> None:
    """For whoever has no files that were made before."""


def sized(files: Iterable[File], kept: Kept = none_kept) -> tuple[tuple[File, ...], Size]:
    """The same files, and the size of each: known once it is made, and made for whoever asks before that."""
    every = {file.path: file for file in files}
    measured: dict[str, int] = {}

    def make(path: str) -> bytes:
        content = every[path].make()
        measured[path] = len(content)
        return content

    def size(path: str) -> int:
        return measured.get(path) or kept(path, every[path].key) or len(make(path))

    return tuple(file._replace(make=partial(make, path)) for path, file in every.items()), size
