"""The pages of the handbook as something that can be done: every block of them is a step, and every step is taken.

A page is Markdown. What is to be done with a block is said by the sentence above it, in these words and no others:

- `Write the new file `x`:` The block is the file. `At the end of `x`, add:` It comes behind what is there.
- `In `x`, find:` A place that is there once. `and write instead:` It is replaced. `and add beneath:` This follows it.
- `In `x`, find and take out:` A place that is there no more.
- `In `x`, beneath the last row, type:` A table; each column of it is a row of the first sheet of a workbook.
- `The file `x` then begins:` What it begins with. `The page `/x/` then says:` What a reader finds, each line by itself.

A block of the language `console` is a session: `$ ` before a command, `> ` before an answer, and the very words
that the program says. `…` alone on a line stands for any lines, and within a line for any words.

The front matter may say `today`, and `begins_after`, the page whose steps were taken before. Beneath the heading
MISTAKES each smaller heading begins again from where the steps ended.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser

MISTAKES = "If something goes wrong"
TODAY = "2024-07-01"
FENCE = re.compile(r"```(\w+)")


@dataclass(frozen=True)
class Step:
    """A block, the sentence that says what it is, and the mistake it belongs to."""

    line: int
    lead: str
    language: str
    """Empty for a table."""
    text: str
    mistake: str


@dataclass(frozen=True)
class Page:
    """A page of the handbook."""

    text: str
    today: str
    begins_after: str
    parts: tuple[str, ...]
    """Its headings, those of mistakes aside."""
    steps: tuple[Step, ...]

    def mistakes(self) -> tuple[str, ...]:
        """The heading of each, in order."""
        return tuple(dict.fromkeys(step.mistake for step in self.steps if step.mistake))


def page(file: Path) -> Page:
    """A page as it is read."""
    text = file.read_text("utf-8")
    _, front, body = text.split("---\n", 2)
    said: dict[str, Any] = yaml.safe_load(front)
    steps = tuple(_steps(body, front.count("\n") + 3))
    parts = tuple(re.findall(r"(?m)^## (.*)$", re.sub(r"(?ms)^```.*?^```$", "", body)))
    return Page(text, str(said.get("today", TODAY)), said.get("begins_after", ""), parts, steps)


def _steps(body: str, first: int) -> Iterator[Step]:
    """Every block and every table that is typed somewhere."""
    lines, at, lead, part, mistake = body.splitlines(), 0, "", "", ""
    while at < len(lines):
        line, begin = lines[at], at
        at += 1
        if line.startswith("## "):
            part, mistake = line[3:], ""
        elif line.startswith("### "):
            mistake = line[4:] if part == MISTAKES else ""
        elif line.startswith("```"):
            end = lines.index("```", at)
            language = FENCE.fullmatch(line)
            assert language, f"line {first + begin}: say what the block is: ```yaml, ```console"
            yield Step(first + begin, lead, language[1], "\n".join(lines[at:end]) + "\n", mistake)
            at, lead = end + 1, ""
        elif line == "<table>":
            at = lines.index("</table>", at) + 1
            yield Step(first + begin, lead, "", "\n".join(lines[begin:at]), mistake)
        if line and not line.startswith(("#", "```", "<table>")):
            lead = line if not lines[begin - 1] else f"{lead} {line}"


def rows(table: str) -> list[dict[str, str]]:
    """The rows to be typed, by the names of their columns: on a page these stand one beneath the other."""
    lines = [[cell.text() for cell in line.css("th, td")] for line in LexborHTMLParser(table).css("tbody tr")]
    return [{name: cells[at] for name, *cells in lines} for at in range(len(lines[0]) - 1)]


def agrees(shown: str, said: str) -> bool:
    """Whether a program said what a page shows."""
    pattern = ""
    for line in shown.splitlines():
        pattern += r"(?:.*\n)*" if line == "…" else r".*".join(map(re.escape, line.split("…"))) + r" *\n"
    return bool(re.fullmatch(pattern, said if said.endswith("\n") or not said else f"{said}\n"))


def sessions(text: str) -> Iterator[tuple[str, list[str], str]]:
    """Every command of a session, the answers to its questions, and what it says."""
    for part in re.split(r"(?m)^\$ ", text)[1:]:
        command, _, said = part.partition("\n")
        yield command, re.findall(r"(?m)^> ?(.*)$", said), said
