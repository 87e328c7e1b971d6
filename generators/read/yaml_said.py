"""What the parser of YAML complains of, in words for the person who keeps the record."""

import re

import yaml

from generators.read.slips import slip

NOT_FIRST = "a value may not begin with this character. Put the value between quotes."
ONE_RECORD = "there is a second record in the file. A file holds one record."
BACKSLASH = "between double quotes a backslash is no ordinary character. Use single quotes."
HINTS = {
    "found undefined alias": "a value may not begin with `*`. Put the value between quotes.",
    "scanning an alias": "a value may not begin with `*`. Put the value between quotes.",
    "scanning an anchor": "a value may not begin with `&`. Put the value between quotes.",
    "cannot start any token": NOT_FIRST,
    "did not find expected node content": NOT_FIRST,
    "mapping keys are not allowed": NOT_FIRST,
    "scanning a directive": NOT_FIRST,
    "could not find expected ':'": "a colon is missing after the field's name: write `name: value`.",
    "expected a single document": ONE_RECORD,
    "did not find expected <document start>": ONE_RECORD,
    "found unexpected end of stream": "the quotation mark that opens here is never closed.",
    "did not find expected key": "the line does not fit the lines above it. Check its indentation and quotes.",
    "did not find expected '-' indicator": "the line does not fit the list above it. Check its indentation.",
    "block sequence entries are not allowed": "a list begins on the line beneath its field's name.",
    "scanning a block scalar": "after the sign for a long text, its first line stands beneath, indented.",
    "unknown escape character": BACKSLASH,
    "character escape": BACKSLASH,
    "hexdecimal number": BACKSLASH,
}
"""What the parser says, and the same for a person who has not heard of YAML."""


def not_yaml(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int, str]:
    """Line and column, counted from 1, and the parser's complaint for a person who has not heard of YAML."""
    said = f"{error.context or ''}: {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if found := slip(text):
        return found
    lines = text.split("\n")
    near = range(max(line - 1, 1), min(line + 1, len(lines)) + 1)
    tabbed = [n for n in near if lines[n - 1].lstrip(" ").startswith("\t")]
    if tabbed:
        first = min(tabbed, key=lambda n: abs(n - line))
        return first, 1, "the line is indented with a tab. Indent with spaces."
    if "mapping values are not allowed" in said:
        before = lines[line - 1][: column - 1]
        hint = "the line is taken for part of the value above it. Indent it like the field above, "
        hint += "with a space after each colon."
        if re.search(r":\s", before):
            hint = 'there is a second ": " in the value. Put the value between quotes.'
            if re.search(r":\s+[“”‘’]", before):
                hint += " They must be straight ones: these are curly and belong to the text."
        return line, column, hint
    opened = error.context_mark
    if "expected ',' or" in said:
        hint = (
            "a comma or the closing bracket is missing. A value that holds a colon or a bracket stands between quotes."
        )
        at_opening = opened is not None and opened.line + 1 < line
    else:
        hint = next((words for key, words in HINTS.items() if key in said), "")
        at_opening = "unexpected end of stream" in said or "could not find expected ':'" in said
    if at_opening and opened:
        line, column = opened.line + 1, opened.column + 1
    return line, column, hint or f"the file cannot be understood from here on ({error.problem})."
