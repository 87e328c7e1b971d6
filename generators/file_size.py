"""How large a file is, as its link says it."""


def in_words(size: int) -> str:
    """A number of bytes as people say it: `3 KB`, `1.2 MB`."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
