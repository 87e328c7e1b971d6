"""What may stand everywhere: the contacts of the office in general, and the places where it sits and meets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generators.gate.contacts import is_of_a_role, national
from generators.gate.seen import Seen
from generators.read import Document

OFFICE = "content/office.yml"
MEETINGS = "content/meetings/"
PLACES = ("place",)
"""The fields of a meeting that say where it was."""
HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)")
ADDRESSES = frozenset({"postcode", "street-address"})


@dataclass(frozen=True)
class Known:
    """What is known of an office, in the form in which it is compared."""

    domains: frozenset[str]
    contacts: frozenset[str]
    premises: str

    def covers(self, seen: Seen) -> bool:
        """Whether this may stand without a decision."""
        if seen.rule == "email-address":
            return seen.words.casefold() in self.contacts or is_of_a_role(seen.words, self.domains)
        if seen.rule == "telephone-number":
            return national(seen.words) in self.contacts
        return seen.rule in ADDRESSES and plain(seen.words) in self.premises


def known(documents: Iterable[Document]) -> Known:
    """What the records say of the office and of the places of its meetings. Only texts count; others are refused."""
    domains: set[str] = set()
    contacts: set[str] = set()
    premises: list[str] = []
    for document in documents:
        if document.path == OFFICE:
            given = _listed(document.fields.get("contacts"))
            sites = [document.fields.get(name) for name in ("website", "address")]
            mailbox = str(document.fields.get("report_a_mistake", "")).partition("mailto:")[2]
            contacts |= {national(one) if "@" not in one else one.casefold() for one in (*given, mailbox)}
            domains |= {found[1].casefold() for site in sites if isinstance(site, str) and (found := HOST.match(site))}
            domains |= {one.casefold() for one in _listed(document.fields.get("domains"))}
            premises += _listed(document.fields.get("premises"))
        elif document.path.startswith(MEETINGS):
            premises += [place for name in PLACES if isinstance(place := document.fields.get(name), str)]
    return Known(frozenset(domains), frozenset(contacts - {""}), "\n".join(map(plain, premises)))


def plain(words: str) -> str:
    """Letters and digits alone, as addresses are compared."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _listed(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
