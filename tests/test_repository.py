"""The repository itself: its records are sound, its fields are explained, its code keeps to the rules of the design."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from fnmatch import fnmatch
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generators import __version__, sections
from generators.check import load
from generators.field_guide.field_guide import groups
from generators.record import GIVEN_BY_PROGRAM, Kind
from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "generators"
ONLY_IN = {
    "mkdocs": {"plugin.py"},
    "markdown": {"permalinks.py", "raw_blocks.py"},
    "markdown_it": {"markdown.py"},
    "jinja2": {"page.py", "plugin.py", "compiled.py"},
    "altair": {"sections/*/charts.py", "figure.py"},
    "vl_convert": {"figure.py"},
    "yaml": {"read/*.py", "page.py"},
    "csv": {"read/*.py", "table.py"},
    "xlsxwriter": {
        "formats/workbook.py",
        "spreadsheets/template.py",
        "spreadsheets/read_me.py",
        "spreadsheets/refused.py",
    },
    "python_calamine": {"spreadsheets/book.py"},
    "rfc8785": {"ledger/entry.py"},
    "cryptography": {"ledger/checkpoint.py"},
    "pikepdf": {"inspect/*"},
    "defusedxml": {"inspect/*", "spreadsheets/marks.py", "spreadsheets/ods.py"},
    "generators.plugin": {"site/finish.py"},
    "generators.commands": {"cli.py", "commands/*"},
    "generators.clock": {"commands/options.py", "plugin.py", "check.py"},
}
"""The modules that may import a library, or a module of ours that others must not know."""
NEVER_IN = {
    "sections/*/pages*": {"generators.check", "generators.read", "generators.shape"},
    "sections/*/charts.py": {"generators.check", "generators.read", "generators.page", "generators.archive"},
    "sections/*/records*": {"generators.page", "generators.archive", "generators.check", "generators.figure"},
    "read/*": {"generators.record", "generators.archive", "generators.check", "generators.page"},
    "minutes/*": {"generators.spreadsheets"},
    "spreadsheets/*": {"generators.minutes"},
}
WRITERS = {
    "alone.py", "commands/clean.py", "in_place.py", "init/create.py", "ledger/copy.py", "made_ahead.py",
    "pack/put.py", "search/order.py", "search/packed.py", "site/finish.py", "site/store.py", "stage.py",
}  # fmt: skip
"""The modules that write files. Records are put in their places by `in_place` alone, whole or not at all."""
JOINED = {
    '".icons/" ~ option.toggle.icon ~ ".svg"',
    '"/" ~ page.url', '"Attendance: " ~ group.title', '"Fields of " ~ group.name', '"Meetings of " ~ year.year',
    '"decisions/" ~ year ~ "/"', '"Outcomes: " ~ summary.title', '"dip-samples/by-year/" ~ year ~ "/"',
    '"Agreement: " ~ title', '"Different grades: " ~ title',
    '"slots-of-" ~ loop.index', 'on ~ "-" ~ loop.index',
    'folder ~ file.name', 'page.title ~ ", latest first"', 'view.place.anchor ~ "-point-"',
}  # fmt: skip
"""What templates join with `~`: plain texts only. Joined to HTML, a text would pass for HTML, its Markdown alive."""


def modules() -> list[str]:
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def imported(module: str) -> Iterator[str]:
    """Every module that a module names in an import, `a.b` for `from a import b` as well as `a`."""
    for node in ast.walk(ast.parse((PACKAGE / module).read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module is not None, "a relative import hides where a name comes from"
            assert not node.level
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_of(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def test_every_record_of_the_repository_is_sound() -> None:
    assert load(REPOSITORY).records["office"]


@pytest.mark.parametrize("kind", sections.kinds(), ids=lambda kind: kind.noun)
def test_every_field_of_every_kind_of_record_has_a_sentence(kind: Kind) -> None:
    for group in groups(kind.type):
        assert group.meaning.rstrip().endswith("."), group.name
        for entry in group.entries:
            assert re.search(r"[.?!…]$", entry.meaning), f"{group.name}: {entry.name}"
    own = {entry.name for entry in groups(kind.type)[0].entries}
    assert own == {field.name for field in fields(kind.type)} - set(GIVEN_BY_PROGRAM)


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_what_it_may(module: str) -> None:
    for name in imported(module):
        for package, allowed in ONLY_IN.items():
            assert not is_of(name, package) or any(fnmatch(module, pattern) for pattern in allowed), name
        for pattern, packages in NEVER_IN.items():
            assert not fnmatch(module, pattern) or not any(is_of(name, package) for package in packages), name
        section = re.match(r"generators\.sections\.(\w+)", name)
        if section and (PACKAGE / "sections" / section[1]).is_dir():
            assert module.startswith(f"sections/{section[1]}/"), name


def test_every_import_rule_is_about_something() -> None:
    used = {name for module in modules() for name in imported(module)}
    assert all(any(is_of(name, package) for name in used) for package in ONLY_IN)
    for pattern in (*NEVER_IN, *(pattern for allowed in ONLY_IN.values() for pattern in allowed)):
        assert any(fnmatch(module, pattern) for module in modules()), pattern


def test_one_module_reads_the_clock() -> None:
    readers = {
        module
        for module in modules()
        for node in ast.walk(ast.parse((PACKAGE / module).read_text()))
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "today", "utcnow")
        and ast.unparse(node.value) in ("datetime", "date")
    }
    assert readers == {"clock.py"}


def test_few_modules_write_files() -> None:
    trees = {module: ast.parse((PACKAGE / module).read_text()) for module in modules()}
    assert {module for module, tree in trees.items() if any(map(writes, ast.walk(tree)))} == WRITERS


def writes(node: ast.AST) -> bool:
    """Whether it is a call that makes a file or writes into one."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    modes = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    is_opened = node.func.attr in ("open", "fdopen") and any(set(mode) & set("wax") and len(mode) < 4 for mode in modes)
    return is_opened or node.func.attr in ("write_bytes", "write_text", "copyfile", "copy2", "copytree")


