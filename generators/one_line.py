"""Words on one line: what most fields of a record take."""

from typing import Annotated

from pydantic import StringConstraints, WithJsonSchema

LONGEST_FIELD = 200_000
"""Characters in one field. The longest text of the first office's papers is a tenth of this."""
ONE_LINE = r"^[^\n]*$"
SEEN = r"[[^\pC\pM\pZ]--[\x{115f}\x{1160}\x{2800}\x{3164}\x{ffa0}]]"
"""A sign that is neither a space nor a control or mark of any script, nor one of the letters that look like a space."""

OneLine = Annotated[
    str,
    StringConstraints(min_length=1, pattern=rf"^[^\n]*{SEEN}[^\n]*$"),
    # Editors look for mistakes with another library, which does not know all of that pattern.
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_FIELD, "pattern": ONE_LINE}),
]
"""A text of which something can be seen."""
