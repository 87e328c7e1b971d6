"""What must hold within a published report, between it and the papers, and between the words that are explained."""

from collections.abc import Iterable, Iterator

from generators.archive import Archive
from generators.in_pack import not_there
from generators.problem import Finding, Where, did_you_mean
from generators.rules import Said, every
from generators.sections.performance import checks_of_measures
from generators.sections.performance.addresses import is_taken, taken
from generators.sections.performance.records import GlossaryTerm, Indicator, PerformanceReport


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every record."""
    yield from every(archive, PerformanceReport, (name, days, themes, numbers, measures, named, printed, pages))
    yield from _forms(archive)
    yield from checks_of_measures.check(archive)


def name(_: Archive, report: PerformanceReport) -> Said:
    """A report does not take the address of another page of the section."""
    if is_taken(report.id):
        yield (), f'{taken(report.id)} Name this file otherwise, like "force-2019-20-q4".'


def days(_: Archive, report: PerformanceReport) -> Said:
    """The period ends after it begins."""
    if report.last_day < report.first_day:
        yield ("last_day",), f"{report.last_day} is before the first day, {report.first_day}."


def themes(_: Archive, report: PerformanceReport) -> Said:
    """There is a theme, and something in it."""
    if not report.themes:
        yield ("themes",), "the report has no theme. Write at least one, with its indicators."
    for number, theme in enumerate(report.themes):
        if not theme.indicators:
            message = f'"{theme.title}" has no indicator. Write those that are printed, or take the theme out.'
            yield ("themes", number, "indicators"), message


def numbers(_: Archive, report: PerformanceReport) -> Said:
    """A number stands once; an indicator without one stands under the number of the one above."""
    taken: set[str] = set()
    for where, indicator in _indicators(report):
        if indicator.number is None and where[-1] == 0:
            yield (*where, "number"), "the first indicator of a theme needs its number."
        if indicator.number is None and indicator.number_as_printed:
            message = "say in `number` which number would stand here, and here what is printed in its place."
            yield (*where, "number_as_printed"), message
        if indicator.number in taken:
            message = f'"{indicator.number}" is the number of another indicator. Leave it out where this one stands '
            hint = "under the number above; where it is printed twice, say so in `number_as_printed`."
            yield (*where, "number"), message + hint
        taken |= {indicator.number} if indicator.number else set()


def measures(_: Archive, report: PerformanceReport) -> Said:
    """A measure stands once in a report."""
    taken: set[str] = set()
    for where, indicator in _indicators(report):
        if indicator.measure in taken:
            yield (*where, "measure"), f'"{indicator.measure}" is another indicator of this report already.'
        taken.add(indicator.measure)


def named(_: Archive, report: PerformanceReport) -> Said:
    """What is picked out or minuted is about measures of the report."""
    known = {indicator.measure for indicator in report.indicators}
    picked = ((("picked_out", n, "measures", m), measure) for n, one in enumerate(report.picked_out)
              for m, measure in enumerate(one.measures))  # fmt: skip
    minuted = ((("minutes", n, "measure"), one.measure) for n, one in enumerate(report.minutes) if one.measure)
    for where, measure in (*picked, *minuted):
        if measure not in known:
            yield where, f'this report has no measure "{measure}".{did_you_mean(measure, known)}'


def printed(_: Archive, report: PerformanceReport) -> Said:
    """What is shown the other way round is explained, and only that; a direction belongs to a step or a trend."""
    for where, indicator in _indicators(report):
        if indicator.complement and not indicator.complement_explained:
            message = "say in `complement_explained` what the value shows, since it is not what the title says."
            yield (*where, "complement"), message
        if indicator.complement_explained and not indicator.complement:
            message = "this explains a value that is shown the other way round. Say so: `complement: yes`."
            yield (*where, "complement_explained"), message
        if indicator.direction and indicator.state not in ("step shift", "trend"):
            message = "only a step shift or a trend has a direction. Say in `state` which it is, or take this out."
            yield (*where, "direction"), message


def pages(archive: Archive, report: PerformanceReport) -> Said:
    """A page of the pack is there, while the pack is attached."""
    for where, indicator in _indicators(report):
        if wrong := not_there(archive, report.in_meeting, indicator.pack_page):
            yield (*where, "pack_page"), wrong


def _indicators(report: PerformanceReport) -> Iterable[tuple[Where, Indicator]]:
    """Every indicator, and the way to it."""
    for at, theme in enumerate(report.themes):
        for number, indicator in enumerate(theme.indicators):
            yield ("themes", at, "indicators", number), indicator


def _forms(archive: Archive) -> Iterator[Finding]:
    """A word has one meaning."""
    first: dict[str, GlossaryTerm] = {}
    for term in archive.all(GlossaryTerm):
        for at, form in enumerate(term.forms):
            holder = first.setdefault(form.casefold(), term)
            if holder is not term:
                where: Where = ("also_written", at - 1) if at else ("term",)
                yield Finding(term.path, where, f'{holder.path} explains "{form}" already.')
