"""Everything that is recognised in a text. What is certainly free of all of it, which most texts are, costs little."""

from collections.abc import Callable, Iterator

from generators.gate import contacts, crimes, markings, numbers, places, vehicles
from generators.gate.first_pass import EVERY, rules_for
from generators.names_policy import collar_numbers

Look = Callable[[str], Iterator[str]]
LOOKS: dict[str, Look] = {
    "national-insurance-number": numbers.national_insurance,
    "nhs-number": numbers.nhs,
    "date-of-birth": numbers.births,
    "bank-account": numbers.bank_accounts,
    "driving-licence": numbers.licences,
    "passport-number": numbers.passports,
    "telephone-number": contacts.telephones,
    "email-address": contacts.emails,
    "postcode": places.postcodes,
    "street-address": places.houses,
    "vehicle-registration": vehicles.registrations,
    "crime-reference": crimes.references,
    "collar-number": collar_numbers,
    "protective-marking": markings.protective,
    "exempt-information": markings.exempt,
    "not-for-publication": markings.not_yet,
}
"""How each rule looks at a text."""
GREEDY = {
    "telephone-number": ("nhs-number", "bank-account"),
    "street-address": ("date-of-birth",),
    "exempt-information": ("not-for-publication",),
}
"""By rule, those before which it gives way: the same words are told of once."""


def recognise(text: str, rules: frozenset[str] = EVERY) -> Iterator[tuple[str, str]]:
    """The rule and the very words of everything in a text that looks like what is not published.

    `rules`: those that can find something in a longer text of which this is a part.
    """
    if not rules:
        return
    able = rules_for(text, rules)
    found = {rule: list(LOOKS[rule](text)) for rule in LOOKS if rule in able} if able else {}
    for rule, words in found.items():
        others = [other for before in GREEDY.get(rule, ()) for other in found.get(before, ())]
        yield from ((rule, one) for one in words if not any(one in other for other in others))
