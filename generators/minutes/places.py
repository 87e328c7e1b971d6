"""Where a meeting was held."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generators.minutes.paragraphs import Para
from generators.minutes.printed import clocks, days
from generators.minutes.value import Value

HELD = re.compile(
    r"\b(?:held|convened|met|meeting|take\s+place|took\s+place)\s+(?:virtually\s+|remotely\s+|online\s+)?(?:remotely\s+)?(?P<how>at|in|via|by|through|using|as)\s+(?P<place>.+?)(?=\s*(?:,|–|-|\(|\.)?\s*(?:\b(?:on|at|from|commencing|starting|commenced)\s+(?:the\s+)?(?:\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun|noon|midday)|$|\bcommencing\b|\bwhen\b))",
    re.I | re.DOTALL,
)  # fmt: skip
ONLINE = re.compile(
    r"\b(?:virtual(?:ly)?|zoom|ms\s+teams|microsoft\s+teams|teams\s+(?:live|meeting)|via\s+teams|online|on-line|webex|skype|google\s+meet|video\s*conferenc\w+|remote(?:ly)?)\b",
    re.I,
)
REMOTE = re.compile(
    r"\bheld\b.*?\b(?:remotely|virtually|online)?\s*(?P<how>via|by|through|using|"
    r"on|as)\s+(?P<place>(?:a\s+)?(?:virtual|zoom|microsoft|ms|teams|webex|skype|"
    r"video)\b[\w -]{0,40})",
    re.I,
)
AFTER = re.compile(
    r"\b(?:19|20)\d\d,?\s+(?:(?:at|from|commencing\s+at)\s+[\d.:]+\s*(?:[ap]\.?m\.?)?,?\s+)?(?P<how>at|in)\s+(?P<place>(?:the\s+)?[A-Z].+?)(?=\.?$|\s*[,.]?\s+(?:commencing|starting|at\s+\d|from\s+\d))"
)
CALLED = re.compile(
    r"\bcalled\s+to\s+order\b(?:[^.]{0,20}?\d\s*(?i:[ap])\.?(?i:m)\.?,?)?\s+(?P<how>in|at)\s+(?P<place>(?:the\s+)?[A-Z][^.]+?)(?=\.|$)"
)
ROOM = re.compile(
    r"\b(?:centre|hall|room|house|chambers?|offices?|headquarters|HQ|hotel|building|suite|library|church|court|pavilion|boardroom|auditorium)\b",
    re.I,
)
NO_ROOM = re.compile(
    r"\b(?:minutes|meeting|agenda|present|members?|officer|clerk|director|chair\w*|committee|apolog\w+|board\s+of|draft)\b|:",
    re.I,
)
NOWHERE = re.compile(
    r"^(?:public|private|person|accordance|the\s+(?:morning|afternoon|evening)|closed\s+session)\b", re.I
)
BUTTON = re.compile(r"[\s.,]*\b(?:view\s+directions|view\s+(?:on\s+)?map|get\s+directions)\b\s*$", re.I)
"""What a committee system prints behind a place for those who read it on a screen."""
LONGEST_PLACE = 180


def place(fields: dict[str, Any], key: str, value: str, para: Para) -> bool:
    """Whether a line says where; then it is a field."""
    is_keyed = key in ("place", "venue", "location", "where", "held at", "held")
    if "place" in fields and not (is_keyed and fields["place"].sure != "sure"):
        return False
    if key in ("place", "venue", "location", "where", "held at", "held"):
        words = _without_moments(value)
    else:
        held = next(
            (one for one in map(re.Match.groupdict, _held(para.text)) if len(_without_moments(one["place"])) > 3), None
        )
        if not held or para.label or len(para.text) > 400:
            return False
        words = _without_moments(held["place"])
        if held["how"].lower() in ("via", "by", "through", "using", "as") and not words.lower().startswith(
            ("a ", "an ")
        ):
            words = f"{held['how']} {words}"
    words = BUTTON.sub("", " ".join(words.split())).strip(" ,.–-;:")
    if NOWHERE.match(words):
        return False
    if not 2 < len(words) <= LONGEST_PLACE or not re.search(r"[A-Za-z]{3}", words):
        return False
    fields["place"] = Value(words[0].upper() + words[1:], para.first, "sure" if is_keyed else "likely")
    if ONLINE.search(words):
        fields["online"] = Value("yes", para.first, "likely")
    return True


def _held(text: str) -> Iterator[re.Match[str]]:
    """Every way in which a sentence can say where a meeting was held."""
    yield from HELD.finditer(text)
    yield from AFTER.finditer(text)
    yield from REMOTE.finditer(text)
    yield from CALLED.finditer(text)


def guessed(fields: dict[str, Any], head: Sequence[Para]) -> Para | None:
    """A line of the head that is named like a room or a house, where nothing says better."""
    for para in head[:14]:
        text = para.text.strip()
        if (
            "place" not in fields
            and ROOM.search(text)
            and not NO_ROOM.search(text)
            and len(text) < 150
            and not (para.label or para.bullet)
        ):
            fields["place"] = Value(_without_moments(text).strip(" ,.–-"), para.first, "guess")
            return para
    return None


def _without_moments(text: str) -> str:
    """A place without the day and the time that stand beside it."""
    for moment in reversed([*days(text)]):
        text = f"{text[: moment.start]} {text[moment.end :]}"
    for clock in reversed(clocks(text)):
        text = f"{text[: clock.start]} {text[clock.end :]}"
    text = re.sub(
        r"\b(?:on|at|from|commencing|starting)\s*(?=[,.;]|\b(?:on|at|from)\b|$)",
        " ",
        " ".join(text.split()),
        flags=re.I,
    )
    text = re.sub(r"\s+\b(?:on|at|from|in)\s*$", "", " ".join(text.split()), flags=re.I)
    return re.sub(r"^(?:on|at|in)\s+(?=the\s|[A-Z])", "", text.strip(" ,-–"), flags=re.I)
