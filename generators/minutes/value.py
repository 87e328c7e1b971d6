"""A value that knows where it came from and how sure it is; and the record that such values make."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generators.minutes.document import Line

Sure = Literal["sure", "likely", "guess"]
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Value:
    """One value of a draft. What it holds can be groups and lists of such values too."""

    holds: Any
    line: Line
    sure: Sure = "sure"
    note: str = ""
    """What whoever reads the draft should know of it."""

    def remark(self, *, paged: bool) -> str:
        """What is written above it."""
        place = f"page {self.line.page}, line {self.line.number}" if paged else f"line {self.line.number}"
        return f"{place}, {self.sure}" + (f": {self.note}" if self.note else "")


def parted(tree: Any, *, paged: bool) -> tuple[Any, Mapping[Path, str]]:
    """The plain fields of a tree of values, and the remarks by their paths."""
    remarks: dict[Path, str] = {}
    return _plain(tree, (), remarks, paged=paged), remarks


def _plain(tree: Any, path: Path, remarks: dict[Path, str], *, paged: bool) -> Any:
    if isinstance(tree, Value):
        remarks[path] = tree.remark(paged=paged)
        return _plain(tree.holds, path, remarks, paged=paged)
    if isinstance(tree, Mapping):
        return {
            name: _plain(value, (*path, name), remarks, paged=paged) for name, value in tree.items() if _is_said(value)
        }
    if isinstance(tree, list | tuple):
        return [_plain(value, (*path, at), remarks, paged=paged) for at, value in enumerate(tree)]
    return tree


def _is_said(value: Any) -> bool:
    held = value.holds if isinstance(value, Value) else value
    return held is not None and held not in ("", [], (), {})
