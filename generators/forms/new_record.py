"""A form made into a record: one new file, or one new row. Where it lies follows from our own rules alone."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generators.archive import Archive
from generators.fields import YEARS
from generators.forms.form import GIFT, MEETING, with_drafts
from generators.forms.sent import Refused, Sent
from generators.new.place import Misplaced, path_of, refuse_outside
from generators.new.row import Unfit, appended
from generators.new.values import converted
from generators.side_file import rows_file
from generators.yaml_writer import to_yaml

BEFORE_PUBLICATION = "draft"


class NewRecord(NamedTuple):
    """What would be written, and nothing else is."""

    path: str
    content: bytes
    """The whole file."""
    before: bytes | None
    """What stands in the file to which a row is added; None where the file is new."""
    shown: str
    """The record itself: the file, or the row that was added."""

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a file that is there, and no new file."""
        return self.before is not None


def new_record(archive: Archive, root: Path, sent: Sent, publication: str = BEFORE_PUBLICATION) -> NewRecord:
    """The record of what was sent. Raises Refused where there can be none.

    `publication` is another than that of a draft only to show what the record would look like.
    """
    try:
        made = {MEETING: _meeting, GIFT: _row}[sent.form.name](archive, root, sent, publication)
        refuse_outside(root, made.path)
    except (Misplaced, Unfit) as found:
        raise Refused(str(found)) from None
    return made


def _meeting(archive: Archive, root: Path, sent: Sent, publication: str) -> NewRecord:
    answers = sent.answers
    day = _day(answers["date"])
    kind = archive.kind_called("meeting")
    path = path_of(kind, f"{answers['body']}/{day}")
    if (root / path).exists() or (root / path).is_symlink():
        raise Refused(f"There is a meeting of that body on that day already: {path}. Change that record instead.")
    fields = {"body": answers["body"], "date": str(day), "state": "scheduled", **_others(answers, "body", "date")}
    text = to_yaml({**converted(kind.type, fields), "publication": publication})
    return NewRecord(path, text.encode(), before=None, shown=text)


def _row(archive: Archive, root: Path, sent: Sent, publication: str) -> NewRecord:
    register = next(found for found in with_drafts(archive) if found.id == sent.answers["register"])
    path = rows_file(register.path)
    file = root / path
    if file.is_symlink() or not file.is_file():
        raise Refused(f"The rows of this register do not lie in {path} itself. Enter the offer there.")
    cells = _others(sent.answers, "register") | {"publication": publication}
    if not register.id_from:
        cells["id"] = f"issue-{sent.number}"
    raw = file.read_bytes()
    content = appended(raw, register, cells)
    shown = "\n".join(f"{name}: {words}" for name, words in cells.items())
    return NewRecord(path, content, before=raw, shown=f"{shown}\n")


def _day(typed: str) -> date:
    """The day of a meeting, which becomes the name of a folder."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
        try:
            day = date.fromisoformat(typed)
        except ValueError:
            raise Refused(f'Date: "{typed}" is not a day of the calendar.') from None
        if day.year in YEARS:
            return day
    raise Refused("Date: write the year, month and day like 2017-09-22.")


def _others(answers: Mapping[str, str], *but: str) -> dict[str, str]:
    return {name: answer for name, answer in answers.items() if name not in but}
