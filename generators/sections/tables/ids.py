"""The ids by which these records name those of other sections."""

from generators.fields import part_ref

PaperPart = part_ref("paper")
