"""The ids by which these records name others."""

from generators.fields import part_ref, ref

DipSampleId = ref("dip-sample")
FunctionId = ref("dip-sample-function")
PersonId = ref("person")
MeetingPart = part_ref("meeting")
PaperPart = part_ref("paper")
