"""The ids by which dilemmas name other records."""

from generators.fields import part_ref, ref

BodyId = ref("body")
MeetingPart = part_ref("meeting")
PaperPart = part_ref("paper")
