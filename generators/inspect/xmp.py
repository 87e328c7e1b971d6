"""The properties that programs write into PDFs and pictures as XML."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generators.inspect.found import Found
from generators.inspect.people import may_name_person
from generators.inspect.places import names_folder

PEOPLE = frozenset(
    {"creator", "author", "authors", "authorsposition", "captionwriter", "contributor", "lastmodifiedby", "manager",
     "ownername", "cameraownername", "artist", "personinimage", "byline", "photographer", "serialnumber",
     "bodyserialnumber", "lensserialnumber", "creatorcontactinfo", "ciemailwork", "citelwork"}
)  # fmt: skip
"""Properties that name a person, or a device that belongs to one."""
POSITION = re.compile(r"gps(?:latitude|longitude|position|dest)", re.IGNORECASE)
LARGEST = 5_000_000
OF_WORD = "{http://ns.adobe.com/pdfx/1.3/}"
"""The further properties of a document, as they are handed on to the PDF that is made of it."""
USUAL = frozenset(
    {"company", "sourcemodified", "contenttypeid", "sourcecreated", "creationdate--text", "moddate--text", "category",
     "trapped"}
)  # fmt: skip
BY_PROGRAMS = ("ptex", "aapl", "gts_", "pxc", "mediaserviceimagetags", "icnapp")


def look_at_xmp(packet: bytes, where: str) -> Iterator[Found]:
    """What such a packet says of people and places."""
    body = _without_wrapper(packet)
    if not body:
        return
    if len(body) > LARGEST:
        yield Found("too-large", where, "its properties are larger than is read")
        return
    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        yield Found("damaged", where, "its properties are no well-formed XML")
        return
    yield from _of(root, where)


def words_in_xmp(packet: bytes) -> Iterator[str]:
    """Every text and value in such a packet. One that cannot be read is told of elsewhere."""
    body = _without_wrapper(packet)
    if not body or len(body) > LARGEST:
        return
    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return
    for element in root.iter():
        yield from (words for words in ((element.text or "").strip(), *element.attrib.values()) if words)


def _without_wrapper(packet: bytes) -> bytes:
    return re.sub(rb"<\?xpacket.*?\?>", b"", packet, flags=re.DOTALL).strip(b"\0 \r\n\t\xef\xbb\xbf")


def _of(root: Element, where: str) -> Iterator[Found]:
    people: set[str] = set()
    has_position = has_folder = has_picture = is_unusual = False
    for element in root.iter():
        is_person = _local(element.tag) in PEOPLE
        texts = element.itertext() if is_person else (element.text or "",)
        named = [(element.tag, text.strip()) for text in texts] + list(element.attrib.items())
        for name, value in named:
            if _local(name) in PEOPLE and may_name_person(value):
                people.add(name.rpartition("}")[2])
            has_position |= bool(POSITION.match(_local(name)) and value.strip())
            has_folder |= names_folder(value)
            is_unusual |= bool(name.startswith(OF_WORD) and value.strip() and not _is_usual(_local(name)))
            has_picture |= name.endswith("xap/1.0/g/img/}image")
    for name in sorted(people):
        yield Found("personal-metadata", where, f"the property {name} has a value")
    if has_position:
        yield Found("image-position", where, "its properties give a position on the map")
    if has_folder:
        yield Found("personal-metadata", where, "its properties name a folder on a computer")
    if is_unusual:
        yield Found("custom-properties", where, "there is a property that is not one of the usual ones")
    if has_picture:
        yield Found("thumbnail", where, "its properties hold a small picture")


def _is_usual(name: str) -> bool:
    return name in USUAL or name.startswith(BY_PROGRAMS)


def _local(name: str) -> str:
    return name.rpartition("}")[2].casefold()