def test_no_module_is_longer_than_250_lines() -> None:
    lengths = {module: len((PACKAGE / module).read_text().splitlines()) for module in modules()}
    assert {module: length for module, length in lengths.items() if length > 250} == {}


TEMPLATES = sorted([*PACKAGE.rglob("*.jinja"), *PACKAGE.rglob("theme/**/*.html")])


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_puts_a_value_in_an_attribute_only_between_double_quotes(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", template.read_text(), flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", "VALUE", text, flags=re.DOTALL)
    for tag in re.findall(r'<[a-zA-Z/](?:"[^"]*"|[^">])*>', text):
        assert not re.search("VALUE|'", re.sub(r'^</?hVALUE|"[^"]*"', "", tag)), tag
    assert not re.search(r"<(script|style)\b[^>]*>(?:(?!</\1).)*VALUE", text, re.DOTALL)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_declares_nothing_to_be_safe(template: Path) -> None:
    tree = Environment(autoescape=True).parse(template.read_text())
    assert {node.name for node in tree.find_all(nodes.Filter)} & {"safe", "urlize", "xmlattr", "tojson"} == set()
    assert list(tree.find_all((nodes.EvalContextModifier, nodes.MarkSafe, nodes.Mod))) == []


def test_templates_join_only_plain_texts() -> None:
    joined = {
        " ~ ".join(map(unparsed, node.nodes))
        for template in TEMPLATES
        for node in Environment(autoescape=True).parse(template.read_text()).find_all(nodes.Concat)
    }
    assert joined == JOINED


def unparsed(node: nodes.Node) -> str:
    if isinstance(node, nodes.Const):
        return f'"{node.value}"'
    if isinstance(node, nodes.Getattr):
        return f"{unparsed(node.node)}.{node.attr}"
    assert isinstance(node, nodes.Name), "only names, attributes and constants are joined"
    return node.name


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"(?m)^## \[([^\]]+)\]", (REPOSITORY / "CHANGELOG.md").read_text())
    assert next(version for version in versions if version != "Unreleased") == __version__
    assert tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]["version"] == __version__


def tracked() -> Iterator[Path]:
    """Every file that Git does not ignore."""
    ignored = [line.strip("/") for line in (REPOSITORY / ".gitignore").read_text().split()] + [".git"]
    waiting = [REPOSITORY]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            if not any(fnmatch(path.name, pattern) for pattern in ignored):
                if path.is_dir() and not path.is_symlink():
                    waiting.append(path)
                elif path.is_file():
                    yield path


def test_the_lock_file_names_no_address() -> None:
    """Hashes say what is installed; where it comes from is the business of whoever installs it."""
    lock = (REPOSITORY / "requirements.lock").read_text()
    assert "--hash=sha256:" in lock
    assert "://" not in lock
    assert "index-url" not in lock


def test_no_file_names_somebodys_folder() -> None:
    forbidden = re.compile(rb"(?<![\w.])/(?:home/\w|Users/\w|root/|work" rb"/)")
    assert [path.relative_to(REPOSITORY).as_posix() for path in tracked() if forbidden.search(path.read_bytes())] == []
