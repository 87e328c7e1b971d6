"""What the builder warns of, as problems for the person who keeps the records."""

import logging
import re

from generators.problem import Problem


class BuilderWarnings(logging.Handler):
    """Remembers what the builder warned of."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember it."""
        self.words.append(record.getMessage())


def as_problem(words: str) -> Problem:
    """A warning, at the page of `docs/` that it names."""
    named = re.search(r"Doc file '([^']+)'", words)
    return Problem(f"docs/{named[1]}" if named else "docs", 1, 1, "", words)


def silent_on_dirty_builds() -> None:
    """A preview makes only the pages of which the stage says that they are others now, which is exact: no warning."""
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())
