"""What the home page says of the tracker: how much is not closed or overdue, and what is due next."""

from datetime import date

from generators.archive import Archive
from generators.glance import Counted, Due, Glance
from generators.link import Link
from generators.raised import address_of
from generators.sections.recommendations.pages.lists import OVERDUE, STILL_OPEN
from generators.sections.recommendations.rows import words_of
from generators.sections.recommendations.statuses import OPEN
from generators.sections.recommendations.tracker import tracker


def glance(archive: Archive, today: date) -> Glance:
    """Nothing where nothing was ever asked for."""
    tracked = tracker(archive)
    if not tracked:
        return Glance()
    still_open = [found for found in tracked if found.standing(today).status in OPEN]
    overdue = sum(found.is_overdue(today) for found in still_open)
    ahead = [
        Due(found.raised.due, Link(words_of(found), address_of(found.raised.ref)), found.raised.kind)
        for found in still_open
        if found.raised.due and found.raised.due >= today
    ]
    counted = (
        Counted(Link("Recommendations and actions not closed", STILL_OPEN.address), len(still_open)),
        Counted(Link("Overdue", OVERDUE.address), overdue, "warn" if overdue else "plain"),
    )
    return Glance(counted, tuple(sorted(ahead, key=lambda due: due.date)))
