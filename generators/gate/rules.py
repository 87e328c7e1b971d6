"""The closed list of what is looked for in texts, and the words in which it is told of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One thing that is looked for."""

    id: str
    """What an entry of `allow` calls it."""
    what: str
    """What it looks like, as it stands in a sentence."""
    right: str
    """What would be right."""
    shown: int = 2
    """How many characters of it a message shows; the words of a marking are shown whole."""


WHOLE = 1000
TAKE_OUT = "Take it out."
ROLE = "Give the role only; private contact details are not published."
RULES = {
    rule.id: rule
    for rule in (
        Rule("national-insurance-number", "a National Insurance number", TAKE_OUT),
        Rule("nhs-number", "an NHS number", TAKE_OUT),
        Rule("date-of-birth", "a date of birth", "Take it out, or write `a child` or `an adult`.", 0),
        Rule("telephone-number", "a telephone number", ROLE),
        Rule("email-address", "an e-mail address", ROLE, 0),
        Rule(
            "postcode",
            "a postcode",
            "Give the town or ward only. That of an office or venue stands under `premises` in content/office.yml.",
        ),
        Rule(
            "street-address",
            "the address of a house",
            "Give the town or ward only. That of an office or venue stands under `premises` in content/office.yml.",
            0,
        ),
        Rule("vehicle-registration", "the registration number of a vehicle", TAKE_OUT),
        Rule("bank-account", "a bank account", TAKE_OUT),
        Rule("driving-licence", "the number of a driving licence", TAKE_OUT),
        Rule("passport-number", "the number of a passport", TAKE_OUT),
        Rule(
            "crime-reference",
            "the number of a crime, custody or police computer record",
            "Take it out. A file is named by the number under which the office keeps it.",
        ),
        Rule("collar-number", "a collar number", "Give the role only.", 3),
        Rule(
            "protective-marking",
            "a protective marking",
            "Ask whoever marked it. Only what is OFFICIAL without more can be published.",
            WHOLE,
        ),
        Rule(
            "exempt-information",
            "a paper that is exempt under Schedule 12A of the Local Government Act 1972",
            "Keep it out, or let the item say `access: exempt` and why.",
            WHOLE,
        ),
        Rule(
            "not-for-publication",
            "a marking that something is not for publication, or not yet",
            "Keep it out of the records until it is for publication, then take the marking out.",
            WHOLE,
        ),
    )
}
