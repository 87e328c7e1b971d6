"""The one style sheet of every page: the theme's and ours joined, without what dresses parts that no page has.

A browser shows nothing until it has every style sheet. One of them, of two thirds of the size, shows a page on a slow
phone about a third sooner than seven.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ADDRESS = "assets/stylesheets/site.css"
OURS = ("scrutiny", "tables", "search", "cite")
"""In this order; each may build on those before it."""
FRAME = (
    r"\.md-(search|nav__(?!link)|sidebar|source|tabs|version|select|footer|consent|feedback|pagination|post|author|path)",
    r"\.md-(top|status|banner|progress|social|tag|tooltip|annotation|clipboard)",
    r"\[data-md-color-(primary|accent)=(?!custom)",
    r"\[dir=rtl\]",
)
"""What is in a selector for a part of the theme's frame that ours has not, for a colour that no office can choose, and
for a language that is read from right to left."""
OF_EXTENSIONS = (
    (
        ("admonition", "details"),
        r"\.(admonition|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|note)",
    ),
    (("footnotes",), r"\.footnote"),
    (("arithmatex",), r"\.arithmatex"),
    (("critic",), r"\.critic"),
    (("keys",), r"\.keys"),
    (("tabbed", "tab"), r"\.tabbed-"),
    (("tasklist",), r"\.task-list"),
)
"""The same for what extensions of Markdown make, by the ends of their names. An office's mkdocs.yml may name them."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
QUOTED = re.compile(r"""(?:[^{}"';]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*""", re.DOTALL)
AGAINST = re.compile(r":not\([^()]*\)")


class Rule(NamedTuple):
    """One rule of a style sheet, or one that holds others."""

    head: str
    """Its selectors, or the condition of those it holds."""
    body: str | None
    """What is between its braces; None where it has none."""


def style_sheet(theme: Iterable[str], ours: Path, extensions: Collection[str]) -> str:
    """The whole sheet: the files of the theme, which lies in these folders, then those of our folder."""
    theirs = "".join(_of_theme(theme, name) for name in ("main", "palette"))
    own = "".join((ours / f"{name}.css").read_text("utf-8") for name in OURS)
    return f"{_used(theirs, _unused(extensions))}\n{COMMENT.sub('', own)}"


def _of_theme(theme: Iterable[str], name: str) -> str:
    """A file of the theme, whose name has a hash in it."""
    (file,) = (file for folder in theme for file in Path(folder).glob(f"assets/stylesheets/{name}.*.min.css"))
    return file.read_text("utf-8").removeprefix('@charset "UTF-8";')


def _unused(extensions: Collection[str]) -> re.Pattern[str]:
    """Finds in a selector what no page has."""
    has = {name.rpartition(".")[2] for name in extensions}
    return re.compile("|".join((*FRAME, *(classes for names, classes in OF_EXTENSIONS if has.isdisjoint(names)))))


def _used(sheet: str, unused: re.Pattern[str]) -> str:
    """A sheet without the rules of which every selector asks for such a thing."""
    return "".join(_kept(rule, unused) for rule in rules(COMMENT.sub("", sheet)))


def _kept(rule: Rule, unused: re.Pattern[str]) -> str:
    if rule.body is None:
        return rule.head
    if rule.head.startswith(("@media", "@supports")):
        inner = _used(rule.body, unused)
        return f"{rule.head}{{{inner}}}" if inner else ""
    wanted = AGAINST.sub("", rule.head)
    # Where commas stand within brackets this takes parts for selectors, and rather keeps one too many.
    return "" if all(unused.search(one) for one in wanted.split(",")) else f"{rule.head}{{{rule.body}}}"


def rules(sheet: str) -> Iterator[Rule]:
    """The rules of a sheet without comments, in their order."""
    at = 0
    while at < len(sheet):
        end = _to_sign(sheet, at)
        head = sheet[at:end].strip()
        if sheet[end : end + 1] == "{":
            close = _closing(sheet, end + 1)
            yield Rule(head, sheet[end + 1 : close])
            end = close
        elif head:
            yield Rule(f"{head};", None)
        at = end + 1


def _closing(sheet: str, at: int) -> int:
    """Where the brace closes that was opened before this place."""
    depth = 1
    while True:
        at = _to_sign(sheet, at)
        depth += {"{": 1, "}": -1}.get(sheet[at], 0)
        if not depth:
            return at
        at += 1


def _to_sign(sheet: str, at: int) -> int:
    """Where the next brace or semicolon stands that is not within quotes."""
    found = QUOTED.match(sheet, at)
    return found.end() if found else at
