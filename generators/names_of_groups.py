"""What a group of fields is called in words."""

import re


def name_of(type_: type) -> str:
    """`NextMeeting` is the group `next meeting`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type_.__name__).lower()
