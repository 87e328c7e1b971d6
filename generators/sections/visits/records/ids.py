"""The ids by which visits name other records."""

from generators.fields import part_ref, ref, relative_ref

BodyId = ref("body")
PersonId = ref("person")
PaperId = ref("paper")
MeetingPart = part_ref("meeting")
VisitId = relative_ref("visit", parts=2)
