"""By which fields a row of each register is known again, where it has no id. Data alone."""

from collections.abc import Mapping

KEYS: Mapping[str, tuple[str, ...]] = {
    "gifts": ("offered", "offered_by", "what", "recipient"),
    "dip-samples": ("file", "categories"),
    "recommendations": ("ref", "date", "status"),
    "letters": ("ref", "to"),
    "forward-plans": ("subject", "date", "meeting", "when"),
    "performance": ("period",),
    "tables": ("label",),
}
"""The fields that say which row it is, the ones that are never corrected first."""
DATED: Mapping[str, str] = {
    "gifts": "offered", "recommendations": "date", "letters": "sent", "forward-plans": "date",
}  # fmt: skip
"""The day by which a new id begins."""
CALLED: Mapping[str, str] = {"dip-samples": "file", "tables": "label", "forward-plans": "subject"}
"""The words of which a new id is made, where it is not made of a day."""
