"""How to read the control charts, shown on a series that is made up for the purpose and says so."""

from datetime import date

from generators.frame import HOME
from generators.page import ALONE, Page
from generators.periods import Period
from generators.sections.performance.figures import control_chart
from generators.sections.performance.pages.order import PERFORMANCE
from generators.sections.performance.records.measure import Event, Measure, PeriodValue, Reset
from generators.sections.performance.series import points, series
from generators.sections.performance.shapes import SHAPES
from generators.sections.performance.standing import WORDS
from generators.spc.words import paragraph

ADDRESS = "performance/how-to-read/"
FIRST = Period("month", 2030 * 12)
VALUES = (
    41, 38, 44, 40, 37, 43, 39, 42, 36, 41, 45, 40, 38, 43, 71, 39, 42, 37,
    29, 31, 26, 30, 28, 33, 27, 30, 32, 28, 31, 29, 26, 30,
)  # fmt: skip
"""An illustrative series: a spike in the fifteenth month, and a lower level from the nineteenth."""
SPIKE, LOWER = 14, 18


def how_to_read() -> Page:
    """The page that explains the charts. Its chart is of an illustrative measure, in years that are to come."""
    example = _example()
    found = series(example, points(example))
    figure = control_chart(found)
    values = {
        **ALONE,
        "words": paragraph(found.chart, found.state, found.context),
        "shapes": tuple((SHAPES[state], words) for state, words in WORDS.items()),
    }
    return Page(
        ADDRESS, "How to read these charts", "performance/how_to_read.md.jinja", values,
        section=PERFORMANCE.address, trail=(HOME, PERFORMANCE), figures=(figure,),
        description="What a control chart shows, what is usual and what stands out, without statistics.",
    )  # fmt: skip


def _example() -> Measure:
    decided = FIRST.after(LOWER + 3)
    return Measure(
        id="illustrative", path="", title="Illustrative complaints", row="One month", columns={}, theme="Illustrative",
        about="", unit="count", one="complaint", many="complaints", better="neither",  # type: ignore[arg-type]
        first=FIRST, last=FIRST.after(len(VALUES) - 1),
        values=tuple(PeriodValue(period=FIRST.after(at), value=float(value)) for at, value in enumerate(VALUES)),
        events=(Event(period=FIRST.after(SPIKE), words="An illustrative event"),),
        resets=(
            Reset(
                period=FIRST.after(LOWER), date=date(decided.first_day.year, decided.first_day.month, 10),
                reason="an illustrative change of recording was understood", by="an illustrative board",
            ),
        ),
    )  # fmt: skip
