"""What an office file points to outside itself."""

from collections.abc import Iterator

from generators.inspect.found import Found
from generators.inspect.office.package import Package
from generators.inspect.places import is_private


def look_at_relations(package: Package) -> Iterator[Found]:
    """Links to private places, and everything that is taken from other files."""
    for relation in package.relations():
        where = relation.source or "the whole file"
        if not relation.is_outside:
            continue
        if is_private(relation.target) or (
            "://" not in relation.target and not relation.target.startswith(("mailto:", "tel:", "#"))
        ):
            yield Found("local-link", where, f"a {relation.kind} leads to a private place or another file")
        if relation.kind != "hyperlink":
            yield Found("external-link", where, f"a {relation.kind} is taken from outside the file")
