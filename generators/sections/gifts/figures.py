"""The figures of a register: its offers by answer and their declared value, year by year."""

from collections.abc import Sequence

from generators.figure import Figure
from generators.money import in_words
from generators.problem import count
from generators.sections.gifts.offers import sums
from generators.sections.gifts.records import ANSWERS, UNDATED, GiftOffer
from generators.table import Column

FEWEST = 2
"""Years: of one year alone a table says as much."""
LATEST = 15
"""Years in a chart: as many bars as a page can show."""
ANSWER_COLUMNS = (Column("year", "Financial year"), Column("answer", "Answer"), Column("offers", "Offers", number=True))
VALUE_COLUMNS = (
    Column("year", "Financial year"),
    Column("low", "At the least, £", number=True),
    Column("high", "At the most, £", number=True),
    Column("offers", "Offers", number=True),
    Column("unvalued", "Without a value", number=True),
)


def figures(title: str, offers: Sequence[GiftOffer]) -> tuple[Figure, ...]:
    """The figures of a register; none while it has offers of fewer than two years."""
    by_year: dict[str, list[GiftOffer]] = {}
    for offer in offers:
        if offer.year != UNDATED:
            by_year.setdefault(offer.year, []).append(offer)
    latest = dict(sorted(by_year.items())[-LATEST:])
    if len(latest) < FEWEST:
        return ()
    span = f"financial years {min(latest)} to {max(latest)}"
    return (_answers(title, latest, span), *_values(title, latest, span))


def _answers(title: str, by_year: dict[str, list[GiftOffer]], span: str) -> Figure:
    given = [
        answer for answer in ANSWERS if any(offer.answer == answer for found in by_year.values() for offer in found)
    ]
    rows = [
        (year, answer, sum(offer.answer == answer for offer in found))
        for year, found in by_year.items()
        for answer in given
    ]
    last = max(by_year)
    said = [f"{number} {answer}" for year, answer, number in rows if year == last and number]
    described = [
        f"{year}: " + ", ".join(f"{number} {answer}" for when, answer, number in rows if when == year and number)
        for year in by_year
    ]
    return Figure(
        name="answers",
        chart="gifts.charts.answers",
        title=f"{count(len(by_year[last]), 'offer')} in {last}: {', '.join(said)}",
        subtitle=f"{title}: offers by answer, {span}",
        description=f"Stacked bars for {count(len(by_year), 'year')}. {'; '.join(described)}.",
        columns=ANSWER_COLUMNS,
        rows=tuple(rows),
        shown=tuple(rows),
    )


def _values(title: str, by_year: dict[str, list[GiftOffer]], span: str) -> tuple[Figure, ...]:
    """The figure of declared values; none while no offer has one."""
    sum_of = {year: sums(found)[-1] for year, found in by_year.items()}
    if all(found.offers == found.unvalued for found in sum_of.values()):
        return ()
    last, total = max(sum_of.items())
    rows = tuple(
        (year, float(found.low), float(found.high), found.offers, found.unvalued) for year, found in sum_of.items()
    )
    described = [
        f"{year}: {found.words}, {found.unvalued} of {found.offers} without a value" for year, found in sum_of.items()
    ]
    said = "no value was declared" if total.offers == total.unvalued else f"a declared value of {total.words}"
    return (
        Figure(
            name="value",
            chart="gifts.charts.values",
            title=f"{count(total.offers, 'offer')} in {last}, with {said}"
            if total.offers != total.unvalued
            else f"{count(total.offers, 'offer')} in {last}; {said}",
            subtitle=f"{title}: declared value of all offers in pounds, accepted or not, {span}",
            description=f"A bar a year from nothing to the least, and on to the most. {'; '.join(described)}.",
            columns=VALUE_COLUMNS,
            rows=rows,
            shown=tuple(
                (
                    year,
                    in_words(found.low, found.low),
                    in_words(found.high, None if found.is_open else found.high),
                    found.offers,
                    found.unvalued,
                )
                for year, found in sum_of.items()
            ),
        ),
    )
