"""Copies of files without what programs and cameras have written into them about people and places.

Only what nobody sees is left out; what is shown stays as it is, byte for byte where the format allows. What a person
must decide about, such as comments or hidden sheets, stays, and is named.
"""

from collections.abc import Callable, Mapping

from generators.inspect.clean.jpeg import clean_jpeg
from generators.inspect.clean.office import clean_office
from generators.inspect.clean.pdf import clean_pdf
from generators.inspect.clean.png import clean_png
from generators.inspect.kinds import kind_of

CLEANERS: Mapping[str, Callable[[bytes], bytes]] = {
    "pdf": clean_pdf,
    "word": clean_office,
    "workbook": clean_office,
    "jpeg": clean_jpeg,
    "png": clean_png,
}
"""What can be cleaned safely, by the kind of file."""


class NotCleaned(Exception):  # noqa: N818 - it says why
    """Why no copy was made."""


def clean(name: str, content: bytes) -> bytes:
    """The file without its metadata."""
    kind = kind_of(name, content)
    if kind.name not in CLEANERS:
        raise NotCleaned(f"No clean copy can be made of this file: it is {kind.words}.")
    try:
        return CLEANERS[kind.name](content)
    except Exception as fault:  # a damaged file makes the libraries fail in any way
        raise NotCleaned(
            f"No clean copy can be made of this file: reading it failed ({type(fault).__name__})."
        ) from fault
