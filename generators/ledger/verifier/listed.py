"""Whether a site is what its own list of files says.

It tells of a copy that was cut short or damaged on its way, and nothing about the past: that is what the ledger is for.
"""

import hashlib
import json
import re
from typing import Any, Optional

from generators.ledger.verifier.answers import Answer
from generators.ledger.verifier.site import CannotLook, Site

LIST = "site-manifest.json"
FOR_HOSTS = ("_headers", "_redirects")
"""What some hosts obey and do not serve."""
INSIDE = re.compile(r"(?!/)(?!(?:.*/)?\.\.?(?:/|$))[^\\\x00]+")
"""A path that leads nowhere but into the site."""


def listed(site: Site) -> list[Answer]:
    """The answers to two questions. Raises CannotLook where there is no list."""
    content = site.read(LIST)
    if content is None:
        raise CannotLook(f"there is no {LIST} on this site, so nothing says which files it should have")
    files = _files_of(content)
    if files is None:
        return [Answer("Can the list of files be read?", "", [f"{LIST}: this is not a list as the program writes it"])]
    found = site.each(lambda one: _wrong_with(site, one), files)
    wrong = [words for words in found if words]
    words = f"{len(files):,} files, {sum(one['bytes'] for one in files):,} bytes"
    named = {LIST, *(one["path"] for one in files)}
    others = sorted(set(site.files()) - named) if site.is_folder else []
    return [
        Answer("Is every file that the list names there, byte for byte?", words, wrong),
        Answer(
            "Is there nothing else?",
            "nothing" if site.is_folder else "that shows only in a copy of the whole site",
            [f"{path}: this file does not stand in {LIST}" for path in others],
            site.is_folder,
        ),
    ]


def as_listed(site: Site) -> Answer:
    """The same in one answer, where it can be had without reading every page over the web."""
    question = "Is every file of this copy, each page too, what the site's own list says?"
    if not site.is_folder or site.read(LIST) is None:
        words = f"there is no {LIST}" if site.is_folder else "look at every file of a site on the web with --files"
        return Answer(question, words, [], is_asked=False)
    found = listed(site)
    return Answer(question, found[0].words, [words for answer in found for words in answer.wrong])


def _files_of(content: bytes) -> Optional[list[dict[str, Any]]]:  # noqa: UP045 - for older Pythons
    """What the list says of each file; None where it is none."""
    try:
        files = json.loads(content)["files"]
        is_sound = isinstance(files, list) and all(
            isinstance(one["path"], str)
            and INSIDE.fullmatch(one["path"])
            and type(one["bytes"]) is int
            and re.fullmatch("[0-9a-f]{64}", one["sha256"])
            for one in files
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return files if is_sound else None


def _wrong_with(site: Site, one: dict[str, Any]) -> str:
    path, content = one["path"], site.read(one["path"])
    if content is None:
        return "" if path in FOR_HOSTS and not site.is_folder else f"{path}: is not there"
    if len(content) != one["bytes"]:
        return f"{path}: has {len(content):,} bytes, and should have {one['bytes']:,}"
    is_same = hashlib.sha256(content).hexdigest() == one["sha256"]
    return "" if is_same else f"{path}: is as long as it should be, and not the same"
