"""What must hold within the items of a meeting, and between them and other meetings."""

from generators.archive import Archive
from generators.in_pack import not_there
from generators.problem import Where, did_you_mean
from generators.rules import Said
from generators.sections.meetings.places import ItemPlace, item_places, item_slug
from generators.sections.meetings.raised import is_binding
from generators.sections.meetings.records import Meeting, Paper
from generators.sections.meetings.records.item import Decision, Item


def check(archive: Archive, meeting: Meeting) -> Said:
    """Every rule of items over the items of one meeting."""
    yield from numbers(meeting)
    yield from declarations(meeting)
    for number, (item, place) in enumerate(zip(meeting.items, item_places(meeting), strict=True)):
        where = ("items", number)
        yield from business(item, where)
        yield from in_private(archive, item, where)
        yield from carrying_out(item, place, where)
        yield from earlier(archive, meeting, item, where)
        yield from in_the_pack(archive, meeting, item, where)
        later = archive.get(Meeting, item.deferred_to)
        if later and later.date <= meeting.date:
            yield (
                (*where, "deferred_to"),
                f"the meeting of {later.date} does not come after this one, of {meeting.date}.",
            )


def in_the_pack(archive: Archive, meeting: Meeting, item: Item, where: Where) -> Said:
    """The pages that an item and its decisions name are in what is attached."""
    if wrong := not_there(archive, meeting.id, item.pack_page):
        yield (*where, "pack_page"), wrong
    for number, decision in enumerate(item.decisions):
        if wrong := not_there(archive, meeting.id, decision.pack_page):
            yield (*where, "decisions", number, "pack_page"), wrong


def numbers(meeting: Meeting) -> Said:
    """Every item can be linked to by a number or id that no other item has."""
    told: set[int] = set()
    for name in ("number", "minute"):
        seen: dict[str, int] = {}
        for number, item in enumerate(meeting.items):
            printed = getattr(item, name)
            if printed in seen and not item.id:
                message = (
                    f'item {seen[printed] + 1} has the number "{printed}" already. '
                    "If the paper prints it twice, give this one an `id`."
                )
                if number not in told:
                    yield ("items", number, name), message
                told.add(number)
            elif printed:
                seen.setdefault(printed, number)
    slugs: dict[str, int] = {}
    for number, item in enumerate(meeting.items):
        link = item_slug(item)
        if not link:
            yield ("items", number), "the item has no number. Give it an `id` for its permanent link, like `visits`."
        elif link in slugs and (item.id or not _same_number(item, meeting.items[slugs[link]])):
            yield (
                ("items", number),
                f'item {slugs[link] + 1} has the link "item-{link}" already. Give this one an `id`.',
            )
        slugs.setdefault(link, number)


def declarations(meeting: Meeting) -> Said:
    """A declaration is somebody's; it and a question concern items that exist."""
    known = {printed for item in meeting.items for printed in (item.id, item.number, item.minute) if printed}
    if meeting.none_declared and meeting.declarations:
        yield ("none_declared",), "there are `declarations` too. Take this out, or take them out."
    for number, declaration in enumerate(meeting.declarations):
        where = ("declarations", number)
        if not declaration.person and not declaration.role:
            yield where, "say who declared it: a `person` or a `role`."
        for position, printed in enumerate(declaration.items):
            if printed not in known:
                message = f'there is no item "{printed}" in this meeting.{did_you_mean(printed, known)}'
                yield (*where, "items", position), message
    for number, question in enumerate(meeting.questions):
        if question.item and question.item not in known:
            message = f'there is no item "{question.item}" in this meeting.{did_you_mean(question.item, known)}'
            yield ("questions", number, "item"), message


def business(item: Item, where: Where) -> Said:
    """Votes are counted once; action ids are not repeated."""
    for number, decision in enumerate(item.decisions):
        yield from _vote(decision, (*where, "decisions", number))
    seen: set[str] = set()
    for number, action in enumerate(item.actions):
        if action.id and action.id in seen:
            yield (*where, "actions", number, "id"), f'another action of this item has the id "{action.id}".'
        seen.add(action.id or "")


def in_private(archive: Archive, item: Item, where: Where) -> Said:
    """What was taken in private says why, and its papers are not published."""
    if item.access == "public":
        if item.exempt_reason:
            yield (
                (*where, "exempt_reason"),
                "a reason is given, and `access` is not exempt. Add it or take the reason out.",
            )
        return
    if not item.exempt_reason:
        yield (*where, "access"), "an item taken in private needs its `exempt_reason`."
    for number, id in enumerate(item.papers):
        paper = archive.get(Paper, id)
        if paper and paper.publication == "published":
            message = "the paper belongs to an item taken in private, and is published. Make it a draft."
            yield (*where, "papers", number), message


def carrying_out(item: Item, place: ItemPlace, where: Where) -> Said:
    """What carries out a decision names one of the same item, after which something is to happen."""
    decisions = dict(zip(place.decisions, item.decisions, strict=True))
    named = [("actions", number, action.carries_out) for number, action in enumerate(item.actions)]
    named += [("reports_requested", number, wanted.carries_out) for number, wanted in enumerate(item.reports_requested)]
    for group, number, end in named:
        decision = decisions.get(end or "")
        if end and decision is None:
            message = f'this item has no decision "{end}".{did_you_mean(end, decisions)}'
            yield (*where, group, number, "carries_out"), message
        elif decision and not is_binding(decision):
            message = f"the outcome of that decision is {decision.outcome}, so it asks for nothing. Take this out."
            yield (*where, group, number, "carries_out"), message


def earlier(archive: Archive, meeting: Meeting, item: Item, where: Where) -> Said:
    """What an item takes up came before it."""
    for number, reference in enumerate(item.follows):
        other = archive.get(Meeting, reference.partition("#")[0])
        if other and other.date > meeting.date:
            message = f"the meeting of {other.date} comes after this one, of {meeting.date}."
            yield (*where, "follows", number), message


def _vote(decision: Decision, where: Where) -> Said:
    vote = decision.vote
    for number, recorded in enumerate(vote.recorded if vote else ()):
        if not recorded.person and not recorded.by:
            yield (*where, "vote", "recorded", number), "say who voted so: a `person`, or the name as printed in `by`."
    if vote and vote.unanimous and vote.votes_against:
        yield (*where, "vote", "votes_against"), "a vote with somebody against it is not unanimous."
    if decision.outcome != "amended" and decision.old_wording and not decision.new_wording:
        yield (*where, "old_wording"), "give the `new_wording` too."


def _same_number(item: Item, other: Item) -> bool:
    """Whether the two share a printed number, which is a problem of its own."""
    return bool((item.minute and item.minute == other.minute) or (item.number and item.number == other.number))
