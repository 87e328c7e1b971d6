"""`scrutiny template gifts`: a register as a workbook that staff can fill in."""

from pathlib import Path

import click

from generators.commands.options import office_folder, root_option


@click.command()
@click.argument("register", required=False)
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--of", "path", default="", help="Where there are several such registers: its file, data/gifts/office.csv."
)
@click.option("--empty", is_flag=True, help="Without the rows that the register has.")
@click.option("--replace", is_flag=True, help="Write over a file of that name.")
@root_option
def template(register: str | None, file: Path | None, path: str, root: Path, *, empty: bool, replace: bool) -> None:
    """Write a workbook for REGISTER: its columns with lists, notes and formats, and the rows it has.

    Without REGISTER, say which registers there are. FILE is REGISTER.xlsx in this folder if not given.
    """
    from generators.in_place import replace as put_in_place
    from generators.spreadsheets.grid import NotRead
    from generators.spreadsheets.registers import file_named, kinds, path_of, register_named, target
    from generators.spreadsheets.template import template as workbook

    root = office_folder(root)
    if register is None:
        _list_registers(root)
        return
    kind = register_named(register)
    if kind is None:
        names = ", ".join(one.name for one in kinds())
        raise click.ClickException(f'There is no register "{register}". There are: {names}.')
    try:
        found = target(root, kind, path_of(root, kind, path or file_named(register), "--of"))
    except NotRead as reason:
        raise click.ClickException(str(reason)) from None
    name = found.path.removeprefix("data/").removesuffix(".csv")
    into = file or Path(f"{name.replace('/', '-')}.xlsx")
    _refuse_place(into, root, may_replace=replace)
    put_in_place(into, workbook(found, empty=empty))
    click.echo(f"Wrote {into}, made of {found.path}. Fill it in, then: scrutiny import {name} {into}")


def _refuse_place(into: Path, root: Path, *, may_replace: bool) -> None:
    """Stop where no workbook should be written."""
    if into.suffix.lower() != ".xlsx":
        raise click.ClickException(f"{into} should end in .xlsx, as what is written is such a workbook.")
    if any(into.resolve().is_relative_to(root / folder) for folder in ("content", "data")):
        raise click.ClickException(f"{into} is among the records, where no workbook belongs. Choose another folder.")
    if into.exists() and not may_replace:
        raise click.ClickException(f"{into} is there already. Give another name, or --replace. Nothing was written.")


def _list_registers(root: Path) -> None:
    """Say which kinds of register there are, and the files of each."""
    from generators.spreadsheets.registers import kinds

    for kind in kinds():
        there = sorted(file.stem for file in (root / "data" / kind.name).glob("*.yml"))
        click.echo(f"{kind.name}: {', '.join(there[:6]) or 'none yet'}{' …' if len(there) > 6 else ''}")
