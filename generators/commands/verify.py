"""`scrutiny verify`: whether a site is what its ledger says."""

import sys

import click

from generators.ledger.verifier.program import verify as verify_site


@click.command()
@click.argument("site")
@click.option("--checkpoint", default="", metavar="KEPT", help="A checkpoint that you saved from it before.")
@click.option("--key", default="", help="The office's public key, in words or as a file.")
def verify(site: str, checkpoint: str, key: str) -> None:
    """Check the ledger of a site, by its address or in a folder, and every file that it covers."""
    sys.exit(verify_site(site, checkpoint, key))
