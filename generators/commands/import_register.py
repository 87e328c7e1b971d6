"""`scrutiny import gifts FILE.xlsx`: the rows of a spreadsheet into a register."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generators.commands import telling
from generators.commands.options import Command, moment, office_folder, office_options
from generators.commands.telling import progress
from generators.in_place import Changed
from generators.problem import count
from generators.spreadsheets import told
from generators.spreadsheets.asked import Asked
from generators.spreadsheets.columns_named import bare
from generators.spreadsheets.grid import NotRead
from generators.spreadsheets.importing import Outcome, worked_out
from generators.spreadsheets.keep import keep, keep_refused
from generators.spreadsheets.registers import RegisterKind, Target, path_of, target

DATES = {"day-first": "day first", "month-first": "month first"}


OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.argument("spreadsheet", type=click.Path(path_type=Path, exists=True, dir_okay=False)),
    click.option("--sheet", default="", help="The sheet that is meant."),
    click.option("--map", "maps", multiple=True,
                 help='What a column is: "Their name=our_name"; nothing behind = leaves it out.'),
    click.option("--word", "words", multiple=True, help='What a word means: "answer:Refused=declined".'),
    click.option("--row", "rows_said", multiple=True, help='Which row it is: "12=2023-05-a", or "12=new".'),
    click.option("--header-row", type=click.IntRange(1), default=None, help="The row that names the columns."),
    click.option("--rows", default=None, help="The rows that are read, like 5-40."),
    click.option("--dates", type=click.Choice([*DATES]), default=None, help="In which order days are written."),
    click.option("--with-hidden", is_flag=True, help="Read hidden rows and columns too."),
    click.option("--leave-out-refused", is_flag=True, help="Import the others, and write these to a file."),
    click.option("--dry-run", is_flag=True, help="Only say what would be done."),
    click.option("--yes", is_flag=True, help="Take what is proposed; ask nothing."),
    office_options,
)  # fmt: skip


def command(kind: RegisterKind, file: str) -> click.Command:
    """The command for one kind of register. `file`: the name of the one file of it that was named."""

    def run(**given: Any) -> None:
        import_register(kind, given.pop("to") or file, **given)

    to = click.option("--to", default="", help=f"The register's file, like data/{kind.name}/office.csv.")
    help = f"Read the rows of a spreadsheet into a register of data/{kind.name}/. Nothing is written before you see it."
    made: Command = run
    for option in reversed(OPTIONS):
        made = option(made)
    return click.command(kind.name, help=help)(to(made))


def import_register(
    kind: RegisterKind,
    to: str,
    *,
    spreadsheet: Path,
    root: Path,
    now: datetime | None,
    leave_out_refused: bool,
    dry_run: bool,
    yes: bool,
    **given: Any,
) -> None:
    """Show what the rows of a spreadsheet would do to a register, and do it when that was confirmed."""
    root = office_folder(root)
    try:
        asked = _asked(**given)
        register = target(root, kind, path_of(root, kind, to))
        with progress() as say:
            outcome = worked_out(root, register, spreadsheet.name, spreadsheet.read_bytes(), asked, moment(now), say)
    except NotRead as reason:
        raise click.ClickException(f"{spreadsheet.name}: {reason} Nothing was written.") from None
    _show(told.columns(outcome))
    _show(told.changes(register, outcome))
    may_ask = not yes and telling.is_terminal()
    _refuse(outcome, leave_out=leave_out_refused)
    if not dry_run and not yes and not may_ask:
        _refuse_unsure(outcome)
    if dry_run or not outcome.files:
        click.echo(f"{'' if dry_run else _why_nothing(register, outcome)}Nothing was written.")
    elif not may_ask or click.confirm(f"Write this to {register.path}?"):
        _write(root, register, outcome)
    else:
        click.echo("Nothing was written.")
        return
    if leave_out_refused and outcome.plan.refused and not dry_run:
        place = keep_refused(root, spreadsheet, outcome)
        click.echo(f"The refused rows are in {place}. Mend them there, and import that file.")


def _asked(
    *, sheet: str, maps: Iterable[str], words: Iterable[str], rows_said: Iterable[str], header_row: int | None,
    rows: str | None, dates: str | None, with_hidden: bool,
) -> Asked:  # fmt: skip
    """What was said in options. Raises NotRead where one is not understood."""
    said: dict[str, dict[str, str]] = {}
    for one in words:
        found = re.fullmatch(r"\s*(\w+)\s*:\s*(.+?)\s*=\s*(.+?)\s*", one)
        if not found:
            raise NotRead(f'--word "{one}" should look like "answer:Refused=declined".')
        said.setdefault(found[1], {})[found[2]] = found[3]
    span = re.fullmatch(r"(\d+)\s*-\s*(\d+)", rows) if rows else None
    if rows and (not span or int(span[1]) > int(span[2])):
        raise NotRead(f'--rows "{rows}" should look like 5-40.')
    return Asked(
        sheet,
        {bare(theirs): ours.strip() for theirs, ours in (_two("--map", one) for one in maps)},
        said,
        {_row_number(number): id for number, id in (_two("--row", one) for one in rows_said)},
        header_row or 0,
        range(int(span[1]), int(span[2]) + 1) if span else None,
        DATES[dates] if dates else None,  # type: ignore[arg-type]
        with_hidden,
    )


def _two(option: str, text: str) -> tuple[str, str]:
    one, sign, two = text.rpartition("=")
    if not sign:
        raise NotRead(f'{option} "{text}" needs a = in it.')
    return one.strip(), two.strip()


def _row_number(number: str) -> int:
    if not re.fullmatch("[0-9]{1,7}", number):
        raise NotRead(f'--row: "{number}" is no number of a row. Write it like "12=2023-05-a", or "12=new".')
    return int(number)


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _why_nothing(register: Target, outcome: Outcome) -> str:
    if outcome.plan.unchanged:
        return f"{register.path} says all of it already. "
    return "No row could be taken over. " if outcome.plan.refused else "There is no row in it to take over. "


def _refuse(outcome: Outcome, *, leave_out: bool) -> None:
    """Stop where something is wrong that cannot be left out, or was not said to be."""
    for problem in outcome.verdict.others:
        click.echo(str(problem), err=True)
    if outcome.verdict.others:
        raise click.ClickException("The records would not be sound. Nothing was written.")
    if outcome.plan.refused and not leave_out:
        number = count(len({one.line.number for one in outcome.plan.refused}), "row")
        message = f"{number} refused: mend them in the spreadsheet, or import the others with --leave-out-refused."
        raise click.ClickException(f"{message} Nothing was written.")


def _refuse_unsure(outcome: Outcome) -> None:
    unsure = told.unsure(outcome)
    if unsure and outcome.files:
        options = "\n  ".join(unsure)
        message = "Somebody should confirm what these are. Give --yes to take them as shown, or say it:"
        raise click.ClickException(f"{message}\n  {options}\nNothing was written.")


def _write(root: Path, register: Target, outcome: Outcome) -> None:
    try:
        written = keep(root, outcome.files, register.before)
    except Changed as found:
        raise click.ClickException(f"{found} Nothing was written.") from None
    except FileExistsError:
        raise click.ClickException(f"{register.path} came in the meantime. Try again. Nothing was written.") from None
    click.echo(f"Wrote {' and '.join(written)}." if written else f"{register.path} is as it was.")
    if outcome.verdict.before:
        click.echo(
            f"Other records have {count(outcome.verdict.before, 'problem')} of their own: scrutiny check says which."
        )
