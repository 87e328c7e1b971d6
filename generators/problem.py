"""What is wrong with a record, said to the person who keeps it."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches

Where = tuple[str | int, ...]
"""The way to a value inside a file: field names and list positions, outermost first."""
LIKE = 0.7
"""How much of two words is the same, at the least, where one may be a slip for the other."""
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Signs that are not written: controls, those that turn the direction, halves of signs, ends of lines."""
NAME = ""
"""At the end of such a way: the name of the field, and not its value."""


@dataclass(frozen=True)
class Finding:
    """What is wrong with a value, before anybody has looked up its line and column."""

    path: str
    where: Where
    message: str
    line: int = 0
    """The row's line, in a CSV file."""
    is_warning: bool = False
    """Whether the record is published as it is, and whoever keeps it is only told."""
    words: str = field(default="", repr=False)
    """The very words it is about, by which their line is looked up; they are never told."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands, in which field, and what would be right."""

    path: str
    line: int
    column: int
    field: str
    message: str
    is_warning: bool = False

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        warning = "warning: " if self.is_warning else ""
        return visible(f"{self.path}:{self.line}:{self.column}: {warning}{field}{self.message}")

    def annotation(self) -> str:
        """The same as a workflow command, which GitHub shows on the line itself."""
        text = f"{self.field}: {self.message}" if self.field else self.message
        for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
            text = text.replace(character, code)
        path = self.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
        kind = "warning" if self.is_warning else "error"
        return f"::{kind} file={path},line={self.line},col={self.column}::{text}"


class Problems(Exception):  # noqa: N818 - one is a problem, many are problems
    """Every problem of one run, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.report())

    def __reduce__(self) -> tuple[type["Problems"], tuple[tuple[Problem, ...]]]:
        """So that they can be sent from one process to another."""
        return Problems, (self.problems,)

    def report(self) -> str:
        """All problems, a line each, then how many there are in how many files."""
        lines = [str(problem) for problem in self.problems]
        files = len({problem.path for problem in self.problems})
        lines.append(f"{count(len(lines), 'problem')} in {count(files, 'file')}. Nothing was written.")
        return "\n".join(lines)


def count(number: int, noun: str) -> str:
    """A number with its noun: `1 problem`, `2 problems`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that offers the nearest known word, or the words themselves when there are few."""
    words = sorted(known)
    close = nearest(word, words)
    return close or (f" It can be: {', '.join(words)}." if 0 < len(words) <= 12 else "")


def nearest(word: str, known: Iterable[str]) -> str:
    """A question that offers the nearest known word, if one is near."""
    words = sorted(known)
    close = [known for known in get_close_matches(word, words, n=3, cutoff=0.6) if _is_like(word, known)]
    close = close or _ignoring_case(word, words)
    return f' Did you mean "{close[0]}"?{_odd_sign(word, close[0])}' if close else ""


def visible(line: str) -> str:
    """A line of which nothing breaks, turns or hides a part: a file's name can hold any sign. Joined letters stay."""
    return "".join(
        sign if unicodedata.category(sign) not in UNSEEN or sign in "\u200c\u200d" else ascii(sign)[1:-1]
        for sign in line
    )


def code_of(character: str) -> str:
    """The number of a character that does not show what it is, and its name: `U+200B, zero width space`."""
    code, name = f"U+{ord(character):04X}", unicodedata.name(character, "").lower()
    return f"{code}, {name}" if name else code


def field_name(where: Where) -> str:
    """`("items", 2, "title")` as a person counts: `items 3, title`."""
    parts: list[str] = []
    for step in where:
        if isinstance(step, int):
            parts[-1:] = [f"{parts[-1]} {step + 1}" if parts else f"line {step + 1}"]
        elif step != NAME:
            parts.append(step)
    return ", ".join(parts)


def last_name(where: Where) -> str:
    """The name of the field at the end of a way; of an entry of a list, that of the list."""
    return next(step for step in reversed(where) if isinstance(step, str))


def _is_like(word: str, known: str) -> bool:
    """Whether one may be a slip for the other: a part of it, or nearly the same; of two ids, their last parts too."""
    last, other = word.rpartition("/")[2], known.rpartition("/")[2]
    return last in other or other in last or SequenceMatcher(None, last, other).ratio() >= LIKE


def _odd_sign(word: str, known: str) -> str:
    """Which sign is another one, where two words can look the same: a hyphen that does not break, a Cyrillic letter."""
    odd = next((sign for sign in word if not sign.isascii() and sign not in known), "")
    return f" The sign {code_of(odd)}, stands in what was typed." if odd else ""


def _ignoring_case(word: str, words: Sequence[str]) -> list[str]:
    return [known for known in words if known.casefold() == word.casefold()]
