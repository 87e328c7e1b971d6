"""Who was there and who was not: lists, columns, one line, before the items or behind them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generators.minutes import name_columns
from generators.minutes.capacities import COLUMN, LEAD, Attendee, Capacity, Status, heading
from generators.minutes.document import Line
from generators.minutes.name_patterns import HONORIFIC, INITIALS, ROLE_WORD
from generators.minutes.names import Printed, people
from generators.minutes.paragraphs import Para
from generators.minutes.standing import as_they_serve, but_marked

TICKS: dict[Status, str] = {
    "present": "p present ✓ ✔ y yes",
    "apologies": "a ap apologies apols",
    "absent": "x absent n no",
}
"""What stands in a column beside a name."""
TICK: dict[str, Status] = {sign: status for status, signs in TICKS.items() for sign in signs.split()}
MARK = re.compile(r"[PAX✓✔]")
"""The same where it stands in the line of the name."""
IN_WORDS = re.compile(
    r"(?:(?P<role>.*?)\s*[-\u2013\u2014,:(]\s*)?(?P<word>present|(?:sent\s+|gave\s+)?apologies(?:\s+(?:received|sent|given))?|absent"
    r"|not\s+present|in\s+attendance)\)?",
    re.I,
)
"""The same in words, behind a name or behind a role: `Chair - present`."""
BEGINS: dict[str, Status] = {"present": "present", "in": "present", "absent": "absent", "not": "absent"}
"""What such words say, by the first of them; all others are apologies."""
PRESENCE = re.compile(r"present|attend|sederunt|\bchair\b", re.I)
"""A heading that itself says that those under it were there."""
ATTENDEES = re.compile(r"attendees|attending", re.I)
"""Behind a list of those present, those who only attended."""
IN_PART = re.compile(r"\b(?:in|for)\s+part\b", re.I)
BEGINS_ITEMS = re.compile(r"^(?:(?:agenda\s+)?item(?:\s+(?:no\.?|number))?$|part\s+(?:[a-d\d]|one|two|i+)\b)", re.I)
"""What stands over the items, behind the lists."""
IN_CHAIR = re.compile(
    r"^(?P<who>[^:.]{3,40}(?:[.,][^:.]{2,40}){0,3}?),?\s+(?:was\s+|took\s+|presided\s+)?in\s+the\s+chair\.?$", re.I
)
"""`Mr A Able in the Chair`, on a line of its own."""
Said = tuple[Capacity, Status]


@dataclass
class Lists:
    """The lists of a part, as far as they were read."""

    of_names: frozenset[Line] = frozenset()
    """Rows whose every cell is somebody's name."""
    found: list[Attendee] = field(default_factory=list)
    used: list[Para] = field(default_factory=list)
    state: Said | None = None
    """What the heading says under which the next line stands."""
    columns: list[Said | None] = field(default_factory=list)
    pending: list[Para] = field(default_factory=list)
    """Headings under which nobody was found yet."""
    aside: str = ""
    """What a heading says of how long those under it were there."""
    over: Status | None = None
    """What a heading over these headings says of everybody under them."""

    def begin(self, said: Said, text: str) -> Said:
        """Begin a list; where one on apologies has only headings so far, they are its parts."""
        if ATTENDEES.fullmatch(text.strip(" :")) and any(one.status == "present" for one in self.found):
            said = ("in attendance", "present")
        is_part = said[1] == "present" and not PRESENCE.search(text)
        if is_part and self.state and self.pending and self.state[1] in ("apologies", "absent"):
            self.over = self.state[1]
        elif not is_part:
            self.over = None
        self.state = (said[0], self.over) if self.over else said
        self.aside = text.strip(" :") if IN_PART.search(text) else ""
        self.columns = []
        return self.state

    def add(self, para: Para, named: Sequence[tuple[Printed, Capacity, Status]]) -> None:
        """Take those whom a paragraph names."""
        self.found += [
            Attendee(replace(one, aside=one.aside or self.aside), capacity, status, para.first)
            for one, capacity, status in named
        ]
        self.used += [*self.pending, para]
        self.pending = []


def listed(paras: Sequence[Para], *, invited: bool) -> tuple[list[Attendee], list[Para]]:
    """Those whom lists name, and the paragraphs that do."""
    lists = Lists(name_columns.of_names(paras))
    for para in paras:
        if para.cells:
            _of_cells(lists, para)
        else:
            _of_text(lists, replace(para, text=para.rest) if para.bullet and not para.label else para)
    found = as_they_serve(but_marked(lists.found, paras))
    if invited:
        found = [replace(one, status="invited") if one.status == "present" else one for one in found]
    return found, lists.used


def _of_cells(lists: Lists, para: Para) -> None:
    """A row: of headings, with a heading in front, under headings, or under names of columns."""
    heads = [heading(cell) for cell in para.cells]
    if BEGINS_ITEMS.match(para.cells[0]):
        lists.state, lists.columns = None, []
    elif lists.state and para.first in lists.of_names:
        lists.add(para, [(one, *lists.state) for cell in para.cells for one in people(cell)])
    elif sum(map(bool, heads)) > 1:
        lists.columns = heads
        lists.pending.append(para)
    elif heads[0] and any(para.cells[1:]):
        said = lists.begin(heads[0], para.cells[0])
        lists.add(para, [(one, *said) for cell in para.cells[1:] for one in people(cell)])
    elif lists.columns:
        pairs = zip(para.cells, lists.columns, strict=False)
        lists.add(para, [(one, *headed) for cell, headed in pairs if headed for one in people(cell)])
    elif lists.state and all(COLUMN.match(cell) or not cell for cell in para.cells):
        lists.pending.append(para)
    elif lists.state and (named := list(_in_row(para, lists.state))):
        lists.add(para, named)


