"""Looking at a file in another process, within bounds of time and memory, so that no file can end this one."""

import subprocess
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import orjson

from generators.inspect.found import Found, Inspection, inspection
from generators.inspect.text.piece import Piece

LONGEST = 120
"""Seconds for a small file. One of five hundred pages of text takes a quarter of that."""
SECONDS_A_MEGABYTE = 8


class Looked(NamedTuple):
    """The answer for a file, and its text."""

    inspection: Inspection
    pieces: tuple[Piece, ...] = ()


def look_apart(name: str, content: bytes) -> Looked:
    """The answer for a file and its text; where there was no answer, that nothing could be seen."""
    command = [sys.executable, "-P", "-m", "generators.inspect", name.replace("\0", "\ufffd")]
    seconds = LONGEST + SECONDS_A_MEGABYTE * len(content) // 1_000_000
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=seconds, check=True)
        answer = orjson.loads(done.stdout)
        return Looked(to_inspection(answer), tuple(Piece(*one) for one in answer["pieces"]))
    except subprocess.TimeoutExpired:
        return _blind(f"it took more than {seconds} seconds")
    except (subprocess.CalledProcessError, OSError, orjson.JSONDecodeError, ValueError):
        return _blind("the program that reads it broke off")


def inspect_apart(name: str, content: bytes) -> Inspection:
    """The answer for a file alone."""
    return look_apart(name, content).inspection


def to_inspection(answer: Mapping[str, Any]) -> Inspection:
    """An answer from its plain form."""
    return Inspection(answer["outcome"], tuple(Found(*one) for one in answer["found"]))


def to_plain(answer: Inspection, pieces: Iterable[Piece] = ()) -> dict[str, object]:
    """The plain form of an answer."""
    return {
        "outcome": answer.outcome,
        "found": [[one.rule, one.where, one.words] for one in answer.found],
        "pieces": [[text.encode("utf-8", "replace").decode() for text in piece] for piece in pieces],
    }


def _blind(words: str) -> Looked:
    return Looked(inspection([Found("too-long", "the whole file", words)]))
