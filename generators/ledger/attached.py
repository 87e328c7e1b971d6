"""What becomes of the files attached to a record from one version of it to another."""

from collections.abc import Callable, Collection, Iterable, Iterator


def attached(
    before: Collection[str], after: Iterable[str], is_same: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """`added`, `replaced` or `taken away`, and the path of the file. `is_same`: asked of those that both have."""
    after = tuple(after)
    for path in after:
        if path not in before:
            yield "added", path
        elif not is_same(path):
            yield "replaced", path
    yield from (("taken away", path) for path in before if path not in after)
