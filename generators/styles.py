"""The office's own colour as a style sheet. It is made from checked values only, and never from what was typed."""

from generators.archive import Archive
from generators.colour import accent

ADDRESS = "assets/office.css"
"""Where it lies; the office's mkdocs.yml names it."""


def styles(archive: Archive) -> bytes:
    """The names of the program's style sheet with the office's colours; none where it has not chosen any."""
    office = next(iter(archive.records["office"].values()), None)
    chosen = getattr(office, "accent", None)
    if chosen is None:
        return b"/* This office has chosen no colour of its own. */\n"
    used = accent(chosen)
    day = f":root {{ --accent: {used.light}; --accent-tint: {used.light_tint}; }}"
    night = f'[data-md-color-scheme="slate"] {{ --accent: {used.dark}; --accent-tint: {used.dark_tint}; }}'
    return f"{day}\n@media screen {{ {night} }}\n".encode()
