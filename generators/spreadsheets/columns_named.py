"""Which of our columns the columns of a sheet are: by their names, by what is known of offices, by their content."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from generators.side_file import called, group, in_file
from generators.spreadsheets.grid import Line, letters
from generators.spreadsheets.readings import Legend, reading
from generators.spreadsheets.registers import Target
from generators.spreadsheets.synonyms import COLUMNS

Sure = Literal["named", "known", "likely", "asked"]
"""As the side file or a person names it; as offices are known to call it; by likeness or content; nobody knows."""
OURS = {"row in the sheet": "", "why it was refused": ""}
"""Columns of the file of refused rows, which are nobody's data."""
SAMPLE = 200
NEAR = 0.82
FITTING = 0.5
"""The share of a column's cells that must be what our column holds."""


class Taken(NamedTuple):
    """A column of the sheet, and ours that it is."""

    at: int
    """Counted from 1."""
    theirs: str
    ours: str
    """Empty where it is not taken over."""
    sure: Sure
    hint: str = ""

    @property
    def where(self) -> str:
        """Its letters and name."""
        return f'{letters(self.at)} "{self.theirs}"'


@lru_cache(maxsize=65_536)
def bare(name: str) -> str:
    """A name of a column as it is compared: small letters and digits, one space between words."""
    plain = re.sub(r"\(\s*(?:£|gbp|y\s*/\s*n|dd/mm/yy(?:yy)?)\s*\)|['’]", "", name.casefold())
    return " ".join(re.findall(r"[^\W_]+", plain))


@dataclass(frozen=True)
class Names:
    """Every name under which the columns of a register are known."""

    target: Target
    given: Mapping[str, str]
    """What a person said: their name as it is compared, and ours or nothing."""

    @cached_property
    def named(self) -> dict[str, str]:
        """Those that are certain: what was given, the side file's, our own, and those of a template."""
        found: dict[str, str] = {}
        for name, column in self.target.columns.items():
            for theirs in (name, column.in_words):
                found.setdefault(bare(theirs), name)
        side = self.target.side
        found |= {bare(in_file(side, name)): name for name in side.fields["columns"]}
        found |= {bare(theirs): ours for ours, theirs in called(side).items()}
        found |= {bare(theirs): "" for theirs in group(side, "left_out")}
        return {**found, **OURS, **self.given}

    @cached_property
    def known(self) -> dict[str, str]:
        """Those that offices are known to use, and that can mean nothing else."""
        return self._synonyms(lambda name: not name.startswith("~"))

    @cached_property
    def possible(self) -> dict[str, str]:
        """Those that can mean more than one column."""
        return {name[1:]: ours for name, ours in self._synonyms(lambda name: name.startswith("~")).items()}

    def score(self, cells: Iterable[str]) -> int:
        """How much a row looks as if it named the columns."""
        told = {bare(cell) for cell in cells if cell}
        sure = {self.named.get(name) or self.known.get(name) for name in told} - {None, ""}
        likely = sum(name in self.possible for name in told)
        return 2 * len(sure) + min(likely, 1) + sum(self.named.get(name) == "" for name in told)

    def _synonyms(self, wanted: Callable[[str], bool]) -> dict[str, str]:
        known = COLUMNS.get(self.target.kind.name, {})
        pairs = ((name, ours) for ours, names in known.items() for name in names if wanted(name))
        return {name: ours for name, ours in pairs if ours in self.target.columns}


def taken(
    header: Sequence[str], lines: Sequence[Line], names: Names, legends: Mapping[str, Legend]
) -> tuple[Taken, ...]:
    """What every column of the sheet is. None of ours is taken twice: the surer claim holds."""
    claims: list[tuple[float, int, str, Sure]] = []
    for at, theirs in enumerate(header, 1):
        if theirs:
            claims += [(score, at, ours, sure) for score, ours, sure in _claims(theirs, at, lines, names, legends)]
    found: dict[int, Taken] = {}
    free = dict.fromkeys(names.target.columns, True)
    for _, at, ours, sure in sorted(claims, key=lambda claim: (-claim[0], claim[1])):
        if at in found or (ours and not free.get(ours)):
            continue
        free[ours] = False
        found[at] = Taken(at, header[at - 1], ours, sure)
    for ours, column in names.target.columns.items():
        if column.is_needed and free[ours] and (claimed := _known_as(ours, found.values(), names)):
            found[claimed.at] = claimed._replace(ours=ours, sure="known")
    rest = (Taken(at, name, "", "asked") for at, name in enumerate(header, 1) if name and at not in found)
    return tuple(sorted((*found.values(), *rest)))


def _known_as(ours: str, found: Iterable[Taken], names: Names) -> Taken | None:
    """The first column that offices are known to call so, though it was taken for another of ours."""
    for one in found:
        name = bare(one.theirs)
        if names.known.get(name) == ours and name not in names.given and one.ours != ours:
            return one
    return None


def _claims(
    theirs: str, at: int, lines: Sequence[Line], names: Names, legends: Mapping[str, Legend]
) -> Iterable[tuple[float, str, Sure]]:
    name = bare(theirs)
    if name in names.named:
        yield 4.0 if name in names.given else 3.0, names.named[name], "named"
        return
    sample = [line for line in lines if line.at(at).text and len(set(line.texts)) > 1][:SAMPLE]
    for known, score, sure in ((names.known, 2.0, "known"), (names.possible, 1.5, "likely")):
        ours = known.get(name)
        if ours:
            share = _share(sample, at, legends[ours])
            yield (score, ours, sure) if share >= FITTING else (1.2, ours, "likely")  # type: ignore[misc]
            return
    words = {**{other: ours for other, ours in names.named.items() if ours}, **names.known}
    likeness: dict[str, float] = {}
    for other, ours in words.items():
        likeness[ours] = max(likeness.get(ours, 0), _like(name, other))
    for ours, like in likeness.items():
        if like >= NEAR and _share(sample, at, legends[ours]) >= FITTING:
            yield like, ours, "likely"


def _like(name: str, other: str) -> float:
    """How like each other two names are: all words of the longer one, or nearly the same signs."""
    one, two = set(name.split()), set(other.split())
    if len(other) > 3 and two <= one:
        return 0.82 + 0.1 * len(two) / len(one)
    return SequenceMatcher(None, name, other).ratio() if abs(len(name) - len(other)) < 5 else 0.0


def _share(sample: Sequence[Line], at: int, legend: Legend) -> float:
    """Which part of a column's cells can be read as what our column holds."""
    fits = sum(not reading(line.at(at), legend).refused for line in sample)
    return fits / len(sample) if sample else 1.0
