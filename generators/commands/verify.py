"""`scrutiny verify`: whether a site is what its ledger says."""

import sys

import click

from generators.ledger.verifier.program import verify as verify_site
from generators.ledger.verifier.program import verify_files


@click.command()
@click.argument("site")
@click.option("--checkpoint", default="", metavar="KEPT", help="A checkpoint that you saved from it before.")
@click.option("--key", default="", help="The office's public key, in words or as a file.")
@click.option("--files", is_flag=True, help="Hold every file against site-manifest.json, and not against the ledger.")
def verify(site: str, checkpoint: str, key: str, *, files: bool) -> None:
    """Check the ledger of a site, by its address or in a folder, and every file that it covers.

    With --files: whether the site is whole. Every file has to be there that the site's own list of files names, with
    that length and hash, and in a folder no other.
    """
    if files and (checkpoint or key):
        raise click.UsageError("--files looks at no ledger, so it takes neither a checkpoint nor a key.")
    sys.exit(verify_files(site) if files else verify_site(site, checkpoint, key))
