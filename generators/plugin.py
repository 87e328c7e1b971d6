"""The only module that knows MkDocs: it mounts the staged tree beside `docs/` and names the sections."""

import logging
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generators.builder_warnings import BuilderWarnings, as_problem, silent_on_dirty_builds
from generators.clock import this_moment
from generators.compiled import compiled
from generators.drafts.marks import Marks
from generators.drafts.page import marked
from generators.drafts.preview import TOLD_TO_OTHERS, drafts_tree, preview
from generators.policy import policy, with_search
from generators.prepare import Prepared, prepare
from generators.problem import Problems
from generators.render import navigation
from generators.search.document_text import pages_of
from generators.search.index import FOLDER, make_index
from generators.search.kept import documents
from generators.served_site import make_again, sweep
from generators.site.store import disown
from generators.stage import Staged, tree
from generators.style_sheet import ADDRESS, style_sheet

THEME = Path(__file__).parent / "theme"
"""What the program changes of the theme that an office names in its mkdocs.yml."""
SITEMAP = "sitemap.xml"
"""The theme makes one of the pages it is given, which are not all, and does not know when a record was changed."""
SCRIPTS = ("base", "palette", "content")
"""The parts of the theme that are scripts within the page."""
HIDDEN = ('<input class="md-toggle"', '<label class="md-overlay"')
"""Parts of every page that the theme's script looks for and that nothing shows."""
MOMENT = "SCRUTINY_NOW"
"""The environment variable by which `scrutiny serve --now` hands on its moment."""
DRAFTS = "SCRUTINY_DRAFTS"
"""The one by which `scrutiny serve --drafts` asks for what is not public yet. No build listens to it."""


