"""The ids by which these records name one another."""

from generators.fields import part_ref, ref, relative_ref

BodyId = ref("body")
PersonId = ref("person")
MatterId = ref("matter")
MeetingId = ref("meeting")
PaperId = relative_ref("paper", parts=3)
MeetingPart = part_ref("meeting")
