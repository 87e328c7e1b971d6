"""Who offers: the same donor by whatever name it is printed, and the offers of each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from generators.link import Link
from generators.sections.gifts.records import GiftOffer, GiftsRegister
from generators.slugs import LONGEST, slug_of

UNNAMED = {
    "a member of the public", "member of the public", "member of public", "members of the public", "public",
    "a local resident", "local resident", "anonymous", "anonymous donor", "unknown", "not known", "not stated",
    "not recorded", "various", "none", "n/a", "not applicable", "tbc",
}  # fmt: skip
"""What rows print where they name nobody. Two such offers need not come from the same hand."""
FORM = re.compile("(?:-(?:plc|ltd|llp|inc|co|company|uk|gb|group))+$")
"""At the end of a slug: what kind of company it is, which registers leave out as often as not."""
INITIALS = re.compile(r"\b\w(?:\.\w\b)+\.?")
"""Letters with full stops between: `F.C.` is `FC`."""


@dataclass(frozen=True)
class Donor:
    """One donor, with every offer that stands under its name."""

    slug: str
    name: str
    """As most of the rows have it."""
    printed: tuple[tuple[str, int], ...]
    """Every name under which the rows print it, and how often."""
    offers: tuple[GiftOffer, ...]

    @property
    def link(self) -> Link:
        """Its page."""
        return Link(self.name, f"gifts/donors/{self.slug}/")


def names_of(registers: Iterable[GiftsRegister]) -> dict[str, str]:
    """By a printed name, the one under which it stands, in whichever register that is said."""
    return {compared(printed): name for register in registers for printed, name in register.donors.items()}


def named(
    register: GiftsRegister, offers: Iterable[GiftOffer], elsewhere: Mapping[str, str]
) -> Iterator[tuple[str, GiftOffer]]:
    """The offers of a register with the names under which they stand, but those that name nobody.

    `elsewhere`: what all registers say of names; what this one says goes before it.
    """
    known = {**elsewhere, **names_of((register,))}
    unnamed = UNNAMED.union(compared(words) for words in register.unnamed)
    for offer in offers:
        name = offer.donor or known.get(compared(offer.offered_by), offer.offered_by)
        if compared(name) not in unnamed:
            yield name, offer


def donor_slug(name: str) -> str:
    """The same for names that differ only in capitals, signs, `The` at their beginning or `Limited` for `Ltd`."""
    joined = INITIALS.sub(lambda found: found[0].replace(".", ""), name)
    plain = re.sub("-limited$", "-ltd", re.sub("^the-", "", slug_of(joined)))
    if 0 < len(plain) <= LONGEST:
        return plain
    return f"{plain[: LONGEST - 9]}-{sha256(compared(name).encode()).hexdigest()[:8]}".strip("-")


def without_form(slug: str) -> str:
    """The slug of a donor without what only says what kind of company it is."""
    return FORM.sub("", slug)


def gathered(offers: Iterable[tuple[str, GiftOffer]]) -> dict[str, Donor]:
    """Every donor by its slug, from the offers with the names under which they stand."""
    found: dict[str, list[tuple[str, GiftOffer]]] = {}
    for name, offer in offers:
        found.setdefault(donor_slug(name), []).append((name, offer))
    return {slug: _donor(slug, offers) for slug, offers in sorted(found.items())}


def _donor(slug: str, offers: list[tuple[str, GiftOffer]]) -> Donor:
    names = Counter(name for name, _ in offers)
    printed = Counter(offer.offered_by for _, offer in offers)
    best = min(names, key=lambda name: (-names[name], name))
    order = sorted(printed.items(), key=lambda entry: (-entry[1], entry[0]))
    return Donor(slug, best, tuple(order), tuple(offer for _, offer in offers))


def compared(name: str) -> str:
    """A name without what does not distinguish it: capitals, and spaces around and between its words."""
    return " ".join(name.split()).casefold()
