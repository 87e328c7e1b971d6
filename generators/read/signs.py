"""Signs that cannot be meant, in the text of any record: those that nobody sees, a lost one, marks of two versions."""

import re

from generators.problem import code_of
from generators.read.yaml_text import CONTROL, NotUnderstood

HIDDEN = re.compile(
    rf"(?P<control>{CONTROL.pattern}|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f])|(?P<lost>\ufffd)"
    r"|^(?P<version>(?:<{7}|>{7})(?= |$))",
    re.MULTILINE,
)
"""The letters that nobody sees (U+E0000 and on) can hide a text; behind a black flag they make that of a country."""
SAID = {
    "control": "there is an invisible control character ({code}) here. Delete it.",
    "lost": "a sign was lost here when the file was saved ({code}). Type the sign itself, as the paper prints it.",
    "version": "two versions of this file were put together, and nobody has chosen between them from here on. Keep the"
    " lines that are right, and delete the others and the lines of `<<<<<<<`, `=======` and `>>>>>>>`.",
}


def without_hidden(text: str) -> str:
    """The text itself. Raises NotUnderstood where a sign in it cannot be meant."""
    found = HIDDEN.search(text)
    if found and found.lastgroup:
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        raise NotUnderstood(line, column, SAID[found.lastgroup].replace("{code}", code_of(found[0][0])))
    return text
