"""Tables, texts and other files that hide things, and ones that do not."""

from collections.abc import Iterator

from tests.inspected.offices import workbook


def planted() -> Iterator[tuple[str, str, str, bytes]]:
    """What hides, the rule that should find it, the name of the file, and the file."""
    for cell in ("=1+1", "@SUM(1)", "-5+cmd|' /C calc'!A0", "＝1", '" =1"', '"\t=1"', "--SUM(1)", "+A1", '"\n=1"'):
        yield f"a formula {cell!r}", "formula", "a.csv", f"id,note\n1,{cell}\n".encode()
    yield "a zero-width space", "hidden-characters", "a.csv", "id,no\u200bte\n".encode()
    yield "a turned direction", "hidden-characters", "a.txt", "minutes \u202etxt\n".encode()
    yield "hidden tags", "hidden-characters", "a.md", "minutes \U000e0041\n".encode()
    yield "rows far below", "far-cells", "a.csv", b"id\n1\n" + b",\n" * 40 + b"2\n"
    yield "no bytes", "empty", "a.pdf", b""
    yield "nothing but zeros", "empty", "a.pdf", bytes(100)
    yield "an old workbook", "old-office-format", "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    yield "a locked workbook", "old-office-format", "a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    yield "an archive", "archive", "a.zip", b"PK\x05\x06" + bytes(18)
    yield "an archive of another kind", "archive", "a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(30)
    yield "a page of the web", "active-content", "a.html", b"<!doctype html><p>x"
    yield "a program", "unknown-type", "a.bin", b"\x7fELF" + bytes(30)
    yield "a workbook called a PDF", "wrong-type", "a.pdf", workbook()
    yield "text called a picture", "wrong-type", "a.png", b"hello"
    yield "a page of the web called a table", "wrong-type", "a.csv", b"<html><script>x</script>"
    table = b"id\n1\n"
    for name in ("minutes-DRAFT.csv", "minutes_unredacted.csv", "minutes (exempt).csv", "x@made.example.csv",
                 "AB123456C.csv", "minutes\u202evsc.csv", "07700 900123.csv", "dob 1980.csv", "+44 7700.900123.csv",
                 "nhs 943 476 5919.csv", "crime no 24000123456.csv", "made.up-at-mail.com.csv", "Mr M Made-Up.csv",
                 "miss Made.csv".title(), "john_made_grievance.csv", "complaint-by-jane-made.csv"):  # fmt: skip
        yield f"the name {name!r}", "file-name", name, table


def sound() -> Iterator[tuple[str, str, bytes]]:
    """Tables and texts that hide nothing."""
    yield "a table", "figures-2024-03.csv", b'id,change,note\n1,-5,"- none, yet"\n2,+3.4%,+44 20 7946 0000\n3,-,(5)\n'
    yield "a table with a mark in front", "a.csv", "\ufeffid;worth\n1;-£4.10\n".encode()
    yield "a table of an old program", "a.csv", "id,worth\n1,£5\n".encode("cp1252")
    yield "a table in UTF-16", "a.csv", "id,worth\n1,5\n".encode("utf-16")
    yield "a text", "agenda.txt", "Agenda\n\n1. Apologies – none\n".encode()
    for name in ("MRSA screening.csv", "MS Teams guide.csv", "Near-miss report.csv", "crime-20240306.csv",
                 "Medical Examiner 2024.csv", "George Street custody complaint.csv", "Witness Care Unit.csv",
                 "complaints-St-John-Ambulance.csv", "statement-of-accounts-2023-24.csv", "0300 123 4567.csv",
                 "Paul Hamlyn Foundation grant.csv", "PCC-Decision-044-2023-24.csv"):  # fmt: skip
        yield f"the name {name!r}", name, b"id\n1\n"
    yield "a name with a date and a reference", "etp-2023-06-28-paper-7.csv", b"id\n1\n"
