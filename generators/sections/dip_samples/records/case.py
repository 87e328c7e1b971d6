"""One case of a dip sample."""

from typing import Literal

from generators.fields import CellText, SheetDate
from generators.proceedings import Proceedings
from generators.record import Record, fields
from generators.sections.dip_samples.records.ids import FunctionId


@fields
class Case(Record):
    """One file that was read in a dip sample, and what was said of it. One row of `data/dip-samples/<sample>.csv`."""

    file: CellText
    """The file's number, as printed, never a person's name. A file that stands in a paper twice has two rows."""
    function: FunctionId | None = None
    """What kind of file it is, by id, where it is not the kind that the sample is of."""
    categories: tuple[CellText, ...] = ()
    """The category or categories, as printed, with a semicolon between two."""
    allegations: tuple[CellText, ...] = ()
    """The allegations with their own outcomes and a semicolon between two, like `1, 2: not upheld; 3: upheld`."""
    route: CellText | None = None
    """How the matter was dealt with, like `local resolution` or `withdrawn`."""
    grades: tuple[CellText, ...] = ()
    """Where two graders read the file apart from each other, the grade of each behind the grader's letter, with a
    semicolon between the two: `A: appropriate; B: inappropriate`. What was settled on is the view."""
    view: CellText | None = None
    """The reviewer's view: a standard outcome, or one of the words that the function maps to one."""
    comment: CellText | None = None
    """What the reviewer said, in short words that point to nobody."""
    response: CellText | None = None
    """What the force answered."""
    responded_on: SheetDate | None = None
    """The day of that answer."""
    proceedings: Proceedings | None = None
    """How things stand in court, where it speaks of somebody's alleged crime; the page says it."""
    learning: CellText | None = None
    """What is to be learnt."""
    learning_for: Literal["individual", "organisational", "individual and organisational"] | None = None
    """Whether one person or the organisation is to learn it."""
    answer: Literal["awaited", "promised", "none printed"] | None = None
    """Where an answer is not on record: `awaited`, or `promised` where the response says that it will come, or
    `none printed` where the paper leaves its place blank."""
