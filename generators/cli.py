"""The command line: which commands there are, and how the program begins and ends."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword
from typing import NoReturn

import click

from generators import __version__

COMMANDS = (
    "check",
    "build",
    "publish",
    "verify",
    "serve",
    "diff",
    "due",
    "new",
    "explain",
    "template",
    "import",
    "inspect",
    "clean",
    "pack",
    "redirects",
    "init",
    "forms",
)
"""In the order in which a person needs them. Each is the module of `commands/` with its name, and a low line
behind a name that is a word of Python."""


class Commands(click.Group):
    """The commands, each loaded when it is asked for: what another one needs costs nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The one with this name."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"generators.commands.{name}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the one that was asked for."""
        from generators.commands.telling import in_one_line

        with in_one_line():
            return super().invoke(ctx)


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="scrutiny")
def main() -> None:
    """Publish the record of a police oversight office."""


def run() -> NoReturn:
    """The console script."""
    gc.disable()  # its hundreds of thousands of records live as long as it does: there is no garbage among them
    try:
        main()
    except SystemExit as left:
        with suppress(OSError):  # nobody listens any more, and the site is as it was said to be
            sys.stdout.flush()
            sys.stderr.flush()
        # Without taking the records apart one by one.
        os._exit(left.code if isinstance(left.code, int) else 1 if left.code else 0)
    raise AssertionError("click always leaves by SystemExit")


if __name__ == "__main__":
    run()
