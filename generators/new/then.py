"""What comes next for a record that was begun."""

from collections.abc import Iterator

from generators import sections
from generators.record import Kind


def then(kind: Kind, id: str, path: str) -> Iterator[str]:
    """What to do with it, a line each."""
    outer, _, own = id.rpartition("/")
    for section in sections.modules("proposals"):
        words = getattr(section, "THEN", {}).get(kind.noun, "")
        if words:
            yield words.format(id=id, outer=outer, own=own)
    yield f"It is a draft, which nobody sees but you. Go through {path}, then give the command `scrutiny check`."
    yield "When it may be seen, write `publication: published` in it, and `published:` with the day."
