"""`scrutiny clean`: a copy of a file without its metadata."""

import sys
from pathlib import Path

import click

from generators.commands.inspect import lines
from generators.inspect.apart import inspect_apart
from generators.inspect.clean import NotCleaned
from generators.inspect.clean import clean as cleaned
from generators.inspect.masked import shown


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--to", "target", default=None, type=click.Path(path_type=Path), help="The copy; FILE-clean if not given."
)
def clean(file: Path, target: Path | None) -> None:
    """Make a copy of a PDF, an office file, a JPEG or a PNG without what it says of people and places.

    The file itself is not changed. The copy is looked at again, and what is left in it is named.
    """
    target = target or file.with_name(f"{file.stem}-clean{file.suffix}")
    try:
        content = cleaned(file.name, file.read_bytes())
    except NotCleaned as reason:
        raise click.ClickException(str(reason)) from None
    try:
        with target.open("xb") as copy:
            copy.write(content)
    except FileExistsError:
        raise click.ClickException(f"{shown(str(target))} is there already. Nothing was written.") from None
    except OSError:  # a full disk: half a copy would look like one
        target.unlink(missing_ok=True)
        raise
    click.echo(f"Wrote {shown(str(target))}. Compare it with the file before you attach it.")
    left = inspect_apart(target.name, content)
    click.echo("\n".join(lines(target, left)))
    if left.outcome != "clean":
        sys.exit(1)
