"""Whether attached files hold more than they show: planted classes are found, and what hides nothing is let through."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.inspect import inspect, looking
from generators.inspect.apart import inspect_apart
from generators.inspect.found import MOST_PLACES, Found, Inspection, inspection
from generators.inspect.looking import look_at
from generators.inspect.people import may_name_person
from generators.inspect.places import is_private
from generators.inspect.rules import RULES
from generators.inspect.text import pieces
from tests.inspected import offices, pdfs, pictures, texts, unseen

TURNS = (90, 180, 270) if "SCRUTINY_TEST_ALL" in os.environ else (90,)
PLANTED = [
    *((f"PDF: {what}", rule, "a.pdf", content) for what, rule, content in pdfs.planted()),
    *((f"workbook: {what}", rule, "a.xlsx", content) for what, rule, content in offices.workbooks()),
    *((f"document: {what}", rule, "a.docx", content) for what, rule, content in offices.documents()),
    *((f"PDF: {what}", rule, "a.pdf", content) for what, rule, content in unseen.of_pdfs()),
    *((f"workbook: {what}", rule, "a.xlsx", content) for what, rule, content in unseen.workbooks()),
    *((f"document: {what}", rule, "a.docx", content) for what, rule, content in unseen.documents()),
    *((f"picture: {what}", rule, name, content) for what, rule, name, content in pictures.planted()),
    *((f"other: {what}", rule, name, content) for what, rule, name, content in texts.planted()),
]
TURNED = [(f"{what}, turned by {turn}", rule, content) for turn in TURNS for what, rule, content in pdfs.covers(turn)]
SOUND = [
    *((f"PDF: {what}", "a.pdf", content) for what, content in pdfs.sound()),
    *((f"picture: {what}", name, content) for what, name, content in pictures.sound()),
    *((f"other: {what}", name, content) for what, name, content in texts.sound()),
]
OFFICES = [*offices.sound(), *unseen.sound()]
SAID = list(unseen.said())
SECRETS = re.compile(r"made.up|witness|harbourmaster|calc|sharepoint|server|\bRaw\b", re.IGNORECASE)


@pytest.mark.parametrize(("rule", "name", "content"), [one[1:] for one in PLANTED], ids=[one[0] for one in PLANTED])
def test_what_hides_is_found_and_not_repeated(rule: str, name: str, content: bytes) -> None:
    answer = inspect(name, content)
    assert rule in {one.rule for one in answer.found}
    blind = any(RULES[one.rule].could_not_look for one in answer.found)
    assert answer.outcome == ("could not look" if blind else "finding")
    assert not [one for one in answer.found if SECRETS.search(one.where + one.words)]


@pytest.mark.parametrize(("rule", "content"), [one[1:] for one in TURNED], ids=[one[0] for one in TURNED])
def test_what_hides_on_a_turned_page_is_found(rule: str, content: bytes) -> None:
    assert rule in {one.rule for one in inspect("a.pdf", content).found}


@pytest.mark.parametrize(("name", "content"), [one[1:] for one in SOUND], ids=[one[0] for one in SOUND])
def test_what_hides_nothing_is_clean(name: str, content: bytes) -> None:
    assert inspect(name, content) == Inspection("clean")


@pytest.mark.parametrize(("name", "content"), [one[1:] for one in OFFICES], ids=[one[0] for one in OFFICES])
def test_of_an_office_file_that_hides_nothing_only_its_format_is_named(name: str, content: bytes) -> None:
    assert [one.rule for one in inspect(name, content).found] == ["office-format"]


@pytest.mark.parametrize(("name", "content"), [one[1:] for one in SAID], ids=[one[0] for one in SAID])
def test_what_a_file_says_beside_its_text_is_read(name: str, content: bytes) -> None:
    assert "07700 900123" in " ".join(piece.text for piece in pieces(name, content))


def test_office_files_that_cannot_be_looked_into_say_so() -> None:
    for what, rule, content in offices.unreadable():
        answer = inspect("a.xlsx", content)
        assert rule in {one.rule for one in answer.found}, what
        assert answer.outcome == "could not look", what


def test_every_rule_finds_something_in_these_files() -> None:
    found = {rule for _, rule, *_ in PLANTED} | {"office-format", "too-large"}
    assert RULES.keys() - found == {"too-long"}


def test_every_rule_is_explained_in_whole_sentences() -> None:
    for name, rule in RULES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert all(text.endswith(".") and text[0].isupper() for text in rule[1:4])
        assert not rule.title.endswith(".")


def test_many_places_are_told_in_short() -> None:
    answer = inspection(Found("comment", f"page {number}", "a note") for number in range(MOST_PLACES + 3))
    assert len(answer.found) == MOST_PLACES + 1
    assert answer.found[-1] == Found("comment", "elsewhere", "the same in 3 more places")
    assert len(inspection([Found("comment", "page 1", "a note")] * 9).found) == 1


@pytest.mark.parametrize("address", ["file:///C:/x", r"\\server\x", r"C:\x", "http://intranet/x", "https://10.1.2.3/",
                                     "https://force.sharepoint.com/x", "http://files.force.local/"])  # fmt: skip
def test_private_places_are_known(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize(
    "address", ["https://www.gov.uk/", "mailto:office@opcc.example", "#page=2", "https://1.2.3.4/"]
)
def test_public_places_are_known(address: str) -> None:
    assert not is_private(address)


def test_an_office_is_not_a_person() -> None:
    assert not may_name_person("Office of the Police and Crime Commissioner")
    assert not may_name_person("openpyxl")
    assert may_name_person("Office of the Commissioner, Made Up")
    assert may_name_person("Made Up")


def whole() -> Iterator[tuple[str, bytes]]:
    """One whole file of each kind."""
    yield "a.pdf", pdfs.pdf(change=pdfs.title, pages=2)
    yield "a.xlsx", offices.workbook(offices.chart)
    yield "a.docx", offices.word()
    yield "a.jpg", pictures.jpeg(position=True)
    yield "a.png", pictures.png(Software="A program")
    yield "a.csv", b"id,note\n1,none\n"


WHOLE = list(whole())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_bytes_make_it_fail(data: st.DataObject) -> None:
    name, content = data.draw(st.sampled_from(WHOLE))
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(changed) - 1))
        length = data.draw(st.sampled_from((1, 1, 4, 40)))
        changed[at : at + length] = data.draw(st.binary(max_size=length))
        changed = changed or bytearray(b"x")
    answer = inspect(name, bytes(changed))
    assert (answer.outcome == "clean") == (not answer.found)
    assert {one.rule for one in answer.found} <= RULES.keys()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["a.pdf", "a.xlsx", "a.jpg", "a.png", "a.csv", "a"]), st.binary(max_size=200))
def test_no_other_bytes_make_it_fail(name: str, content: bytes) -> None:
    starts = {
        "a.pdf": b"%PDF-1.7\n",
        "a.xlsx": b"PK\3\4xl/[Content_Types].xml",
        "a.jpg": b"\xff\xd8\xff",
        "a.png": b"\x89PNG\r\n\x1a\n",
    }
    assert {one.rule for one in inspect(name, starts.get(name, b"") + content).found} <= RULES.keys()


def test_a_bomb_of_zeros_in_a_picture_and_a_pdf_does_no_harm() -> None:
    def bomb(made: object, page: object) -> None:
        pdfs.draws_image(bytes(20_000_000), 5_000, 4_000, pdfs.SHOWN, "", pdfs.ON_PAGE)(made, page)  # type: ignore[arg-type]

    content = pdfs.pdf(change=bomb, compress_streams=True)
    assert len(content) < 100_000
    assert inspect("a.pdf", content).outcome in ("clean", "finding")


def test_a_file_is_looked_at_in_a_process_of_its_own() -> None:
    content = pdfs.pdf(change=pdfs.author)
    assert inspect_apart("a.pdf", content) == inspect("a.pdf", content)


def test_a_process_that_takes_too_long_could_not_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.inspect.apart.LONGEST", 0)
    monkeypatch.setattr("generators.inspect.apart.SECONDS_A_MEGABYTE", 0)
    assert inspect_apart("a.pdf", pdfs.pdf()).outcome == "could not look"


def test_a_process_that_breaks_off_could_not_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    assert [one.rule for one in inspect_apart("a.csv", b"id\n").found] == ["too-long"]


def test_whatever_has_a_part_in_the_looking_makes_old_answers_void() -> None:
    folder = Path(looking.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    elsewhere = set(re.findall(r"^ *from generators\.(\w+)", code, re.MULTILINE)) - {"inspect"}
    assert elsewhere == set(looking.AROUND)


def test_a_file_that_cannot_be_read_could_not_be_looked_at(tmp_path: Path) -> None:
    assert look_at(tmp_path / "gone.pdf").inspection.outcome == "could not look"


def test_an_office_file_of_many_parts_that_are_large_together_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.inspect.office.package.LARGEST", 1000)
    assert "too-large" in {one.rule for one in inspect("a.xlsx", offices.workbook()).found}
