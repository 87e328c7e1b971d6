"""A site to be checked, in a folder or at an address."""

import http.client
import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Optional, TypeVar

AT_ONCE = 16
T = TypeVar("T")
R = TypeVar("R")


class CannotLook(Exception):  # noqa: N818 - it is an answer: nothing is known to be wrong
    """The site could not be reached, or a file could not be read."""


class Site:
    """A site in a folder or at an address."""

    def __init__(self, place: str) -> None:
        self.is_folder = not place.startswith(("https://", "http://"))
        self.place = os.path.realpath(place) if self.is_folder else place.rstrip("/") + "/"
        self._folders: dict[str, bool] = {}
        if self.is_folder and not os.path.isdir(self.place):
            raise CannotLook(f"there is no folder {place}")

    def read(self, path: str, method: str = "GET") -> Optional[bytes]:  # noqa: UP045 - for older Pythons
        """The bytes of a file; None where there is none, or a link in place of one."""
        try:
            if self.is_folder:
                return self._read_file(path, method)
            address = self.place + urllib.parse.quote(path)
            asked = urllib.request.Request(address, method=method, headers={"Cache-Control": "no-cache"})  # noqa: S310
            with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310 - https or http, see above
                found: bytes = answer.read()
                return found
        except urllib.error.HTTPError as error:
            if error.code in (404, 410):
                return None
            raise CannotLook(f"{path}: the site answers {error.code}") from None
        except (OSError, ValueError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise CannotLook(f"{path}: {getattr(reason, 'strerror', '') or reason}") from None

    def _read_file(self, path: str, method: str) -> Optional[bytes]:  # noqa: UP045 - for older Pythons
        folder, full = os.path.dirname(path), os.path.join(self.place, path)
        if folder not in self._folders:
            whole = os.path.normpath(os.path.join(self.place, folder))
            self._folders[folder] = os.path.realpath(whole) == whole
        if not self._folders[folder] or os.path.islink(full) or not os.path.isfile(full):
            return None
        if method == "HEAD":
            return b""
        with open(full, "rb") as file:
            return file.read()

    def each(self, look: Callable[[T], R], at: Iterable[T]) -> list[R]:
        """Look at each of these: at an address at several together, since most of the time is waiting."""
        if self.is_folder:
            return [look(one) for one in at]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(look, at))

    def files(self) -> Iterator[str]:
        """Every file and link of a folder."""
        for place, inner, names in os.walk(self.place):
            for name in [*names, *(name for name in inner if os.path.islink(os.path.join(place, name)))]:
                yield os.path.relpath(os.path.join(place, name), self.place).replace(os.sep, "/")
