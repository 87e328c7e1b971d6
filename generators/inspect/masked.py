"""Names of files as they may be printed."""

from generators.inspect.names import HIDDEN, PERSONAL


def shown(path: str) -> str:
    """A path without what seems personal in it, and without characters that are not seen."""
    for what, pattern in PERSONAL.items():
        path = pattern.sub(f"({what})", path) if "birth" not in what else path
    return HIDDEN.sub("\ufffd", path).encode("utf-8", "replace").decode()
