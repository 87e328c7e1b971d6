"""What the values of a measure are, and how one of them is written."""

from dataclasses import dataclass
from typing import Literal

Of = Literal["count", "percentage", "percentage points", "minutes", "seconds", "hours", "days", "pounds", "score"]
"""What a value is: how many of something, a share of a hundred, a difference of shares, a length of time, money or
another number."""


@dataclass(frozen=True)
class Unit:
    """What a measure counts."""

    of: Of
    one: str = ""
    """For a count: one of what is counted, like `complaint`."""
    many: str = ""
    """For a count: several of them, like `complaints`."""
    decimals: int = 0
    """Decimal places in which its values are printed."""

    @property
    def never_negative(self) -> bool:
        """Whether no value can be below nought."""
        return self.of not in ("percentage points", "score")

    @property
    def highest(self) -> float | None:
        """The largest value there can be; None where there is none."""
        return 100 if self.of == "percentage" else None

    @property
    def finer(self) -> int:
        """Decimal places of means and limits: one more than values have; money goes to the penny, or not beyond."""
        return max(self.decimals, 2) if self.of == "pounds" else self.decimals + 1

    def number(self, value: float, decimals: int | None = None) -> str:
        """A value without its unit: `1,234`, `84.6`. `decimals`: if not those of the unit."""
        text = f"{abs(value):,.{self.decimals if decimals is None else decimals}f}"
        return f"−{text}" if value < 0 and float(text.replace(",", "")) else text

    def words(self, value: float, decimals: int | None = None) -> str:
        """A value with its unit: `1 complaint`, `84.6%`, `12.5 minutes`, `£1,200`."""
        number = self.number(value, decimals)
        if self.of == "pounds":
            return f"−£{number[1:]}" if number.startswith("−") else f"£{number}"
        if self.of == "percentage":
            return f"{number}%"
        if self.of == "score":
            return number
        single = number in ("1", "−1")
        if self.of == "count":
            return f"{number} {self.one if single else self.many}"
        return f"{number} {self.of.removesuffix('s') if single else self.of}"

    def range(self, lower: float, upper: float) -> str:
        """The words for what lies between two limits: `27.2 and 53.3 complaints`, `84.20% and 97.31%`."""
        sign_stands_beside_each = self.of in ("pounds", "percentage")
        first = self.words(lower, self.finer) if sign_stands_beside_each else self.number(lower, self.finer)
        return f"{first} and {self.words(upper, self.finer)}"

    def apart(self, size: float) -> str:
        """A difference between two values: that of two percentages is in percentage points."""
        points = Unit("percentage points", decimals=self.decimals)
        return (points if self.of == "percentage" else self).words(size, self.finer)
