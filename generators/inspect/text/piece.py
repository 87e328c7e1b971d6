"""A piece of the text of a file."""

from typing import NamedTuple


class Piece(NamedTuple):
    """Some words with their place."""

    where: str
    """In words, like `page 3`; empty where the lines of the piece are the places."""
    name: str
    """What the piece is called where it stands, like the head of its column; empty in running text."""
    text: str
