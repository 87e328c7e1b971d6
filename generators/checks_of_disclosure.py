"""What every register has to say of its numbers before it is published, whatever section it belongs to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generators.archive import Archive
from generators.disclosure import Decided, Declared, is_guarded, is_protected, needs_decision, people
from generators.problem import Finding, count
from generators.record import Record
from generators.register import Register
from generators.rules import Said
from generators.texts import texts

COUNT_NOBODY: Mapping[str, str] = {
    "forward-plan": "Its rows are reports that a body asked for.",
    "letters": "Its rows are letters between public bodies.",
    "recommendation-updates": "Its rows are what was done about recommendations.",
}
"""The registers that need not say whom their rows tell of, and why. Every other has the fields of `Declared`."""
SHOWN_ONE_BY_ONE: Mapping[str, str] = {
    "gifts-register": "every offer stands on the site by itself",
}
"""The registers whose rows are all shown, and why their numbers are exact: whoever counts the rows has them."""
TABLE = re.compile(r"(?m)^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$")
"""The line beneath the head of a table in Markdown."""


PEOPLE = "files?|cases?|records?|people|persons?|victims?|complaints?|children|adults|officers?|complainants?|women|men"
NUMBERS = re.compile(
    rf"\b\d[\d,]*\s+(?:out\s+)?of\s+(?:the\s+|these\s+|those\s+)?\d[\d,]*\b|\b\d[\d,]*\s+(?:[a-z]+\s+)?(?:{PEOPLE})\b"
    r"|\b\d[\d,]*\s+(?:was|were|had|have)\b|\b\d[\d,.]*(?:%|\s+per\s?cent\b)"
)
"""Numbers of people in a text, and shares of them; days and numbers of papers are none."""
OF_COLUMNS = frozenset({"bases", "columns", "rules"})
"""The fields that say what a column is, and no story: they need the number that its percentages are of."""


def findings(archive: Archive) -> Iterator[Finding]:
    """What registers do not say of how their numbers are protected."""
    published = [(noun, one) for noun, one in _registers(archive) if one.publication == "published"]
    declared = [(noun, one) for noun, one in published if isinstance(one, Declared)]
    for noun, register in declared:
        for where, message in (*declaration(register), *_shown(register, noun), *_tables(register)):
            yield Finding(register.path, where, message, register.line)
        for where, message in _numbers(register) if register.disclosure == "people-threshold-rounded" else ():
            yield Finding(register.path, where, message, register.line, is_warning=True)
    undecided = [(noun, one) for noun, one in declared if isinstance(one, Decided) and needs_decision(one)]
    for _, of_kind in groupby(undecided, lambda pair: pair[0]):
        yield _undecided([register for _, register in of_kind])
    protected = [register for _, register in declared if is_protected(register) and register.disclosure]
    office = archive.records["office"].get("office")
    if protected and getattr(office, "repository", None):
        yield _in_public(protected)


def _registers(archive: Archive) -> Iterator[tuple[str, Record]]:
    """Every register, with the noun of its kind."""
    for kind in archive.kinds:
        if issubclass(kind.type, Register):
            yield from ((kind.noun, register) for register in archive.records[kind.noun].values())


def declaration(register: Declared) -> Said:
    """It says whom its rows tell of and how its numbers are protected."""
    if not register.rows_about:
        message = (
            "say whom the rows tell of before this is published: "
            "nobody, organisations, adults, children, or applicants and staff."
        )
        yield ("rows_about",), message
    if register.disclosure is None:
        message = (
            "say how the numbers are protected before this is published: process-exact for counts of what was done, "
            "people-threshold-rounded for counts of people."
        )
        yield ("disclosure",), message
    if register.disclosure == "people-threshold-rounded" and register.rows_about and not people(register):
        yield ("disclosure",), "the rows tell of no people. Write process-exact, or say in `rows_about` of whom."
    if "nobody" in register.rows_about and len(register.rows_about) > 1:
        yield ("rows_about",), "nobody stands alone. Take it out, or the others."


def _shown(register: Declared, noun: str) -> Said:
    """Numbers that anybody can count again are exact."""
    why_exact = SHOWN_ONE_BY_ONE.get(noun)
    if why_exact and register.disclosure == "people-threshold-rounded":
        message = f"{why_exact}, and anybody can count them: to round their number would protect nobody. "
        yield ("disclosure",), f"{message}Write process-exact, and see that no row points to a private person."


def _tables(record: Record) -> Said:
    """A table in a text cannot be rounded: it would show what the page hides."""
    if is_guarded(record):
        for where, text in texts(record):
            if TABLE.search(text):
                message = "a table in a text cannot be protected, and this register's numbers are. Take the table out."
                yield where, f"{message} Say in words what it shows, without numbers of people."


def _numbers(record: Record) -> Said:
    """Nor can a number in a text be rounded: whoever wrote it is asked to look again."""
    for where, text in texts(record):
        found = [" ".join(match[0].split()) for match in NUMBERS.finditer(text)]
        if found and where[0] not in OF_COLUMNS:
            words = ", ".join(f'"{each}"' for each in dict.fromkeys(found))
            message = f"{words} can be a number that the page hides or rounds. Say it without exact numbers."
            yield where, message


def _undecided(registers: Sequence[Record]) -> Finding:
    message = (
        "nobody is on record as having decided that exact numbers about people are shown. "
        "Once it is decided, add `disclosure_decided` with `by` (a role) and `date`."
    )
    return _once(registers, message)


def _in_public(registers: Sequence[Record]) -> Finding:
    message = (
        "the page hides small numbers, and this file has them exactly: they are as public as the `repository` that "
        "content/office.yml names. Keep these records in a private repository, and take `repository` out."
    )
    return _once(registers, message)


def _once(registers: Sequence[Record], message: str) -> Finding:
    """A warning that holds for several registers, on the first of them."""
    first, *others = registers
    again = f" The same holds for {count(len(others), 'other register')}." if others else ""
    return Finding(first.path, ("disclosure",), message + again, is_warning=True)
