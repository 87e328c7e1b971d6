"""The properties of an office file: who wrote it, who saved it, which template."""

from collections.abc import Iterator

from generators.inspect.found import Found
from generators.inspect.office.package import Package
from generators.inspect.people import may_name_person
from generators.inspect.places import is_private, names_folder

PEOPLE = {"creator": "who wrote it", "lastModifiedBy": "who saved it last", "Manager": "a manager"}
CORE, APP = "docProps/core.xml", "docProps/app.xml"


def look_at_properties(package: Package) -> Iterator[Found]:
    """People and folders that the properties name."""
    for part in (CORE, APP):
        if part not in package.parts:
            continue
        for one in package.xml(part).iter():
            name, value = one.tag.rpartition("}")[2], (one.text or "").strip()
            if name in PEOPLE and may_name_person(value):
                yield Found("personal-metadata", part, f"it says {PEOPLE[name]}")
            elif names_folder(value) or (name == "HyperlinkBase" and is_private(value)):
                yield Found("personal-metadata", part, "it names a folder on a computer")
