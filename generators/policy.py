"""What a page may do in a browser: its Content-Security-Policy.

Nothing runs but files of the site itself and the theme's own small scripts within the page, each named by its hash.
The hashes are of what the theme has and never of what a finished page has: a script that came in with a record is not
among them and is refused.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
SCRIPTS = "script-src 'self'"
RULES = (
    "default-src 'none'",
    SCRIPTS,
    "style-src 'self'",
    "img-src 'self' data:",  # the signs within the theme's style sheet
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",  # the search; a mistake is reported through a link
    "object-src 'none'",
)

ALONE = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""Of a page without scripts that shows one picture."""


def policy(parts: Iterable[str]) -> str:
    """The policy of a page whose theme has these parts, as the theme renders them."""
    hashes = dict.fromkeys(_hash(script) for part in parts for script in INLINE.findall(part))
    return "; ".join(RULES).replace(SCRIPTS, " ".join([SCRIPTS, *hashes]))


def with_search(given: str) -> str:
    """The same for the page of the search, whose index is read by a program in WebAssembly."""
    return given.replace(SCRIPTS, f"{SCRIPTS} 'wasm-unsafe-eval'")


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
