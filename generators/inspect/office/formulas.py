"""Formulas of a workbook that take values from outside it: in cells, and in what its names stand for."""

import re

ELSEWHERE = re.compile(
    r"\[[^\[\]]+\][^\[\]!,()]*!|file://|\\\\\w|WEBSERVICE\(|DDE\(|\|'?[^']*'?!|^(?:CALL|REGISTER)\(", re.IGNORECASE
)
"""Another workbook, a folder, an address on the web, another program. A column of a table has brackets too."""


def reads_elsewhere(formula: str) -> bool:
    """Whether a formula takes values from another file, or from another program."""
    return bool(ELSEWHERE.search(formula))
