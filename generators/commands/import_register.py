"""`scrutiny import gifts FILE.xlsx`: the rows of a spreadsheet into a register."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from generators.commands import telling
from generators.commands.import_options import OPTIONS, asked_of
from generators.commands.options import Command, moment, office_folder
from generators.commands.telling import progress
from generators.in_place import Changed
from generators.problem import count
from generators.spreadsheets import told
from generators.spreadsheets.asked import Asked
from generators.spreadsheets.grid import NotRead
from generators.spreadsheets.importing import Outcome, worked_out
from generators.spreadsheets.intent import begun, finished
from generators.spreadsheets.keep import keep, keep_refused
from generators.spreadsheets.registers import RegisterKind, Target, path_of, target


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
    _finish_the_last(root, dry_run=dry_run)
    may_ask = not (yes or dry_run) and telling.is_terminal()
    with _refused_by_name(spreadsheet):
        asked, content = asked_of(**given), spreadsheet.read_bytes()
        register = target(root, kind, path_of(root, kind, to))
        outcome_of = partial(_outcome_of, root, register, spreadsheet.name, content, now)
        outcome = outcome_of(asked)
        _show((*told.columns(outcome), *told.changes(register, outcome)))
        _refuse(outcome, leave_out=leave_out_refused)
        if may_ask and (reason := _reason_given(outcome, asked)) is not None:
            outcome = outcome_of(replace(asked, why=replace(asked.why, reason=reason, is_unneeded=not reason)))
            _refuse(outcome, leave_out=leave_out_refused)
    _show(told.noted(register, outcome, asked.why.reason))
    if not (may_ask or dry_run):
        _refuse_unreasoned(outcome, asked)
        _refuse_unsure([] if yes else told.unsure(outcome), outcome)
    if dry_run or not outcome.files:
        click.echo(f"{'' if dry_run else told.why_nothing(register, outcome)}Nothing was written.")
    elif may_ask and not click.confirm(f"Write this to {register.path}?"):
        click.echo("Nothing was written.")
        return
    else:
        _write(root, register, outcome)
    if leave_out_refused and outcome.plan.refused and not dry_run:
        _keep_refused(root, spreadsheet, outcome)


def _outcome_of(
    root: Path, register: Target, name: str, content: bytes, now: datetime | None, asked: Asked
) -> Outcome:  # fmt: skip
    with progress() as say:
        return worked_out(root, register, name, content, asked, moment(now), say)


@contextmanager
def _refused_by_name(spreadsheet: Path) -> Iterator[None]:
    """What makes an import impossible is told with the name of the file."""
    try:
        yield
    except NotRead as refused:
        raise click.ClickException(f"{spreadsheet.name}: {refused} Nothing was written.") from None


def _finish_the_last(root: Path, *, dry_run: bool) -> None:
    """Finish an import that was broken off; what is only tried writes nothing."""
    if dry_run:
        if said := begun(root):
            raise click.ClickException(f"{said} Without --dry-run that is finished first. Nothing was written.")
    elif said := finished(root):
        click.echo(said)


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


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


def _is_unreasoned(outcome: Outcome, asked: Asked) -> bool:
    """Whether rows change that the public sees, and nobody said why."""
    return bool(outcome.public.rows) and not outcome.entry and not asked.why.is_unneeded


def _reason_given(outcome: Outcome, asked: Asked) -> str | None:
    """The reason that somebody gives who is asked; empty where none is needed. None where there is nothing to ask."""
    if not _is_unreasoned(outcome, asked):
        return None
    click.echo(f"{told.seen(outcome)} Why? Write it for a reader; press Enter if it was never on the site.")
    return " ".join(str(click.prompt("Reason", default="", show_default=False)).split())


def _refuse_unreasoned(outcome: Outcome, asked: Asked) -> None:
    if _is_unreasoned(outcome, asked):
        message = f'{told.seen(outcome)} Say why, in words a reader understands: --reason "…"; or --no-reason, if that'
        raise click.ClickException(f"{message} was never on the site. Nothing was written.")


def _refuse_unsure(unsure: Sequence[str], outcome: Outcome) -> None:
    if unsure and outcome.files:
        options = "\n  ".join(unsure)
        message = "Somebody should confirm what these are. Give --yes to take them as shown, or say it:"
        raise click.ClickException(f"{message}\n  {options}\nNothing was written.")


def _keep_refused(root: Path, spreadsheet: Path, outcome: Outcome) -> None:
    place = keep_refused(root, spreadsheet, outcome)
    click.echo(f"The refused rows are in {place}. Mend them there, and import that file.")
    if not outcome.files and not outcome.plan.unchanged:
        sys.exit(1)


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
