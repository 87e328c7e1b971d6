"""`scrutiny inspect --history`: whether earlier versions of the records hold what may not be published."""

import sys
from itertools import groupby
from pathlib import Path

import click

from generators.commands.options import office_folder
from generators.gate.history import CannotLook, history, is_cut_off
from generators.gate.known import known
from generators.inspect.masked import shown
from generators.problem import count
from generators.read import read

SHOWN = 100
"""Findings that are told; where there are more, their number."""
WHAT_TO_DO = (
    "Whoever can see the repository can read this, though the records do not say it any more. To take it out, the "
    "history has to be written anew (`git filter-repo`) before the repository is public. Where it was public already, "
    "treat it as disclosed: tell whoever answers for data protection."
)
IN_PART = (
    "This copy of the repository has only the latest commits, or more than are looked at: earlier ones may hold more."
)


def inspect_history(root: Path) -> None:
    """Look at every line that was ever in the records of this folder, and at the messages of commits."""
    folder = office_folder(root)
    try:
        found = list(history(folder, known(read(folder).documents)))
        in_part = is_cut_off(folder)
    except CannotLook as error:
        raise click.ClickException(f"The history could not be looked at: {error}.") from None
    for commit, here in groupby(found[:SHOWN], lambda one: one.commit):
        click.echo(f"In the commit {commit}:")
        click.echo("\n".join(f"  {shown(one.where)}: {one.said}" for one in here))
    click.echo(f"{count(len(found), 'finding')} in the history." if found else "Nothing was found in the history.")
    for words, is_so in ((WHAT_TO_DO, found), (IN_PART, in_part)):
        if is_so:
            click.echo(words)
    if found or in_part:
        sys.exit(1)
