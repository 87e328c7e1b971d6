"""Addresses: no two pages have one, whoever made them. What records do to each other is in `cases/check`."""

from pathlib import Path

import pytest

from generators.addresses import taken_by_docs, unreadable_docs


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("calendar.md", "calendar/"), ("people/index.md", "people/"), ("people/README.md", "people/"), ("index.md", ""),
        ("Calendar.md", "calendar/"), ("about/office.md", "about/office/"),
    ],
)  # fmt: skip
def test_a_hand_written_page_does_not_take_the_place_of_a_generated_one(project: Path, page: str, address: str) -> None:
    (project / "docs" / page).parent.mkdir(exist_ok=True)
    (project / "docs" / page).write_text("# A page\n")
    addresses = ["", "calendar/", "people/", "about/office/", "help-with-it/"]
    assert [str(problem) for problem in taken_by_docs(addresses, project)] == [
        f"docs/{page}:1:1: the address /{address} belongs to a page made from records. Give this page another name."
    ]


def test_a_project_without_hand_written_pages_is_sound(tmp_path: Path) -> None:
    assert list(taken_by_docs(["calendar/"], tmp_path)) == list(unreadable_docs(tmp_path)) == []


def test_a_hand_written_page_is_text(project: Path) -> None:
    (project / "docs/help.md").write_bytes(b"# Caf\xe9\n")
    assert [str(problem) for problem in unreadable_docs(project)] == [
        "docs/help.md:1:1: the file is not in UTF-8. Save it again and choose the encoding UTF-8."
    ]
