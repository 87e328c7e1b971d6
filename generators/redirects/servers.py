"""The rules by which common servers and hosts send readers on. Each is a file to be taken in by the server's own.

An address is sent on with and without the slash at its end. Every target is written in plain letters, so that nothing
in it has a meaning for the server; what is asked for is compared as a whole, never as the beginning of something else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from generators.redirects.addresses import Address, moved
from generators.redirects.place import SitePlace

HEAD = "Addresses of the record that have moved, each for good (301)."
REST = "Everything else has moved too."


def apache(every: Sequence[Address], place: SitePlace) -> str:
    """For `.htaccess`, or a virtual host, of Apache 2.4: the module `mod_alias`, which encodes a target by itself."""
    rules = (
        f"RedirectMatch 301 {_whole(place.old(each.address))} {_quoted(_filled_in(place.new(each.leads_to)))}"
        for each in moved(every)
    )
    rest = f"RedirectMatch 301 {_beneath(place)} {_quoted(_filled_in(place.to) + '$1')}"
    return _lines(rules, rest, place)


def nginx(every: Sequence[Address], place: SitePlace) -> str:
    """To be included in a `server` block of nginx."""
    rules = (
        f"location = {_quoted(old)} {{ return 301 {_quoted(place.new(each.leads_to))}; }}"
        for each in moved(every)
        for old in _both(place.old(each.address))
    )
    target = _quoted(place.to + "$1")
    rest = f"location {_quoted(place.base)} {{ rewrite {_beneath(place)} {target} permanent; }}"
    return _lines(rules, rest, place)


def netlify(every: Sequence[Address], place: SitePlace) -> str:
    """The file `_redirects` that Netlify and Cloudflare Pages read in the root of a site."""
    rules = (
        f"{old} {place.new(each.leads_to)} 301"
        for each in moved(every)
        for old in _both(place.old_encoded(each.address))
    )
    return _lines(rules, f"{place.old_encoded('')}* {place.to}:splat 301", place)


def caddy(every: Sequence[Address], place: SitePlace) -> str:
    """To be imported into a site's block of a Caddyfile."""
    rules = (
        f"redir {_quoted(old)} {_quoted(place.new(each.leads_to))} permanent"
        for each in moved(every)
        for old in _both(place.old(each.address))
    )
    rest = f"redir {_quoted(place.to.rstrip('/') + '{uri}')} permanent"
    beneath = f"handle_path {_quoted(place.base + '*')} {{\n\t{rest}\n}}"
    return _lines(rules, rest if place.base == "/" else beneath, place)


def _lines(rules: Iterable[str], rest: str, place: SitePlace) -> str:
    """The rules beneath a remark; where the whole site moves, one more for every address that none of them names."""
    found = list(rules)
    lines = [f"# {HEAD}", *(found or ["# None has moved so far."])]
    if place.to:
        lines += [f"# {REST}", rest]
    return "\n".join([*lines, ""])


def _both(path: str) -> Iterator[str]:
    """A path with the slash at its end, and without."""
    yield path
    if path.endswith("/") and path != "/":
        yield path.rstrip("/")


def _whole(path: str) -> str:
    """A regular expression for a path, with or without the slash at its end, and for nothing else."""
    return _quoted(f"^{re.escape(path.rstrip('/'))}/?$")


def _beneath(place: SitePlace) -> str:
    """One for every path of the site, which remembers what stands behind the place of the site."""
    return _quoted(f"^{re.escape(place.base)}(.*)$")


def _filled_in(target: str) -> str:
    """A target as Apache reads it: not encoded, and without anything in it to be filled in."""
    return unquote(target).replace("\\", "\\\\").replace("$", "\\$")


def _quoted(words: str) -> str:
    """Words between quotation marks as all three servers read them."""
    return '"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"'))
