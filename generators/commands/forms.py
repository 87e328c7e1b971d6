"""`scrutiny forms`: the forms of the repository's website, what editors read, and what was sent with a form."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from generators import sections
from generators.archive import Archive
from generators.check import load, problems_of
from generators.commands.options import moment, office_folder, office_options
from generators.commands.telling import explained
from generators.editors import files as of_editors
from generators.forms import answer, issue_template
from generators.forms import form as of_forms
from generators.forms.issue_template import MARK
from generators.forms.new_record import new_record
from generators.forms.sent import Refused, Sent, again, kept, read
from generators.in_place import Changed, held, put, replace

FORM, ANSWER = "form.json", "answer.md"
"""What is kept of a form from which a record can be made, and what is answered to any other."""


@click.group(invoke_without_command=True)
@office_options
@click.option("--check", is_flag=True, help="Write nothing: say whether what lies there is what would be written.")
@click.pass_context
def forms(ctx: click.Context, root: Path, now: datetime | None, *, check: bool) -> None:
    """Write the forms for the repository's website and the files for editors, from the records."""
    if ctx.invoked_subcommand:
        return
    root = office_folder(root)
    with explained():
        archive = load(root, moment(now))
    wanted = dict(_wanted(root, archive))
    stale = [path for path, content in wanted.items() if held(root / path) != content]
    if check:
        if stale:
            _stop("Not as the records are now: " + ", ".join(stale) + ". Give the command `scrutiny forms`.")
        click.echo(f"All {len(wanted)} files are as the records are.")
        return
    for path in stale:
        old = held(root / path)
        if path.startswith(issue_template.FOLDER) and old is not None and not old.startswith(MARK.encode()):
            _stop(f"{path} was written by somebody. Take it away or give it another name. Nothing was written.")
    for path in stale:
        replace(root / path, wanted[path])
        click.echo(f"  {path}")
    click.echo(f"{len(stale)} of {len(wanted)} files written, the others are as they were.")


@forms.command("read")
@click.argument("event", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where the result goes.")
@office_options
def read_(event: Path, out: Path, root: Path, now: datetime | None) -> None:
    """Read what was sent with a form from EVENT, as GitHub tells it: keep the answers, or say why there is no record.

    No record is written.
    """
    root, when = office_folder(root), moment(now)
    with explained():
        archive = load(root, when)
    try:
        name, content = _result(root, archive, event.read_bytes(), when)
    except (ValueError, RecursionError):
        _stop("This is not a file in which GitHub tells of an issue.")
    replace(out / name, content)
    (out / (ANSWER if name == FORM else FORM)).unlink(missing_ok=True)
    click.echo("The form makes a record." if name == FORM else "The form makes no record; the answer says why.")


@forms.command("put")
@click.argument("kept_form", metavar="FORM", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--as-published", is_flag=True, help="For a preview: the record as if it were published already.")
@click.option("--body", type=click.Path(path_type=Path, dir_okay=False), help="Write here what is said of the record.")
@office_options
def put_(kept_form: Path, body: Path | None, root: Path, now: datetime | None, *, as_published: bool) -> None:
    """Write the record of a FORM that was kept, judging it anew. It is a draft."""
    root, when = office_folder(root), moment(now)
    with explained():
        archive = load(root, when)
    try:
        sent = again(kept_form.read_bytes(), of_forms.forms(archive))
        made = new_record(archive, root, sent, "published" if as_published else "draft")
    except Refused as found:
        _stop(" ".join(found.reasons))
    except (ValueError, KeyError, RecursionError):
        _stop("This is not what was kept of a form.")
    if problems := problems_of(root, when, {made.path: made.content}):
        _stop("\n".join(map(str, problems)))
    try:
        put(root, {made.path: made.content}, {} if made.before is None else {made.path: made.before})
    except Changed as found:
        _stop(str(found))
    if body:
        replace(body, answer.proposed(sent, made).encode())
    click.echo(made.path)


def _result(root: Path, archive: Archive, event: bytes, now: datetime) -> tuple[str, bytes]:
    """The answers, where a sound record can be made of them; else what is answered."""
    try:
        sent = read(event, of_forms.forms(archive))
        if sent.form.name == of_forms.CORRECTION:
            return ANSWER, _corrected(root, archive, sent, now)
        made = new_record(archive, root, sent)
    except Refused as found:
        return ANSWER, answer.refused(found.reasons).encode()
    problems = problems_of(root, now, {made.path: made.content})
    return (ANSWER, answer.unsound(problems).encode()) if problems else (FORM, kept(sent))


def _corrected(root: Path, archive: Archive, sent: Sent, now: datetime) -> bytes:
    from generators.public import public
    from generators.render import of_records

    outputs = of_records(public(archive, now), now, root)
    return answer.corrected(sent, (output.page for output in outputs if output.page)).encode()


def _wanted(root: Path, archive: Archive) -> Iterator[tuple[str, bytes]]:
    kinds = sections.kinds()
    settings = held(root / of_editors.SETTINGS) or b""
    try:
        yield from of_editors.all_files(kinds, settings.decode())
    except ValueError:
        ours = json.dumps(of_editors.settings(kinds), indent=2)
        _stop(f"{of_editors.SETTINGS} is not plain JSON and is left as it is. Take over by hand:\n{ours}")
    yield from issue_template.files(of_forms.forms(archive))


def _stop(words: str) -> NoReturn:
    raise click.ClickException(words)
