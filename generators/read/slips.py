"""Slips that a parser of YAML tells of in a wrong place or in wrong words: signs that only look like the right ones.

Each is told only where the text is understood further once it is put right, so nothing is called a slip that is none.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from generators.problem import code_of

ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that look like the ordinary one."""

NO_SPACE = "an entry of a list begins with a hyphen and a space. Write a space after the hyphen."
Right = str | Callable[[re.Match[str]], str]


class Slip(NamedTuple):
    """A slip: the place in a line by which it is known, marked `at`; what is right there; and what is said of it."""

    known_by: re.Pattern[str]
    right: Right
    said: str
    """`{code}` stands for the number and the name of the sign."""


def _slip(known_by: str, right: Right, said: str) -> Slip:
    return Slip(re.compile(known_by, re.MULTILINE), right, said)


SLIPS = (
    _slip(
        rf"^ *(?P<at>[{ODD}])[ {ODD}]*",
        lambda found: " " * len(found[0]),
        "the line is indented with a space that is no ordinary one ({code}). Indent with ordinary spaces.",
    ),
    _slip(
        rf"^(?P<before> *(?:- +)?[A-Za-z_]+:)(?P<at>[{ODD}])",
        r"\g<before> ",
        "the space after the colon is no ordinary one ({code}). Write an ordinary one.",
    ),
    _slip(
        r"^(?P<before> *(?:- +)?[A-Za-z_]+)(?P<at>[\uff1a\ufe55\ua789\u2236\u02d0]) *",
        r"\g<before>: ",
        "a colon is missing after the field's name: the sign here only looks like one ({code}).",
    ),
    _slip(
        r"^(?P<before> *(?:- +)?[A-Za-z_]+):(?P<at>[^\s:/])",
        r"\g<before>: \g<at>",
        "a space is missing after the colon: write `name: value`.",
    ),
    _slip(
        rf"^(?P<before> *)(?P<at>[*\u2022\u2023\u25aa\u00b7\u2010-\u2015\u2212])(?=[ {ODD}])",
        r"\g<before>-",
        "an entry of a list begins with a hyphen and a space. The sign here is another one ({code}).",
    ),
    _slip(r"^(?P<before> *)(?P<at>-)(?=[A-Za-z\"'])", r"\g<before>- ", NO_SPACE),
    _slip(r"^(?P<before> *) (?P<at>-)(?=[A-Za-z\"'])", r"\g<before>- ", NO_SPACE),
    _slip(
        r"^(?P<before> *-)(?P<at>\t)[\t ]*",
        r"\g<before> ",
        "there is a tab after the hyphen. Write a space after the hyphen.",
    ),
    _slip(
        r"(?P<before>: )'(?P<first>[^'\n]*\w)(?P<at>')(?P<last>\w[^'\n]*)'(?= *(?:[,}\]]|$))",
        r"\g<before>'\g<first>''\g<last>'",
        "the apostrophe ends the value, which begins with the same sign. Put the value between double quotes.",
    ),
    _slip(
        r"^(?P<before> *(?:- +)?[A-Za-z_]+: )(?P<at>\")(?P<first>[^\"\n]*)$",
        r'\g<before>"\g<first>"',
        "the quotation mark that opens here is never closed.",
    ),
    _slip(
        r"^(?P<before> *(?:- +)?[A-Za-z_]+: )\"(?P<first>[^\"\n]*)(?P<at>\")(?P<last> *[^\s,}\]#\"][^\"\n]*)$",
        r"\g<before>\g<first>\g<last>",
        "the quotation mark ends the value, and more words follow. Put the whole value between single quotes,"
        " and write an apostrophe in it twice.",
    ),
)


def slip(text: str) -> tuple[int, int, str] | None:
    """Line and column, counted from 1, of the slip that keeps a text from being understood, and what is said of it."""
    broken = _understood(text)
    for one in SLIPS:
        if not one.known_by.search(text) or _understood(one.known_by.sub(one.right, text)) <= broken:
            continue
        near = [found for found in one.known_by.finditer(text) if text.count("\n", 0, found.start("at")) <= broken]
        if near:
            at = near[-1].start("at")
            said = one.said.replace("{code}", code_of(text[at]))
            return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), said
    return None


def _understood(text: str) -> int:
    """The line on which a text stops being understood, counted from 0; the one behind its last where it never does."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CBaseLoader):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return int(mark.line) if mark else 0
    except (yaml.YAMLError, ValueError):
        return 0  # a sign that no such text may hold: how far it would be understood is not known
    return text.count("\n") + 1
