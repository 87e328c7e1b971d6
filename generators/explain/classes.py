"""What problems of the same sort mean, known by their words, and what is to be done about them."""

import re
from collections.abc import Iterator

CLASSES: tuple[tuple[str, str], ...] = (
    (
        r'there is no field "',
        "A record takes the fields of its kind and no others, so that nothing typed is lost. Often the name "
        "is mistyped, or the line is indented so that it belongs to another group.",
    ),
    (
        r'there is no [a-z-]+ "',
        "A record names others by their ids: the path of their file without content/ and the ending. The "
        "other record has to be there first, or the id is mistyped.",
    ),
    (
        r"the field is missing|needs a column|column .* is missing",
        "This kind of record cannot do without it. In a register the column has to stand both in the CSV "
        "file and under `columns` in the side file.",
    ),
    (
        r"is not one of the words",
        "The field takes one of a few words, so that records can be counted. What the paper prints can stand "
        "beside it in another field; in a register, `words` in the side file translates the office's own.",
    ),
    (
        r"is not a date|is not a moment|is not a day|time of day|no month, quarter or year|the year \d+ cannot",
        "Days, times and periods are typed in one way each, so that they can be put in order: 2017-09-22, "
        "14:00, 2017-09-22 14:00, 2019-20-q4. What a paper prints otherwise has a field of its own.",
    ),
    (
        r"cannot be (part of )?an id|has no id|cannot be the id",
        "An id stands in addresses for ever: lower-case letters, digits and single hyphens. A record's id is "
        "the name of its file and folders.",
    ),
    (
        r"no record is kept in this place",
        "Every kind of record has its own place beneath content/ or data/. `scrutiny explain` and the kind's "
        "name tells where; `scrutiny new` puts a record there.",
    ),
    (
        r"lies in the folder of its",
        "Some records lie in the folder of another one, like papers in that of their meeting. The folder is "
        "misnamed, or the other record is still to be written: `scrutiny new` begins it.",
    ),
    (
        r"no record lists this file|have attachments",
        "A file is published only when a record beside it names it: under `attachments`, with its title.",
    ),
    (
        r"between quotes|quotation mark|may not begin with|single quotes|second \": \"|would be lost",
        "Some signs mean something in YAML, the form of these files: a colon with a space after it, `#`, "
        "quotation marks, and `*`, `&`, `!`, `-`, `[` at the beginning. A value that holds one stands "
        'between quotes: title: "Part 1: aims".',
    ),
    (
        r"indent|does not fit|taken for part|colon is missing|a list of fields|hyphen|group of fields"
        r"|should be a (list|text)|field's name must be|a list begins on|its first line stands beneath"
        r"|nested too deeply|comma or the closing",
        "How far a line is indented says to what it belongs. Fields of one group begin in the same column, "
        "with spaces and no tabs; each entry of a list begins with a hyphen and a space.",
    ),
    (
        r"UTF-8|UTF-16",
        "The file was saved in an older encoding, in which £ or a dash can be read in several ways. In a "
        "spreadsheet, save it as `CSV UTF-8`; in an editor, choose UTF-8.",
    ),
    (
        r"invisible control character",
        "A sign that nobody sees came with copied text. Delete it: put the cursor behind it, go back one "
        "step, and type the letters around it again.",
    ),
    (
        r"the row has \d+ cells|side file|columns? (is|are) |this column|under `columns`"
        r"|of the file is one column|names the columns|name the columns|the columns are",
        "A register is a CSV file with the names of its columns in one line, and a side file of the same "
        "name that ends in .yml and says what each column means.",
    ),
    (
        r"the address /\S* (is taken|belongs)|the address of",
        "Two pages would have the same address. One of them needs another id, and so another file name.",
    ),
    (
        r"a program left this file|not taken for a record|spreadsheet's own file|already. Take this file away"
        r"|never a link to another file",
        "Only .yml and .md files are records beneath content/, and .yml and .csv files beneath data/. What "
        "programs leave behind, and files with another ending, would be missed or published by mistake.",
    ),
    (
        r"the file is empty|fields are missing|no fields here|a second record|fields into it"
        r"|there is no such file",
        "A file holds one record: its fields, each as `name: value`. A paper has them between two lines of `---`.",
    ),
    (
        r"\d MB|characters; a field|too large|nine digits",
        "Limits keep the site usable. Long texts and large files are attached.",
    ),
    (
        r"`changes`|withdrawn|List changes",
        "What was published is changed or withdrawn openly: an entry under `changes` says when and why, and stays.",
    ),
    (
        r"`allow`|decision to publish|held back|personal\b|may be published|looks like|collar number"
        r"|telephone|postcode|e-mail",
        "Before publication everything is looked through for what could harm somebody: private addresses, "
        "numbers, names of staff. Take it out, or let somebody who may decide so state under `allow` why it "
        "can be published.",
    ),
    (
        r"small number|disclosure|rows_about|protected|hidden",
        "Small numbers of people can point to one of them. Who keeps a register says whom its rows tell of "
        "(`rows_about`) and how its numbers are protected (`disclosure`).",
    ),
    (
        r"is before|still to come|comes after|does not come after|is not after|not before",
        "Two days or times contradict each other. One of them is mistyped, or stands in the wrong record.",
    ),
    (
        r"already|a second time|twice",
        "Something that may be there once is there twice: an id, a number, a name or a line.",
    ),
)
"""A pattern of the message, and what it means. The first that fits is told."""


def meaning_of(message: str) -> str:
    """What a problem means that says this; empty where nothing more is known than it says itself."""
    return next(_found(message), "")


def _found(message: str) -> Iterator[str]:
    return (words for pattern, words in CLASSES if re.search(pattern, message))
