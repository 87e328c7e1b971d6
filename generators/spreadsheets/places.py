"""Places on a sheet as they are told: its columns by their letters, its rows by their numbers, long texts in short."""

from collections.abc import Iterable

from generators.spreadsheets.grid import letters

MOST = 8
"""Of more places that are not side by side, so many are named."""


def columns_told(found: range) -> str:
    """Columns side by side: `A-F`."""
    first, last = letters(found[0]), letters(found[-1])
    return first if first == last else f"{first}-{last}"


def rows_told(numbers: Iterable[int]) -> str:
    """`rows 3, 5-8`; of very many the first, and how many more."""
    found = runs(numbers)
    words = [f"{run[0]}" if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in found]
    more = f" and {len(words) - MOST} more places" if len(words) > MOST else ""
    is_one = len(found) == 1 and len(found[0]) == 1
    return f"{'row' if is_one else 'rows'} {', '.join(words[:MOST])}{more}"


def runs(numbers: Iterable[int]) -> list[range]:
    """Numbers as those that follow each other without a gap."""
    found: list[range] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1].stop:
            found[-1] = range(found[-1].start, number + 1)
        else:
            found.append(range(number, number + 1))
    return found
