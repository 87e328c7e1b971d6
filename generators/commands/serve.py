"""`scrutiny serve`: the site on this computer, made anew whenever a record changes."""

import os
import shutil
import socket
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import click

from generators.check import load
from generators.commands.options import moment, options, site_folder
from generators.commands.telling import explained, tell
from generators.commands.unfinished import remind


@click.command()
@options
@click.option("--port", default=8000, type=click.IntRange(1, 65535), help="8000 if not given.")
@click.option("--drafts", is_flag=True, help="With drafts and what is held back, each plainly marked.")
def serve(root: Path, now: datetime | None, port: int, *, drafts: bool, **_: object) -> None:
    """Check the records and show the site on this computer, made anew whenever a record changes."""
    root = site_folder(root)
    remind(root)
    with explained():
        tell(load(root, moment(now)).warnings)
    # What is shown is made here and not where everybody's passing files lie; what was left by a server is taken away.
    seen = root / ".scrutiny" / f"seen-{port}"
    environment = _environment(seen, now, drafts=drafts)
    if drafts:
        click.echo("Shown with drafts and what is held back, on this computer only. Nothing of it reaches a build.")
    address = f"localhost:{port}"
    config = str(root / "mkdocs.yml")
    command = [
        sys.executable, "-m", "mkdocs", "serve", "--config-file", config, "--dev-addr", address, "--dirty",
        "--no-strict",
    ]  # fmt: skip
    if _is_taken(port):
        raise click.ClickException(f"Something already uses {address}. Stop it first, or choose another --port.")
    shutil.rmtree(seen, ignore_errors=True)
    seen.mkdir(parents=True)
    if os.name == "posix":
        os.execve(sys.executable, command, environment)  # noqa: S606 - whoever stops this program stops the server
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


def _environment(passing: Path, now: datetime | None, *, drafts: bool) -> dict[str, str]:
    """What the server is told besides its options. `passing`: the folder for files that it needs only while it runs."""
    ours = {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(passing)}
    ours |= {"SCRUTINY_NOW": now.isoformat()} if now else {}
    ours |= {"SCRUTINY_DRAFTS": "yes"} if drafts else {}
    others = {name: value for name, value in os.environ.items() if name != "SCRUTINY_DRAFTS"}
    return {**others, **ours}


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("localhost", port)) == 0
