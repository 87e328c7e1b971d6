"""The same mistake in row after row of a register, said once: it was made once, and is mended in one place."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace

from generators.problem import Finding, count

NAMED = 3
"""A mistake that stands in more rows than this is told of once."""
MANY = 10
"""Of more mistakes in a column that differ only in what stands there, the first few are told of."""
VARYING = re.compile(r'".*"|“.*”|\d+', re.DOTALL)
"""What differs between them: a date, a number, the words of a cell; these can hold quotation marks themselves."""


def once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; of those that say the same of many rows of a file, the first, and in how many more it stands.

    Where many differ only in what stands in the cell, the first few, and how many more there are of the kind.
    """
    for alike in _grouped(_same(findings), lambda finding: VARYING.sub("…", finding.message)):
        if len(alike) > MANY and alike[0].line:
            *told, last = alike[:NAMED]
            rest = f"The column has {count(len(alike) - NAMED, 'other mistake')} of this kind."
            yield from (*told, replace(last, message=f"{last.message} {rest}"))
        else:
            yield from alike


def _same(findings: Iterable[Finding]) -> Iterator[Finding]:
    for found in _grouped(findings, lambda finding: (finding.message, finding.words)):
        first, *others = found
        if len(found) > NAMED and first.line:
            yield replace(first, message=f"{first.message} The same stands in {count(len(others), 'other row')}.")
        else:
            yield from found


def _grouped(findings: Iterable[Finding], alike: Callable[[Finding], Hashable]) -> Iterator[list[Finding]]:
    """Those of the same column of a file that are alike, by line."""
    groups: dict[Hashable, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.path, finding.where, finding.is_warning, alike(finding)].append(finding)
    for found in groups.values():
        yield sorted(found, key=lambda finding: finding.line)
