"""`scrutiny explain`: what a field, a kind of record or a problem means."""

import click


@click.command()
@click.argument("words", nargs=-1, required=True)
def explain(words: tuple[str, ...]) -> None:
    """Say what WORDS mean: meeting, meeting.attendance, or a problem as it was printed."""
    from generators.explain.explain import Unknown
    from generators.explain.explain import explain as explained

    try:
        lines = explained(" ".join(words))
    except Unknown as unknown:
        raise click.ClickException(str(unknown)) from None
    click.echo("\n".join(lines).rstrip("\n"))
