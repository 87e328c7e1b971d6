"""The ids by which reports name other records."""

from generators.fields import part_ref

MeetingPart = part_ref("meeting")
PaperPart = part_ref("paper")
ContinuedPart = part_ref("performance-report")
