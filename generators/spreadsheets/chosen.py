"""Which sheet of a file is imported."""

from collections.abc import Iterator

from generators.spreadsheets.book import Book, sheet_of
from generators.spreadsheets.columns_named import Names
from generators.spreadsheets.grid import LISTS, NotRead, Sheet
from generators.spreadsheets.header import LOOKED_AT


def chosen(book: Book, wanted: str, names: Names) -> Sheet:
    """The sheet that is imported. Raises NotRead where more than one could be meant."""
    every = ", ".join(f'"{name}"' for name in book.names)
    if wanted:
        named = next((name for name in book.names if name.casefold() == wanted.casefold()), None)
        if named is None:
            raise NotRead(f'it has no sheet "{wanted}". It has {every}.')
        return sheet_of(book, named)
    visible = [name for name in book.names if name not in book.hidden]
    if not visible:
        raise NotRead("all its sheets are hidden. Show the one that is meant, and save it.")
    filled = [sheet for name in visible if (sheet := sheet_of(book, name)).lines]
    if not filled:
        raise NotRead("there is nothing in its cells.")
    scores = [max(names.score(line.texts) for line in sheet.lines[:LOOKED_AT]) for sheet in filled]
    best = [sheet for sheet, score in zip(filled, scores, strict=True) if score == max(scores)]
    if len(filled) > 1 and (len(best) > 1 or not any(scores)):
        raise NotRead(f'it has several sheets ({every}). Name the one that is meant: --sheet "{best[0].name}".')
    return best[0]


def hidden_sheets(book: Book) -> Iterator[str]:
    """What is told of the sheets that nobody sees: those of lists in a template of ours are no news."""
    if hidden := ", ".join(f'"{name}"' for name in book.hidden if name != LISTS):
        yield f"Hidden sheets, not looked at: {hidden}."
