"""Addresses of places that are not public: folders, servers and sites inside an office."""

import re

PRIVATE = re.compile(
    r"""^(?:file|smb|afp|onenote|outlook|ms-\w+):|^\\\\\w|^[a-z]:[\\/]|^/(?:Users|home|Volumes)/
    |^https?://(?:[^/@]*@)?(?:localhost|[\w-]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+)(?:[:/]|$)
    |^https?://[^/]*(?:\.local|\.internal|\.intranet|\.lan|\.corp|(?:^|//|\.)intranet\.[\w.-]+|\.sharepoint\.com)(?:[:/]|$)""",
    re.IGNORECASE | re.VERBOSE,
)
FOLDER = re.compile(r"\b[A-Z]:\\[^\s\\]|\\\\[\w.-]+\\\w|file:///|/(?:Users|home)/\w", re.IGNORECASE)
"""The path of a folder anywhere in words."""


def is_private(address: str) -> bool:
    """Whether an address leads to a place that readers cannot and should not reach."""
    return bool(PRIVATE.search(address.strip()))


def names_folder(words: str) -> bool:
    """Whether words contain the path of somebody's folder."""
    return bool(FOLDER.search(words))
