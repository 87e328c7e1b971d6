"""What must hold between dip samples, their cases and the functions they are of."""

import re
from collections.abc import Iterator

from generators.archive import Archive
from generators.ids import outer
from generators.problem import Finding, count, nearest
from generators.rules import Said, every, warnings
from generators.sections.dip_samples import checks_of_graders, checks_of_numbers
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.records.function import OUTCOMES
from generators.sections.dip_samples.tallies import cases_of, function_of, outcome_of

ALLEGATIONS = re.compile(r"[^:]*[^:\s]\s*:\s*[^:]*[^:\s]")
"""Numbers of allegations, a colon and their outcome."""
AGAINST = re.compile(r"[A-Za-z]\s+(?:[vV]|vs|versus)\.?\s+[A-Z][A-Za-z]{2}")
"""How a case is called after those who stand against each other."""
NAME = re.compile(r"(?:[A-Z][a-z\u2019'-]+|[A-Z]\.?)(?:\s+[A-Z]\.?)*(?:\s+[A-Z][a-z\u2019'-]+[A-Za-z]*)+")
"""Words with capitals and no digit, like a first name and a last name."""
NUMBER = "Write the number of the file, like `CO/105/17`."
PRINTED = " If the paper prints it so, write `printed_so: yes` and say in a note what is odd."


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every record."""
    yield from every(archive, Function, (words_for_outcomes,))
    yield from every(archive, DipSample, (identity, numbers, outcomes, answer))
    yield from every(archive, Case, (against, allegations, response))
    yield from warnings(archive, Case, (named,))
    yield from views(archive)
    yield from checks_of_graders.check(archive)
    yield from checks_of_numbers.check(archive)


def words_for_outcomes(_: Archive, function: Function) -> Said:
    """A standard outcome means itself."""
    for words, outcome in function.outcomes.items():
        if words.casefold() in OUTCOMES and words.casefold() != outcome:
            yield ("outcomes", words), f'"{words}" is a standard outcome and always counts as itself. Take it out.'


def identity(archive: Archive, sample: DipSample) -> Said:
    """The name of the file says when and of what the sample is, once its function is one that there is."""
    known = archive.get(Function, sample.function) is not None
    if not sample.date and not sample.date_as_printed:
        yield ("date",), "say when the files were read: a `date`, or in words as `date_as_printed`, like `not known`."
    elif sample.date and sample.id != f"{sample.date.isoformat()}-{sample.function}":
        expected = f"{sample.date.isoformat()}-{sample.function}"
        if known and not re.fullmatch(rf"{re.escape(expected)}-\d+", sample.id):
            yield (), f"this sample is of {sample.date} and of {sample.function}. Name the files {expected}."
    elif known and not sample.id.endswith(f"-{sample.function}"):
        yield (), f"this sample is of {sample.function}. Let the names of the files end in -{sample.function}."


def numbers(archive: Archive, sample: DipSample) -> Said:
    """No more was read than picked, and no more picked than there was, unless it is printed so."""
    picked, there, rows = sample.sample_size, sample.population, len(cases_of(archive).get(sample.id, ()))
    if sample.printed_so or picked is None:
        return
    if there is not None and picked > there:
        yield ("sample_size",), f"{count(picked, 'file')} picked, and only {there} to pick from.{PRINTED}"
    elif sample.picked == "all" and there is not None and picked != there:
        yield ("picked",), f"not all were read: {picked} of {there}. Say how they were picked."
    readable = picked - (sample.not_opened or 0)
    if readable < 0:
        yield ("not_opened",), f"{count(sample.not_opened or 0, 'file')} not opened, and only {picked} picked.{PRINTED}"
    elif rows > readable:
        message = f"more was read than picked: {count(rows, 'row')} for {count(readable, 'file')} that could be read."
        yield ("sample_size",), f"{message}{PRINTED}"
    total = sum(entry.number for entry in sample.counts)
    if sample.counts and readable >= 0 and total != readable:
        yield ("counts",), f"the outcomes add up to {total}, and {count(readable, 'file')} could be read.{PRINTED}"


def outcomes(archive: Archive, sample: DipSample) -> Said:
    """Printed outcomes stand once each, and are not counted a second time in rows."""
    seen = set()
    for number, entry in enumerate(sample.counts):
        if entry.outcome in seen:
            yield ("counts", number, "outcome"), f'"{entry.outcome}" stands above already. Add the numbers up there.'
        seen.add(entry.outcome)
    if sample.counts and cases_of(archive).get(sample.id) and sample.listed == "every case":
        message = "the rows say it already. Take the counts out, or write `listed: examples` if the rows are only some."
        yield ("counts",), message


def answer(_: Archive, sample: DipSample) -> Said:
    """The force answers after the files were read, and members look again later still."""
    if sample.force_response_on and not sample.force_response:
        yield ("force_response_on",), "there is a day and no answer. Write the answer as `force_response`."
    if sample.date and sample.force_response_on and sample.force_response_on < sample.date:
        yield ("force_response_on",), f"{sample.force_response_on} is before the files were read, on {sample.date}."
    if sample.date and sample.follow_up and sample.follow_up < sample.date:
        yield ("follow_up",), f"{sample.follow_up} is before the files were read, on {sample.date}."


def views(archive: Archive) -> Iterator[Finding]:
    """Every reviewer's view is a standard outcome, or its words are mapped to one; said once of each wording."""
    unknown: dict[tuple[str, str], list[Case]] = {}
    for sample in archive.all(DipSample):
        for case in cases_of(archive).get(sample.id, ()):
            function = archive.get(Function, function_of(sample, case))
            if case.view and function and outcome_of(function, case.view) is None:
                unknown.setdefault((function.id, case.view.casefold()), []).append(case)
    for (id, words), cases in unknown.items():
        yield Finding(cases[0].path, ("view",), _unmapped(archive.get(Function, id), words, cases), cases[0].line)


