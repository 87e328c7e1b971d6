"""`scrutiny import`: what was kept elsewhere, read into records."""

import click


class Imports(click.Group):
    """What can be imported: a meeting out of its papers, or any register out of a spreadsheet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names."""
        from generators.spreadsheets.registers import kinds

        return ["meeting", *sorted(kind.name for kind in kinds())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The one with this name; a register can be named as staff call it, and with one of its files."""
        if cmd_name == "meeting":
            from generators.commands.import_meeting import import_meeting

            return import_meeting
        from generators.commands.import_register import command
        from generators.spreadsheets.registers import file_named, register_named

        kind = register_named(cmd_name)
        if kind is None:
            names = ", ".join(self.list_commands(ctx))
            raise click.ClickException(f'Nothing called "{cmd_name}" can be imported. There are: {names}.')
        return command(kind, file_named(cmd_name))


@click.group(cls=Imports, name="import")
def import_() -> None:
    """Read a meeting's papers, or the spreadsheet of a register, into records.

    Say what: scrutiny import gifts FILE.xlsx, scrutiny import meeting FILE.docx.
    """
