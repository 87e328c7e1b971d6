"""The ids by which these records name those of other sections."""

from generators.fields import part_ref, ref

PersonId = ref("person")
PaperPart = part_ref("paper")
MeetingPart = part_ref("meeting")
