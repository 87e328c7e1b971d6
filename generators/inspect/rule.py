"""What a rule for attached files says of itself."""

from typing import NamedTuple


class Rule(NamedTuple):
    """One thing that is looked for."""

    title: str
    means: str
    """What is there when the rule finds something."""
    why: str
    """What can go wrong."""
    do: str
    """What the person who attached the file can do."""
    could_not_look: bool = False
    """Whether the file, or a part of it, was not seen: that is no answer, and stops the file as a finding does."""
