"""Files put in their places: all of them, or none."""

from pathlib import Path

import pytest

from generators.in_place import Changed, put, replace
from tests.projects import contents


def test_files_and_the_folders_around_them_are_made(tmp_path: Path) -> None:
    put(tmp_path, {"a/b/one": b"1", "two": b"2"})
    assert contents(tmp_path) == {"a/b/one": b"1", "two": b"2"}


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1")
    (tmp_path / "one").chmod(0o640)
    put(tmp_path, {"one": b"2"}, {"one": b"1"})
    assert ((tmp_path / "one").read_bytes(), (tmp_path / "one").stat().st_mode & 0o777) == (b"2", 0o640)


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"one": b"2", "new/two": b"2", "here": b"3"}, FileExistsError),
        ({"one": b"2", "new/two": b"2", "old": b"3"}, Changed),
    ],
    ids=["over a file that nobody knew of", "over one that was changed in the meantime"],
)
def test_where_one_cannot_be_put_all_is_as_it_was(
    tmp_path: Path, files: dict[str, bytes], why: type[Exception]
) -> None:
    before = {"one": b"1", "here": b"0", "old": b"changed"}
    for path, raw in before.items():
        (tmp_path / path).write_bytes(raw)
    with pytest.raises(why):
        put(tmp_path, files, {"one": b"1", "old": b"0"})
    assert contents(tmp_path) == before
    assert not (tmp_path / "new").exists()


def test_one_file_is_replaced_whatever_is_there(tmp_path: Path) -> None:
    for content in (b"1", b"2"):
        replace(tmp_path / "a" / "one", content)
        assert contents(tmp_path) == {"a/one": content}
