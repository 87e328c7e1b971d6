"""`scrutiny inspect`: whether files hold more than they show."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generators.gate.attachments import in_words
from generators.gate.in_files import seen_in_pieces
from generators.gate.rules import RULES as IN_TEXTS
from generators.inspect.apart import Looked
from generators.inspect.found import Found, Inspection, Outcome
from generators.inspect.looking import look_at_all
from generators.inspect.masked import shown
from generators.inspect.rules import RULES
from generators.problem import count

WORDS = {
    "clean": "clean: nothing was found",
    "finding": "found",
    "could not look": "could not look at all of it",
}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="FILE…")
@click.option(
    "--history", "of_history", is_flag=True,
    help="Look at what the records of this office's folder said in earlier commits, and at the messages of these.",
)  # fmt: skip
def inspect(paths: Sequence[Path], *, of_history: bool) -> None:
    """Look whether files hold more than they show: hidden sheets, text under black boxes, names, positions.

    Their text is searched for what is private: numbers of people, contact details, markings. Every file is looked at,
    in folders too. Nothing is changed. What was found is named, and not repeated. The exit status is 1 where something
    was found or could not be looked at.
    """
    if of_history:
        from generators.commands.inspect_history import inspect_history

        if len(paths) > 1:
            raise click.UsageError("--history looks at one office's folder. Name that one, or none for this folder.")
        inspect_history(*paths or (Path(),))
        return
    if not paths:
        raise click.UsageError("Missing argument 'FILE…'.")
    answers = {file: answered(looked) for file, looked in look_at_all(dict.fromkeys(files(paths))).items()}
    for file, answer in answers.items():
        click.echo("\n".join(lines(file, answer)))
    outcomes = Counter(answer.outcome for answer in answers.values())
    click.echo(
        f"{count(len(answers), 'file')}: {outcomes['clean']} clean, {outcomes['finding']} with findings, "
        f"{outcomes['could not look']} that could not be looked at in full."
    )
    if outcomes["finding"] or outcomes["could not look"]:
        sys.exit(1)


def files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are named, and every file in the folders that are named."""
    for path in paths:
        if path.is_dir():
            yield from (file for file in sorted(path.rglob("*")) if file.is_file())
        else:
            yield path


def answered(looked: Looked) -> Inspection:
    """The answer for a file with what was recognised in its text."""
    private = in_words(seen_in_pieces(looked.pieces))
    outcome: Outcome = "finding" if private and looked.inspection.outcome == "clean" else looked.inspection.outcome
    return Inspection(outcome, (*looked.inspection.found, *private))


def lines(file: Path, answer: Inspection) -> Iterator[str]:
    """What was found in a file, and what to do about it, in words."""
    yield f"{shown(str(file))}: {WORDS[answer.outcome]}"
    for name in dict.fromkeys(one.rule for one in answer.found):
        places = [one for one in answer.found if one.rule == name]
        yield from _of_the_text(name, places) if name in IN_TEXTS else _of_the_file(name, places)


def _of_the_file(name: str, places: Sequence[Found]) -> Iterator[str]:
    rule = RULES[name]
    yield f"  {rule.title} ({name}). {rule.means}"
    yield from (f"    {one.where}: {one.words}" for one in places)
    yield f"    Why it matters: {rule.why}"
    yield f"    What to do: {rule.do}"


def _of_the_text(name: str, places: Sequence[Found]) -> Iterator[str]:
    rule = IN_TEXTS[name]
    yield f"  {rule.id.replace('-', ' ').capitalize()} ({name}). The text has {rule.what}, as far as can be told."
    yield from (f"    {one.where}: {one.words}" for one in places)
    yield f"    What to do: {rule.right}"