class Scrutiny(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Checks the records before MkDocs touches a folder, and adds their pages to the site."""

    def __init__(self) -> None:
        self.given: Prepared | None = None
        self._pages: Sequence[Staged] = ()
        self._others: Sequence[Staged] = ()
        self._serves = False
        self._marks: Marks | None = None  # where drafts are shown

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Present so that MkDocs keeps this object between the builds of `serve`, which may make only what changed."""
        self._serves = command == "serve"
        if dirty:
            silent_on_dirty_builds()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check, gate and stage, unless that was done before; then name the site and its sections."""
        try:
            prepared, self._marks = (self.given, None) if self.given else self._prepared(config)
        except Problems as problems:
            raise PluginError(problems.report()) from None
        self._pages = [file for file in prepared.staged if file.is_page]
        self._others = [file for file in prepared.staged if not file.is_page]
        config.site_name = escape(prepared.site_name)
        if not self._serves:  # a preview stands where it is looked at
            config.site_url = prepared.address or None
        config.theme.static_templates.discard(SITEMAP)
        config.theme.dirs.insert(0, str(THEME))
        config.theme.get_env = partial(_environment, config.theme.get_env)  # type: ignore[method-assign]
        *line, last = _nav()
        config.nav = [*line, {title: [*inner, *(config.nav or ())] for title, inner in last.items()}]
        return config

    def _prepared(self, config: MkDocsConfig) -> tuple[Prepared, Marks | None]:
        """What is staged where no build has done it: with drafts only for somebody who looks at it on this computer."""
        if not (self._serves and os.environ.get(DRAFTS)):
            with prepare(_root(config), _now()) as whole:
                return whole, None
        if config.dev_addr.host not in ("localhost", "127.0.0.1", "::1"):
            raise PluginError("Drafts are shown on this computer only: leave out --dev-addr, or let it be localhost.")
        prepared, marks = preview(_root(config), _now())
        if marks != self._marks:
            make_again(drafts_tree(_root(config)), (file.path for file in prepared.staged if file.is_page))
        return prepared, marks

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """MkDocs is about to empty the site, which may be a folder that a build put together."""
        if self.given is None:
            disown(Path(config.site_dir))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the staged pages. A page that `docs/` has already was refused by the checks."""
        folder = drafts_tree(_root(config)) if self._marks else tree(_root(config))
        for staged in (*self._pages, *self._others):
            file = File.generated(
                config,
                staged.path,
                abs_src_path=str(folder / staged.path),
                inclusion=InclusionLevel.NOT_IN_NAV,
            )
            file.edit_uri = f"../{staged.source}" if staged.source else None
            files.append(file)
        sheet = style_sheet(config.theme.dirs, THEME / "assets" / "stylesheets", config.markdown_extensions)
        files.append(File.generated(config, ADDRESS, content=sheet))
        if self._serves:
            sweep(Path(config.site_dir), (file.dest_uri for file in files))
        for _, inner in navigation():
            for link in inner:
                path = f"{link.address}index.md"
                if not files.get_file_from_path(path):  # finished before, and listed all the same
                    files.append(File.generated(config, path, content=f"# {link.text}\n"))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs names it
        """Give every page the section it belongs to, without listing it there."""
        sections = {
            item.children[0].file.src_uri: item  # type: ignore[attr-defined]
            for group in nav.items
            for item in group.children or ()
            if isinstance(item, Section)
        }
        made = {staged.path for staged in self._pages}
        for staged in self._pages:
            file = files.get_file_from_path(staged.path)
            section = sections.get(f"{staged.section}index.md")
            if file and file.page and section and file.page.parent is None:
                file.page.parent = section
        for file in files.documentation_pages():
            if file.page and file.page.parent is None and file.src_uri not in made and nav.items:
                folder = file.src_uri.rpartition("/")[0]  # a page written by hand that mkdocs.yml does not list
                file.page.parent = sections.get(f"{folder}/index.md", nav.items[-1])
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs names it
        """Say what pages may do. Not in a preview, to which the server adds a script of its own."""
        config.extra.setdefault("scope", "/")  # or the theme's scripts would be others at every depth of the site
        if not self._serves:
            parts = [env.get_template(f"partials/javascripts/{name}.html").render(config=config) for name in SCRIPTS]
            config.extra["policy"] = policy(parts)
            config.extra["policy_of_search"] = with_search(config.extra["policy"])
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Nothing of a preview with drafts is there to be followed or cited."""
        for name in TOLD_TO_OTHERS if self._marks else ():
            page.meta.pop(name, None)
        return context

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Mark what is not public, where drafts are shown."""
        return marked(output, page.url, page.meta.get("source", ""), self._marks) if self._marks else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index a site that is whole. Where it is only looked at while somebody writes, that would take too long."""
        if self.given is None and not self._serves:
            site = Path(config.site_dir)
            found = documents((*self._pages, *self._others))
            make_index(site, found, lambda path: pages_of(site / path)).rename(site / FOLDER)


def build_pages(root: Path, site_dir: Path, prepared: Prepared) -> None:
    """Build these pages, those of `docs/` and the theme's files into a new folder.

    Strict: whatever MkDocs warns of is a problem. Raises Problems.
    """
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=True)
    plugin: Any = config.plugins["scrutiny"]
    plugin.given = prepared
    warned = BuilderWarnings(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warned)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Abort as stopped:
        raise Problems(as_problem(words) for words in warned.words or [str(stopped)]) from None
    finally:
        plugin.given = None  # MkDocs keeps the object for the next configuration of this process
        logging.getLogger("mkdocs").removeHandler(warned)


class _Theme(FileSystemLoader):
    """The theme's files without its ten thousand icons: none of them is a file of the site, and all would be listed.

    Nor is its map of the site, for which there is one of ours.
    """

    def list_templates(self) -> list[str]:
        found = []
        for folder in self.searchpath:
            for place, inner, names in os.walk(folder):
                inner[:] = [name for name in inner if not name.startswith(".")]
                at = os.path.relpath(place, folder).replace(os.sep, "/")
                found += [name if at == "." else f"{at}/{name}" for name in names]
        return sorted({*found} - {SITEMAP})

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """What opens the theme's own menus has no name; we have none of these, and nobody is to be told of them."""
        source, path, is_current = super().get_source(environment, template)
        for part in HIDDEN if template == "base.html" else ():
            source = source.replace(part, f'{part} aria-hidden="true"')
        return source, path, is_current


def _environment(made: Callable[[], Environment]) -> Environment:
    """What MkDocs renders the theme with, made quicker."""
    environment = made()
    if isinstance(environment.loader, FileSystemLoader):
        environment.loader = _Theme(environment.loader.searchpath)
    environment.bytecode_cache = compiled(Path(__file__))
    return environment


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _now() -> datetime:
    given = os.environ.get(MOMENT)
    return datetime.fromisoformat(given) if given else this_moment()


def _nav() -> list[dict[str, Any]]:
    """Every group of sections; of each section its index is the only page listed.

    The home page has no section: nothing hangs from it.
    """
    return [
        {group.text: [{link.text: [f"{link.address}index.md"]} for link in inner] if group.address else "index.md"}
        for group, inner in navigation()
    ]
