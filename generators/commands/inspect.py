"""`scrutiny inspect`: whether files hold more than they show."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generators.inspect.found import Inspection
from generators.inspect.kept import inspect_all
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

    Every file is looked at, in folders too. Nothing is changed. What was found is named, and not repeated. The exit
    status is 1 where something was found or could not be looked at.
    """
    if of_history:
        from generators.commands.inspect_history import inspect_history

        if len(paths) > 1:
            raise click.UsageError("--history looks at one office's folder. Name that one, or none for this folder.")
        inspect_history(*paths or (Path(),))
        return
    if not paths:
        raise click.UsageError("Missing argument 'FILE…'.")
    answers = inspect_all(dict.fromkeys(files(paths)))
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


def lines(file: Path, answer: Inspection) -> Iterator[str]:
    """What was found in a file, and what to do about it, in words."""
    yield f"{shown(str(file))}: {WORDS[answer.outcome]}"
    rules = dict.fromkeys(one.rule for one in answer.found)
    for name in rules:
        rule = RULES[name]
        yield f"  {rule.title} ({name}). {rule.means}"
        for one in answer.found:
            if one.rule == name:
                yield f"    {one.where}: {one.words}"
        yield f"    Why it matters: {rule.why}"
        yield f"    What to do: {rule.do}"