def _of_text(lists: Lists, para: Para) -> None:
    """A heading, a heading with people behind it, people, or the rest of a role."""
    whole = heading(para.text)
    lead = LEAD.match(para.text)
    headed = heading(lead["head"] or lead["head2"]) if lead else None
    chair = IN_CHAIR.match(para.text)
    if chair and (named := people(chair["who"])) and not headed:
        _in_chair(lists, para, named[0])
    elif BEGINS_ITEMS.match(para.text):
        lists.state = None
    elif lists.pending and not para.text.strip(" :"):
        lists.pending.append(para)  # the colon of the heading above it, on a line of its own
    elif whole:
        lists.begin(whole, para.text)
        lists.pending.append(para)
    elif lead and headed:
        named = list(_of_line(lead["rest"] or lead["rest2"]))
        if named:
            words = lead["head"] or lead["head2"]
            said, chairs = lists.begin(headed, words), re.search(r"in\s+the\s+chair", words, re.I) is not None
            lists.add(para, [(replace(one, in_chair=one.in_chair or chairs), *said) for one in named])
    elif lists.state and (row := list(_in_row(para, lists.state))):
        lists.add(para, row)
    elif lists.state and lists.found and not para.first.gap and _is_role(para):
        last = lists.found[-1]
        role = f"{last.printed.role} {para.text.strip()}".strip()
        lists.found[-1] = replace(last, printed=replace(last.printed, role=role))
        lists.used.append(para)
    elif lists.state and (len(para.text) > 160 or para.text.rstrip().endswith(":")):
        lists.state = None


def _in_chair(lists: Lists, para: Para, chair: Printed) -> None:
    """Somebody said to be in the chair: listed already, or not."""
    same = [one.printed.name.casefold() == chair.name.casefold() for one in lists.found]
    if any(same):
        found = [
            replace(one.printed, in_chair=True) if so else one.printed
            for one, so in zip(lists.found, same, strict=True)
        ]
        lists.found = [replace(one, printed=printed) for one, printed in zip(lists.found, found, strict=True)]
        lists.used.append(para)
    else:
        lists.add(para, [(replace(chair, in_chair=True), "member", "present")])


def _is_role(para: Para) -> bool:
    """Whether a line is the rest of a role that the print broke."""
    return (
        not para.cells
        and len(para.text.split()) < 7
        and bool(ROLE_WORD.search(para.text))
        and not re.search(r"[.:\d]", para.text)
    )


def _in_row(para: Para, state: Said) -> Iterator[tuple[Printed, Capacity, Status]]:
    """Everybody of one paragraph or row; in a row the cells beside a name are the role, the initials or a tick."""
    capacity, status = state
    if not para.cells:
        yield from (_ticked(one, capacity, status) for one in _of_line(para.text))
        return
    current: Printed | None = None
    for cell in para.cells:
        tick = TICK.get(cell.strip(" .").lower())
        named = people(cell) if not tick else []
        is_role = bool(ROLE_WORD.search(cell)) and not (named and named[0].honorific)
        if current and tick:
            status = tick
        elif current and INITIALS.match(cell.strip("() ")):
            current = replace(current, initials=cell.strip("() "))
        elif named and not (current and (is_role or not named[0].honorific)):
            if current:
                yield current, capacity, status
            *before, current = named
            yield from ((one, capacity, status) for one in before)
        elif current and cell.strip():
            role = ", ".join(part for part in (current.role, cell.strip()) if part)
            current = replace(current, role=role)
    if current:
        yield current, capacity, status


def _ticked(one: Printed, capacity: Capacity, status: Status) -> tuple[Printed, Capacity, Status]:
    """`Ann Able (A)`, or `A` behind a dash: a letter, or words, in the place of a role that say who sent apologies."""
    if sign := MARK.fullmatch(one.role) or MARK.fullmatch(one.aside):
        return replace(one, role="", aside=""), capacity, TICK[sign[0].lower()]
    behind_role = IN_WORDS.fullmatch(one.role)
    words = behind_role or IN_WORDS.fullmatch(one.aside)
    if not words:
        return one, capacity, status
    begin, *_ = words["word"].lower().split()
    rest = words["role"] or ""
    left = replace(one, role=rest) if behind_role else replace(one, aside=rest)
    return left, "in attendance" if begin == "in" else capacity, BEGINS.get(begin, "apologies")


def _of_line(text: str) -> Iterator[Printed]:
    """Everybody in a line, unless it is a sentence."""
    if re.search(
        r"\d", re.sub(r"\([^()]*\)|\[[^\[\]]*\]|\b\d+ (?:other )?members? of the (?:public|press)", "", text)
    ) and not HONORIFIC.match(text):
        return
    if len(text) > 60 and re.search(
        r"\b(?:was|were|is|are|will|have|has|had|that|which|invited|gave|spoke|reported|presented|thanked|asked)\b",
        text,
    ):
        return
    named = people(text)
    yield from named
    if named:
        yield from (Printed(part, role=part) for part in _roles_alone(text, named))


def _roles_alone(text: str, named: Sequence[Printed]) -> Iterator[str]:
    """What stands between semicolons and is a role without a name: staff are often told of by role only."""
    for part in (part.strip(" .") for part in text.split(";")[1:]):
        is_taken = any(part in one.text or part in one.role for one in named)
        if ROLE_WORD.search(part) and len(part.split()) < 9 and not is_taken and not people(part):
            yield part
