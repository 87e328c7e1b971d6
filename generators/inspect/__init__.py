"""Whether an attached file holds more than it shows.

Each kind of file has its modules, one for each kind of check; `rules` says what is looked for and why. Nothing here
opens or writes a file, except `clean` and the command line for it.
"""

import warnings
from collections.abc import Callable, Iterator, Mapping

from generators.inspect.found import Found, Inspection, inspection
from generators.inspect.kinds import Kind, fits, kind_of
from generators.inspect.names import look_at_name

LARGEST = 150_000_000
"""Bytes: no larger file is looked at."""


def inspect(name: str, content: bytes) -> Inspection:
    """Look at a file: by its name, and at everything in it."""
    return inspection((*look_at_name(name), *_look(name, content)))


def _look(name: str, content: bytes) -> Iterator[Found]:
    if not content.strip(b"\0 \t\r\n"):
        yield Found("empty", "the whole file", "there is nothing in it")
        return
    if len(content) > LARGEST:
        yield Found("too-large", "the whole file", f"it has more than {LARGEST // 1_000_000} million bytes")
        return
    kind = kind_of(name, content)
    if not fits(name, kind):
        yield Found("wrong-type", "the whole file", f"by its content it is {kind.words}, by its name it is not")
    yield from _found_in(kind, content)


def _found_in(kind: Kind, content: bytes) -> Iterator[Found]:
    found: list[Found] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the libraries find odd is said here in our own words
            for one in _looker(kind)(content):
                found.append(one)  # noqa: PERF402 - what was found before a fault counts too
    except Exception as fault:  # a damaged file makes the libraries fail in any way
        found.append(Found("damaged", "the whole file", f"reading it failed ({type(fault).__name__})"))
    yield from found


def _looker(kind: Kind) -> Callable[[bytes], Iterator[Found]]:
    """What looks at this kind of file, loaded when there is one."""
    if kind.name == "pdf":
        from generators.inspect.pdf import look_at_pdf

        return look_at_pdf
    if kind.name in ("word", "workbook"):
        from generators.inspect.office import look_at_office

        return look_at_office
    if kind.name in ("jpeg", "png", "gif", "webp", "tiff"):
        from generators.inspect.images import look_at_image

        return look_at_image
    if kind.name in ("csv", "text"):
        from generators.inspect.plain import look_at_table, look_at_text

        return look_at_table if kind.name == "csv" else look_at_text
    return lambda _: iter((REFUSED[kind.name],))


REFUSED: Mapping[str, Found] = {
    "old office": Found("old-office-format", "the whole file", "its format is not looked into"),
    "archive": Found("archive", "the whole file", "the files in it are not looked at"),
    "markup": Found("active-content", "the whole file", "pictures and pages in markup are not published as files"),
    "other": Found("unknown-type", "the whole file", "its kind is not known"),
}
"""What is said of kinds that are not looked into."""
