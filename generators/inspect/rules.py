"""What is looked for in attached files: the closed list of rules, each with what it means, why it matters, what to do.

The name of a rule stands in decisions beside records as long as the site exists: it is never used for another thing.
"""

from collections.abc import Mapping

from generators.inspect.rule import Rule

CLEAN = "Make a copy without it: scrutiny clean FILE."
EXPORT = "Save the file as PDF from the program that made it, and attach that."
AT_SOURCE = "Take it out in the program that made the file, and save the file anew."
UNSEEN = "What nobody has looked at may hold anything."

RULES: Mapping[str, Rule] = {
    # Any file.
    "empty": Rule(
        "Empty file", "The file has no bytes.", "The copy or download of it failed, and readers would get nothing.",
        "Attach it again.", could_not_look=True,
    ),
    "too-large": Rule(
        "Too large", "The file, or what is packed in it, is larger than is looked at.", UNSEEN,
        "Split it, or make it smaller.", could_not_look=True,
    ),
    "too-long": Rule(
        "Took too long", "Looking at the file took too long, or the program that reads it broke off.", UNSEEN,
        "Split it, or save it anew in another program.", could_not_look=True,
    ),
    "damaged": Rule(
        "Damaged", "The file is not put together as its kind requires, so it cannot be read to its end.",
        UNSEEN + " Other programs may show of it what this one does not see.",
        "Save it anew in the program that made it.", could_not_look=True,
    ),
    "encrypted": Rule(
        "Locked", "The file can be opened only with a password.", UNSEEN,
        "Save it without a password. If it must have one it is not for publishing.", could_not_look=True,
    ),
    "unknown-type": Rule(
        "Unknown kind", "This kind of file cannot be looked into.", UNSEEN,
        "Attach it as PDF, CSV, plain text, JPEG or PNG.", could_not_look=True,
    ),
    "old-office-format": Rule(
        "Old office format", "The file is of a format from before 2007 (.doc, .xls, .ppt or an e-mail).",
        "Such files keep earlier text and names in places that cannot be looked into.", EXPORT, could_not_look=True,
    ),
    "archive": Rule(
        "Files in a file", "The file is an archive of other files.", UNSEEN,
        "Unpack it and attach each file by itself.", could_not_look=True,
    ),
    "wrong-type": Rule(
        "Not what its name says", "The file is of another kind than the end of its name says.",
        "It is looked at, served and opened as something that it is not.",
        "Give it the right ending, or save it anew.",
    ),
    "file-name": Rule(
        "Name of the file", "The name of the file says something, or hides something, that should not be published.",
        "The name is public: it is the address of the file, and search engines show it.", "Rename the file.",
    ),
    "office-format": Rule(
        "Office format", "The file is a workbook or a word-processor document.",
        "These formats carry more than they show. The worst leaks of police data were forgotten sheets in workbooks.",
        "Attach figures as CSV and text as PDF. If the office format is needed, record why.",
    ),
    "trailing-data": Rule(
        "More after the end", "There is data before the beginning or behind the end of the file proper.",
        "It is not shown, but anybody can take it out: part of a cropped picture, or a whole other file.", CLEAN,
    ),
    "personal-metadata": Rule(
        "A person in the properties", "The file's properties name a person, an account, a device or a folder.",
        "Authors and editors of papers are named by their role, if at all; nobody sees the properties when checking.",
        CLEAN,
    ),
    "custom-properties": Rule(
        "Further properties", "The file has properties that are not the usual ones, with values.",
        "Document systems put case numbers, reviewers and markings there.", CLEAN,
    ),
    "local-link": Rule(
        "Link to a private place", "The file points to a folder, a server or a site inside the office.",
        "It does not work for readers, and tells the names of people, folders and cases.", AT_SOURCE,
    ),
    "comment": Rule(
        "Comments", "The file has comments or notes.", "They are written for colleagues, and name who wrote them.",
        AT_SOURCE,
    ),
    "embedded-file": Rule(
        "A file inside", "Another file is embedded in this one.",
        "A whole workbook can lie behind a chart, and it was not looked at.", AT_SOURCE,
    ),
    "script": Rule(
        "Program inside", "The file contains a program: a macro or a script.",
        "It runs on the reader's computer. Nothing that is published needs one.", EXPORT,
    ),
    "launch-action": Rule(
        "Action", "The file starts a program, sends data or opens another file when it is read.",
        "Nothing that is published should act on the reader's computer.", AT_SOURCE,
    ),
    "program-data": Rule(
        "A program's own data", "A program has left data of its own in the file.",
        "It can hold an earlier state of the whole document, uncropped and without redaction.", CLEAN,
    ),
    "thumbnail": Rule(
        "Small picture of the whole", "The file contains a small picture of its pages or of the picture.",
        "It is often older than what is shown: without the crop and without the redaction.", CLEAN,
    ),
    # PDF.
    "covered-text": Rule(
        "Text that is not seen", "There is text on the page that cannot be seen: covered, in the colour of the paper, "
        "or drawn invisibly.", "Anybody can select and copy it. That is how redactions fail.",
        "Redact with a tool that removes the text, then look at the file again.",
    ),
    "covered-picture": Rule(
        "Black box on a picture", "A black box lies on a picture.",
        "The picture beneath is whole: the box can be moved away.", "Black out in the picture itself.",
    ),
    "text-off-page": Rule(
        "Text outside the page", "There is text outside the part of the page that is shown.",
        "Anybody can select and copy it.", AT_SOURCE,
    ),
    "cropped-page": Rule(
        "Cropped page or picture", "The page, or a picture on it, shows only a part of what is there.",
        "Cropping hides and does not remove: the rest can be shown again.",
        "Print the shown part to a new PDF; crop a picture before it is put in.",
    ),
    "redaction-not-applied": Rule(
        "Redaction not carried out", "A place is marked for redaction, but the redaction was not carried out.",
        "What was to be removed is still in the file.", "Apply the redactions in the PDF editor, then save.",
    ),
    "earlier-version": Rule(
        "Earlier version", "The file was saved over, and what it was before is still in it.",
        "Anybody can bring back the earlier version, with what was removed since.", CLEAN,
    ),
    "left-over": Rule(
        "Left-over page", "Pages, pictures or files are kept in the file that it no longer shows.",
        "What was deleted can be brought back.", CLEAN,
    ),
    "hidden-layer": Rule(
        "Hidden layer", "The file has a layer that is not shown.", "Anybody can switch it on.", AT_SOURCE,
    ),
    "hidden-field": Rule(
        "Hidden form field", "A form field that is not shown has a value.", "Anybody can read it with a PDF editor.",
        AT_SOURCE,
    ),
    "picture-page": Rule(
        "Page that is a picture", "A page is a picture without text: what is written on it was not seen.",
        "What the picture shows was not looked at, and it cannot be read out to those who do not see it.",
        "Run text recognition on the file, or attach the original.", could_not_look=True,
    ),
    # Workbooks.
    "hidden-sheet": Rule(
        "Hidden sheet", "The workbook has a sheet that is not shown.",
        "In 2023 one such sheet gave away the names of all who worked for a police service.",
        "Delete the sheet, or save what is shown as CSV.",
    ),
    "hidden-rows": Rule(
        "Hidden rows", "Rows with content are hidden or filtered out.", "Anybody can show them.",
        "Delete the rows, or copy what is shown to a new workbook.",
    ),
    "hidden-columns": Rule(
        "Hidden columns", "Columns with content are hidden, or too narrow to be seen.", "Anybody can show them.",
        "Delete the columns, or copy what is shown to a new workbook.",
    ),
    "hidden-cells": Rule(
        "Hidden cells", "Cells with content show nothing: white on white, tiny, or in a format that shows no value.",
        "Anybody can read them by clicking on them.", "Delete the content.",
    ),
    "far-cells": Rule(
        "Cells far away", "There is content far below or to the right of the rest.",
        "Nobody scrolls there when checking.", "Delete it, or move it to where it is seen.",
    ),
    "hidden-name": Rule(
        "Hidden name", "A name defined in the workbook is hidden, or holds a value of its own.",
        "It can hold data that no sheet shows.", "Delete it in the list of names.",
    ),
    "pivot-cache": Rule(
        "Pivot table", "The workbook has a pivot table, or keeps the rows that one was made from.",
        "A summary can carry all the rows beneath it, even where the sheet with them was deleted.",
        "Copy the values to a new workbook, or save them as CSV.",
    ),
    "data-model": Rule(
        "Data model", "The workbook carries a data model.", "It holds whole tables that no sheet shows.",
        "Copy the values to a new workbook, or save them as CSV.",
    ),
    "connection": Rule(
        "Connection to data", "The file keeps how it is connected to a data source.",
        "It names servers, accounts and queries, sometimes with a password.", "Delete the connections.",
    ),
    "external-link": Rule(
        "Link to another file", "The file takes values, pictures or a template from another file.",
        "It keeps a copy of values from that file, and its place.", "Break the links, or save as PDF or CSV.",
    ),
    "chart-data": Rule(
        "Data of a chart", "A chart keeps values from a sheet that is hidden or no longer there.",
        "The values can be read out of the chart.", "Paste the chart as a picture.",
    ),
    "left-over-text": Rule(
        "Left-over text", "The workbook keeps texts that no cell shows.",
        "What was deleted from the cells is still in the file.", "Copy the sheets to a new workbook.",
    ),
    # Both office formats.
    "tracked-change": Rule(
        "Tracked changes", "The file keeps what was changed, and who changed it.",
        "Deleted words can be brought back.", "Accept all changes and switch tracking off.",
    ),
    "hidden-text": Rule(
        "Hidden text", "The document has text that is hidden, in white, or too small to be seen.",
        "Anybody can show it.", "Delete the text.",
    ),
    "custom-xml": Rule(
        "Data of a document system", "The file carries data that other programs have put in.",
        "Document systems keep case numbers and names there.", EXPORT,
    ),
    "printer-settings": Rule(
        "Printer", "The file keeps the settings of a printer.", "They can name a server and an account.", CLEAN,
    ),
    "orphan-part": Rule(
        "Part that belongs to nothing", "The file has a part that nothing in it refers to.",
        "It is left over from something deleted, or was put there on purpose.", EXPORT,
    ),
    "unknown-part": Rule(
        "Unknown part", "The file has a part that is not one of the usual ones.", UNSEEN, EXPORT, could_not_look=True,
    ),
    # Pictures and text.
    "image-position": Rule(
        "Position", "The picture keeps where it was taken.", "The place can be a home or a refuge.", CLEAN,
    ),
    "image-layer": Rule(
        "More than one picture", "The file holds further pictures or layers that are not seen at first.",
        "What is beneath or behind can be taken out.", "Save the picture anew as PNG or JPEG.",
    ),
    "active-content": Rule(
        "Active content", "The file can run programs or load things from elsewhere when it is opened.",
        "It runs on the reader's computer.", "Attach a PNG, a JPEG or a PDF instead.",
    ),
    "formula": Rule(
        "Formula", "A cell begins with a character that makes a spreadsheet program calculate it.",
        "Opened in a spreadsheet program it can load data from elsewhere, or send it there.",
        "Put a space or an apostrophe before the character.",
    ),
    "hidden-characters": Rule(
        "Hidden characters", "The text has characters that are not seen or that turn its direction.",
        "Text can be hidden in them, or read differently from what it says.", "Take them out with a text editor.",
    ),
}  # fmt: skip
"""Every rule by its name, in the order in which a guide shows them."""
