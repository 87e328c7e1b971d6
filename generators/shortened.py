"""A long text in a line that a person reads."""


def shortened(text: str, longest: int) -> str:
    """A text on one line; of one with more characters the beginning, up to a space where there is one."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    begun = text[:longest]
    return f"{begun.rpartition(' ')[0] or begun} …"