def _unmapped(function: Function | None, words: str, cases: list[Case]) -> str:
    known = {name.casefold() for name in function.outcomes} if function else set()
    again = f" It stands in {count(len(cases) - 1, 'more row')}." if len(cases) > 1 else ""
    path = function.path if function else ""
    view = cases[0].view or ""
    key = view if re.fullmatch(r"\w[\w .,/()-]*", view) else f'"{view}"'
    return (
        f'"{view}" is not mapped to a standard outcome.{nearest(words, {*OUTCOMES, *known})} The standard outcomes are '
        f"{', '.join(OUTCOMES)}. Write which of them it counts as beneath `outcomes` in {path}, like "
        f"`{key}: {OUTCOMES[-1]}`.{again}"
    )


def against(_: Archive, case: Case) -> Said:
    """A file is not told of by those who stand against each other in it."""
    if AGAINST.search(case.file):
        yield ("file",), f'"{case.file}" names a party to the case. {NUMBER}'


def named(_: Archive, case: Case) -> Said:
    """Nor by what could be somebody's name."""
    if NAME.fullmatch(case.file):
        yield ("file",), f'"{case.file}" looks like somebody\'s name. {NUMBER}'


def allegations(_: Archive, case: Case) -> Said:
    """Each has its outcome after a colon."""
    for entry in case.allegations:
        if not ALLEGATIONS.fullmatch(entry):
            yield ("allegations",), f'"{entry}" has no outcome. Write it like `1, 2: not upheld; 3: upheld`.'


def response(archive: Archive, case: Case) -> Said:
    """A response comes after the review, and what is awaited has not come."""
    sample = archive.get(DipSample, outer(case.id))
    if case.responded_on and not case.response:
        yield ("responded_on",), "there is a day and no response. Write the response too."
    if sample and sample.date and case.responded_on and case.responded_on < sample.date:
        yield ("responded_on",), f"{case.responded_on} is before the file was read, on {sample.date}."
    if case.answer in ("awaited", "none printed") and case.response:
        yield ("answer",), f'there is a response, and the answer is "{case.answer}". Take one of them out.'
    if case.answer == "promised" and not case.response:
        yield ("answer",), "an answer that is promised is promised in a response. Write that response too."
    if case.learning_for and not case.learning:
        yield ("learning_for",), "say what is to be learnt too, in `learning`."
