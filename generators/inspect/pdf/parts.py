"""Parts of a PDF that are not its pages: scripts, actions, embedded files, layers, thumbnails, left-over pages."""

from collections.abc import Iterator
from typing import Any

from pikepdf import Name, Object, Pdf, Stream

from generators.inspect.colours import look_at_profile
from generators.inspect.found import Found
from generators.inspect.pdf.remarks import BY_PROGRAMS, IN_WORDS, drawing_of, drawings, remarks
from generators.inspect.pdf.unshown import unshown
from generators.inspect.pdf.walk import objects
from generators.inspect.places import is_private
from generators.inspect.xmp import look_at_xmp
from generators.problem import count

ACTIONS = {
    "/Launch": "it starts another program",
    "/SubmitForm": "it sends what is filled in",
    "/ImportData": "it loads data from another file",
    "/GoToE": "it opens an embedded file",
    "/Rendition": "it plays something",
}
LEFT = {"/Page": "a page", "/Image": "a picture", "/EmbeddedFile": "an embedded file"}
"""What is worth bringing back from a file that no longer shows it."""


def look_at_parts(pdf: Pdf) -> Iterator[Found]:
    """Everything that is in the file besides its pages' content."""
    used = set()
    for where, one in objects(pdf):
        used.add(one.objgen)
        yield from _of_object(where, one)
    yield from _layers(pdf.Root.get("/OCProperties"))
    if "/XFA" in (pdf.Root.get("/AcroForm") or {}):
        yield Found("active-content", "the form", "the form has a second form inside (XFA)")
    for one in pdf.objects:
        if isinstance(one, Object) and one.objgen not in used and (kind := _kind(one)) in LEFT:
            yield Found("left-over", f"object {one.objgen[0]}", f"{LEFT[kind]} that the file no longer shows")


def _of_object(where: str, one: Any) -> Iterator[Found]:
    action = str(one.get("/S", ""))
    if "/JS" in one or action == "/JavaScript":
        yield Found("script", where, "there is a script")
    if action in ACTIONS:
        yield Found("launch-action", where, ACTIONS[action])
    if action == "/GoToR" or (action == "/URI" and is_private(_text(one.get("/URI")))):
        yield Found("local-link", where, "a link leads to a private place or another file")
    if "/EF" in one:
        yield Found("embedded-file", where, "another file is inside")
    if "/Thumb" in one:
        yield Found("thumbnail", where, "it has a small picture of the page")
    if "/PieceInfo" in one:
        yield Found("program-data", where, "a program has left its own data")
    yield from _beneath(where, one)
    if isinstance(one.get("/Metadata"), Stream):
        place = "properties" if where == "the whole file" else f"{where}, properties"
        yield from look_at_xmp(one.Metadata.read_bytes(), place)
    yield from _unseen_words(where, one)
    if _kind(one) == "/Image" and one.get("/Filter") in (Name.DCTDecode, [Name.DCTDecode]):
        yield from _picture(where, one)


def _unseen_words(where: str, one: Any) -> Iterator[Found]:
    """Words among the instructions that draw something, or in the description of its colours."""
    for drawing in drawings(one):
        if any(IN_WORDS.search(words) and not BY_PROGRAMS.fullmatch(words) for words in remarks(drawing_of(drawing))):
            yield Found("program-data", where, "a remark stands among the instructions that draw it")
        if unshown(drawing_of(drawing)).idle:
            yield Found("program-data", where, "a text that nothing shows stands among the instructions that draw it")
    if "/N" in one and isinstance(one, Stream) and one.get("/Type") != Name.ObjStm:
        yield from look_at_profile(one.read_bytes(), where)


def _beneath(where: str, one: Any) -> Iterator[Found]:
    """What is there instead of what is shown, or only at times."""
    if "/Alternates" in one:
        yield Found("image-layer", where, "a picture has others in its place")
    if one.get("/Type") == Name.Template:
        yield Found("left-over", where, "a page is kept from which others are made (a template)")
    if one.get("/Type") == Name.OCMD and ("/VE" in one or one.get("/P") in (Name.AllOff, Name.AnyOff)):
        yield Found("hidden-layer", where, "something is shown only while a layer is not")


def _picture(where: str, one: Any) -> Iterator[Found]:
    from generators.inspect.jpeg import look_at_jpeg

    place = f"{where}, a picture"
    try:
        yield from look_at_jpeg(one.read_raw_bytes(), place)
    except Exception as fault:  # a damaged picture makes reading it fail in any way
        yield Found("damaged", place, f"reading it failed ({type(fault).__name__})")


def _layers(properties: Any) -> Iterator[Found]:
    if properties is None:
        return
    groups = list(properties.get("/OCGs", []))
    shown = properties.get("/D", {})
    hidden = list(shown.get("/OFF", []))
    if shown.get("/BaseState") == Name.OFF:
        on = {one.objgen for one in shown.get("/ON", [])}
        hidden = [one for one in groups if one.objgen not in on]
    by_use = [one for one in groups if _is_off(one.get("/Usage", {}))]
    if number := len({one.objgen for one in (*hidden, *by_use)}):
        yield Found("hidden-layer", "the whole file", f"{count(number, 'layer')} not shown on screen or not printed")


def _is_off(usage: Any) -> bool:
    view, printed = usage.get("/View", {}), usage.get("/Print", {})
    return bool(view.get("/ViewState") == Name.OFF or printed.get("/PrintState") == Name.OFF)


def _kind(one: Any) -> str:
    if not hasattr(one, "get"):
        return ""
    return str(one.get("/Subtype") if one.get("/Subtype") == Name.Image else one.get("/Type", ""))


def _text(value: Any) -> str:
    return "" if value is None else str(value)
