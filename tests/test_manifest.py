"""The list of all files of a site, and the folder that is held against it."""

import json
import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from generators.problem import Problems
from generators.site.manifest import manifest, whole_folder
from generators.site.store import Store, switch
from tests.projects import contents

FILES = {"index.html": b"home", "a/index.html": b"A", "a/b c – é.csv": b"1,2\n", "same.txt": b"A"}


class Made:
    """A store with these files, and the site that is made of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = Store(root / "store")
        self.keys = {path: sha256(path.encode() + content).hexdigest() for path, content in FILES.items()}
        for path, content in FILES.items():
            self.store.keep(self.keys[path], content)
        self.store.save()

    def publish(self) -> Path:
        site = self.root / "site"
        live = site.resolve() if site.is_symlink() else None
        folder = whole_folder(self.keys, self.store, self.root / "sites", live)
        switch(site, folder)
        return folder


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path)


def test_every_file_is_listed_with_its_length_and_hash(made: Made) -> None:
    listed = json.loads(manifest(made.keys, made.store))["files"]
    assert listed == [
        {"path": path, "bytes": len(FILES[path]), "sha256": sha256(FILES[path]).hexdigest()} for path in sorted(FILES)
    ]


def test_the_order_in_which_files_were_made_changes_nothing(made: Made) -> None:
    backwards = dict(reversed(made.keys.items()))
    assert manifest(backwards, made.store) == manifest(made.keys, made.store)
    assert manifest({}, made.store) == b'{"files":[\n\n]}\n'


def longer(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"!")


def as_long(file: Path) -> None:
    """By a program that puts a new file in the place of the old one."""
    content = b"?" * file.stat().st_size
    file.unlink()
    file.write_bytes(content)


def empty(file: Path) -> None:
    """As a loss of power leaves it."""
    file.unlink()
    file.touch()


def led_away(file: Path) -> None:
    file.unlink()
    file.symlink_to("/etc/hostname")


def joined_by_a_stranger(file: Path) -> None:
    file.with_name("stranger.html").write_text("mine")


HURTS: Mapping[str, Callable[[Path], None]] = {
    "longer": longer, "as long": as_long, "empty": empty, "gone": Path.unlink,
    "a link": led_away,
    "a stranger": joined_by_a_stranger,
}  # fmt: skip
IN_THE_FOLDER = [name for name in HURTS if name != "longer"]


@pytest.mark.parametrize("hurt", IN_THE_FOLDER)
def test_a_folder_into_which_somebody_wrote_is_made_anew(made: Made, hurt: str) -> None:
    """Both of the two that take turns, the live one as well."""
    for _ in range(3):
        folder = made.publish()
        HURTS[hurt](folder / "a" / "index.html")
        made.publish()
        assert contents(made.root / "site") == FILES


def test_a_stranger_in_both_folders_is_never_published(made: Made) -> None:
    """The one that takes the place of the other is looked through as well."""
    made.publish()
    made.publish()
    for folder in ("a", "b"):
        joined_by_a_stranger(made.root / "sites" / folder / "index.html")
    with pytest.raises(Problems, match=r"stranger\.html"):
        made.publish()
    made.publish()
    assert contents(made.root / "site") == FILES


@pytest.mark.parametrize("hurt", ["longer", "as long", "empty"])
def test_what_is_damaged_in_the_store_is_not_published_and_goes(made: Made, hurt: str) -> None:
    """And the next build, which makes it again, is right."""
    made.publish()
    key = made.keys["same.txt"]
    HURTS[hurt](made.store.path(key))
    for folder in (made.root / "sites").iterdir():
        folder.with_suffix(".json").unlink(missing_ok=True)
    with pytest.raises(Problems, match=r"same\.txt.*Give the command again"):
        made.publish()
    assert key not in Store(made.root / "store")
    made.store.keep(key, FILES["same.txt"])
    made.publish()
    assert contents(made.root / "site") == FILES


def test_a_file_edited_through_the_site_is_noticed(made: Made) -> None:
    """It is the same file as that in the store, and would else be published for ever."""
    folder = made.publish()
    longer(folder / "index.html")
    with pytest.raises(Problems, match=r"index\.html"):
        made.publish()


def test_a_copy_with_other_times_is_as_good(made: Made) -> None:
    for file in made.store.folder.iterdir():
        os.utime(file, (0, 0))
    made.publish()
    assert contents(made.root / "site") == FILES
