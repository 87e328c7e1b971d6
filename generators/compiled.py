"""Compiled templates, kept where Python keeps its compiled modules: compiling those of the theme takes a second."""

import os
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

FOLDER = Path(__file__).parent / "__pycache__"


@cache
def compiled(maker: Path) -> FileSystemBytecodeCache | None:
    """Where the templates are kept that this module compiles; None where nothing can be written.

    A template is known by its text. How it is compiled is up to the module that makes the environment, and to the
    versions of the builder and of the template engine, so their hash is part of every name.
    """
    try:
        FOLDER.mkdir(exist_ok=True)
    except OSError:
        return None
    if not os.access(FOLDER, os.W_OK):
        return None
    versions = f"{version('jinja2')} {version('mkdocs')}".encode()
    return FileSystemBytecodeCache(str(FOLDER), f"{sha256(maker.read_bytes() + versions).hexdigest()[:12]}-%s.compiled")
