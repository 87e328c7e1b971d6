"""The page of plain text that lies on top of a pack, for whoever opens it without knowing what it is."""

from textwrap import fill

from generators.pack.purpose import ADDRESSES, SITE, Purpose

OPEN = f"""\
TO LOOK AT IT
  Open data/{SITE}index.html in a web browser. Nothing has to be installed, and no network is needed.
  The page "Search" finds titles; full texts can be searched only where the site is published.

THE DATA
  data/{SITE}data/datapackage.json describes every table: CSV, JSON and their meaning (Frictionless Data Package).
  data/{SITE}data/record.sqlite is the same as a database, data/{SITE}data/record.xlsx as a workbook.
  Attached documents lie beside the pages they belong to.
  data/{ADDRESSES} lists every address of the site that was ever published, and where it leads now.
"""
VERIFY = f"""\
TO VERIFY THAT NOTHING WAS CHANGED
  Linux:    sha256sum --check manifest-sha256.txt
  macOS:    shasum -a 256 --check manifest-sha256.txt
  Anywhere: any program for BagIt bags (RFC 8493), such as bagit.py --validate
  Where there is a folder data/{SITE}ledger/, the history of the record can be verified too:
            python3 data/{SITE}ledger/verify.py data/{SITE.rstrip("/")}
"""


def read_me(purpose: Purpose, office: str, day: str, program: str) -> bytes:
    """The page. `day`: on which the record stood like this; `program`: what made the pack."""
    head = f"The record of {office} as it stood on {day}: {purpose.holds}."
    parts = (head, purpose.access, OPEN, *purpose.also, VERIFY, f"Made by {program}.")
    laid_out = (part if "\n" in part else fill(part, 100, break_long_words=False) + "\n" for part in parts)
    return "\n".join(laid_out).encode()
