"""Where the figures of a published indicator go on: the measures of this site that carry it on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generators.archive import Archive
from generators.link import Link, to_record
from generators.sections.performance.pages.measures import in_order

Continued = Mapping[str, Sequence[Link]]
"""The pages of measures, by the short name that an indicator has in every report."""


def continued(archive: Archive) -> Continued:
    """Every measure that says which indicator it carries on."""
    found: dict[str, list[Link]] = defaultdict(list)
    for measure in in_order(archive):
        if measure.continues:
            _, _, indicator = measure.continues.partition("#")
            found[indicator].append(to_record(archive, measure))
    return dict(found)
