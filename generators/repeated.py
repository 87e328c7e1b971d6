"""The same mistake in row after row of a register, said once: it was made once, and is mended in one place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generators.problem import Finding, Where, count

NAMED = 3
"""A mistake that stands in more rows than this is told of once."""


def once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; of those that say the same of many rows of a file, the first, and in how many more it stands."""
    alike: dict[tuple[str, Where, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.path, finding.where, finding.message].append(finding)
    for found in alike.values():
        first, *others = sorted(found, key=lambda finding: finding.line)
        if len(found) > NAMED and first.line:
            yield replace(first, message=f"{first.message} The same stands in {count(len(others), 'other row')}.")
        else:
            yield from found
