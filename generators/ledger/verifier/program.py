"""Checks the ledger of a public record and every file it covers. Needs Python 3.9 or later, and nothing else.

The site is an address or a folder. It ends with 0 if all is right, with 1 if anything is wrong, and with 2 if it
could not look.
"""

import argparse
import sys
from collections.abc import Callable

from generators.ledger.verifier.answers import Answer, answers, text_of
from generators.ledger.verifier.listed import as_listed, listed
from generators.ledger.verifier.site import CannotLook, Site

SHOWN = 20
"""Mistakes of one sort; where there are more, their number is told."""


def verify(place: str, checkpoint: str = "", key: str = "") -> int:
    """Hold a site against its ledger, say what was found, and give back the exit status."""

    def look() -> list[Answer]:
        kept = b""
        if checkpoint:
            with open(checkpoint, "rb") as file:
                kept = file.read()
        site = Site(place)
        return [*answers(site, kept, text_of(key) if key else ""), as_listed(site)]

    return _told(look, "This record is not what its ledger and its list of files say.")


def verify_files(place: str) -> int:
    """The same for its list of files."""
    return _told(lambda: listed(Site(place)), "This site is not what its list of files says.")


def _told(look: Callable[[], list[Answer]], otherwise: str) -> int:
    try:
        found = look()
    except (CannotLook, OSError) as error:
        print(f"Could not check: {error}. Nothing is known to be wrong, and nothing to be right.")
        return 2
    for number, answer in enumerate(found, 1):
        said = "NO" if answer.wrong else "Yes" if answer.is_asked else "Not asked"
        print(f"{number}. {answer.question} {said}: ", end="")
        print(f"{len(answer.wrong):,} found" if answer.wrong else answer.words)
        for words in answer.wrong[:SHOWN]:
            print(f"   {words}")
    is_wrong = any(answer.wrong for answer in found)
    print(otherwise if is_wrong else "Nothing wrong was found.")
    return 1 if is_wrong else 0


def main() -> int:
    """The program, where it is run by itself."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="its address, or a folder")
    parser.add_argument("--checkpoint", default="", help="a checkpoint that you saved before")
    parser.add_argument("--key", default="", help="the office's public key, in words or as a file")
    parser.add_argument("--files", action="store_true", help="look at every file of the site and not at its ledger")
    given = parser.parse_args()
    return verify_files(given.site) if given.files else verify(given.site, given.checkpoint, given.key)


if __name__ == "__main__":
    sys.exit(main())
