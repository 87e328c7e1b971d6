"""What a group inside a record says where nobody typed anything: that is not told of one that came or went."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from generators.groups import members, once_per_type

Usual = Mapping[str, Any]
"""By the name of a field what it says then; of a field that holds groups, the same of these."""


@once_per_type
def usual(type_: type) -> Usual:
    """What a record of this type says where nothing was typed, and the groups inside it."""
    said: dict[str, Any] = {one.name: one.default for one in fields(type_) if isinstance(one.default, str | bool | int)}
    return said | {
        one.name: {name: words for group in one.groups for name, words in usual(group).items()}
        for one in members(type_)
        if one.groups
    }
