"""Private facts that are nobody's, made by the rules of real ones, and what looks like them and is none."""

from collections.abc import Callable, Iterator
from random import Random

AREAS = ["LE", "B", "M", "SW", "EC", "NG", "CV", "DE", "S", "WC", "YO", "CF", "EH", "G", "NN", "PE"]
STREETS = [
    "Street",
    "Road",
    "Lane",
    "Avenue",
    "Close",
    "Drive",
    "Crescent",
    "Gardens",
    "Grove",
    "Terrace",
    "Court",
    "Way",
    "Mews",
]
NAMES = [
    "Acacia",
    "Sample",
    "Willow",
    "Church",
    "Station",
    "Victoria",
    "Specimen",
    "Mill",
    "St Mary's",
    "Queens",
    "Long Meadow",
]
MONTHS = ["January", "Feb", "March", "April", "May", "Jun", "July", "August", "Sept", "October", "Nov", "December"]
INWARD = "ABDEFGHJLNPQRSTUWXYZ"
PLATES = "ABCDEFGHJKLMNOPRSTUVWXY"
YEARS = ["02", "09", "14", "19", "21", "24", "51", "66", "73"]
Make = Callable[[Random], str]


def _letters(random: Random, signs: str, number: int) -> str:
    return "".join(random.choices(signs, k=number))


def _digits(random: Random, number: int) -> str:
    return _letters(random, "0123456789", number)


def national_insurance(random: Random) -> str:
    while True:
        prefix = random.choice("ABCEGHJKLMNOPRSTWXYZ") + random.choice("ABCEGHJKLMNPRSTWXYZ")
        if prefix not in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ"):
            break
    groups = [prefix, _digits(random, 2), _digits(random, 2), _digits(random, 2), random.choice("ABCD")]
    written = random.choice(["", " ", "-"]).join(groups)
    return written.lower() if random.random() < 0.1 else written


def nhs(random: Random) -> str:
    while True:
        nine = random.choice("4679") + _digits(random, 8)
        check = 11 - sum((10 - at) * int(digit) for at, digit in enumerate(nine)) % 11
        if check != 10:
            break
    number = nine + str(check % 11)
    gap = random.choice(["", " ", "-"])
    return gap.join((number[:3], number[3:6], number[6:]))


def birth(random: Random) -> str:
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(1930, 2015)
    date = random.choice(
        [
            f"{day:02}/{month:02}/{year}",
            f"{day}.{month}.{year % 100:02}",
            f"{year}-{month:02}-{day:02}",
            f"{day} {MONTHS[month - 1]} {year}",
            f"{day}th {MONTHS[month - 1]} {year}",
            f"{day:02}-{month:02}-{year}",
            f"{MONTHS[month - 1]} {day}, {year}",
        ]
    )
    return random.choice(
        ["DOB {}", "DOB: {}", "D.O.B. {}", "date of birth {}", "Date of birth: {}", "born on {}", "born {}", "({} DOB)"]
    ).format(date)


def telephone(random: Random) -> str:
    return random.choice(
        [
            f"07{_digits(random, 3)} {_digits(random, 6)}",
            f"07{_digits(random, 9)}",
            f"+44 7{_digits(random, 3)} {_digits(random, 6)}",
            f"0116 2{_digits(random, 2)} {_digits(random, 4)}",
            f"(0116) 2{_digits(random, 2)} {_digits(random, 4)}",
            f"020 7{_digits(random, 3)} {_digits(random, 4)}",
            f"01{random.randint(204, 997)} {_digits(random, 6)}",
            f"+44 (0)1{random.randint(204, 997)} {_digits(random, 6)}",
            f"07{_digits(random, 3)} {_digits(random, 3)} {_digits(random, 3)}",
        ]
    )


def email(random: Random) -> str:
    name = random.choice(["ann.sample", "b.specimen", "cara_x", "d-example1", "eve+box", "o'mock"])
    return f"{name}@{random.choice(['mail.example', 'example.co.uk', 'leics.example.org', 'box.example.com'])}"


def postcode(random: Random) -> str:
    outward = random.choice(AREAS) + random.choice(["1", "2", "9", "12", "19", "4"])
    written = f"{outward}{random.choice([' ', ' ', ''])}{random.randint(0, 9)}{_letters(random, INWARD, 2)}"
    return written.lower() if random.random() < 0.05 and not written.endswith(("ST", "ND", "RD", "TH")) else written


def house(random: Random) -> str:
    number = random.choice(["", "Flat 3, "]) + str(random.randint(1, 240)) + random.choice(["", "", "a", "B"])
    return f"{number} {random.choice(NAMES)} {random.choice(STREETS)}"


def registration(random: Random) -> str:
    current = (
        f"{_letters(random, PLATES, 2)}{random.choice(YEARS)}"
        f"{random.choice([' ', ''])}{_letters(random, 'ABCDEFGHJKLMNOPRSTUVWXYZ', 3)}"
    )
    older = f"{random.choice('ABCDEFGHJKLMNPRSTVWXY')}{random.randint(1, 999)} {_letters(random, PLATES, 3)}"
    oldest = f"{_letters(random, PLATES, 3)} {random.randint(1, 999)}{random.choice('ABCDEFGHJKLMNPRSTVWXY')}"
    return random.choice([current] * 4 + [f"car registered {older}", f"a vehicle, {oldest}"])


def bank(random: Random) -> str:
    code = random.choice(["-", " "]).join(_digits(random, 2) for _ in range(3))
    number = _digits(random, 8)
    return random.choice(
        [
            f"sort code {code}, account number {number}",
            f"{code} {number}",
            f"Sort code: {code} Account: {number}",
            f"account no {number}",
        ]
    )


def crime(random: Random) -> str:
    year = random.randint(15, 26)
    return random.choice(
        [
            f"{year}*{_digits(random, 6)}",
            f"crime number 06/{_digits(random, 5)}/{year}",
            f"crime reference {year}{_digits(random, 9)}",
            f"Crime Ref: CR/{_digits(random, 6)}/{year}",
            f"PNC ID {year}/{random.randint(1000, 999999)}W",
            f"URN 33LL{_digits(random, 7)}",
            f"incident no. {_digits(random, 4)}",
            f"custody record number LC/{_digits(random, 5)}/{year}",
            f"occurrence number {_digits(random, 11)}",
        ]
    )


def collar(random: Random) -> str:
    number = random.randint(1000, 9999)
    return random.choice(
        ["PC {}", "PC{}", "DC {}", "PS {}", "PCSO {}", "Sergeant {}", "Constable {}", "collar number {}"]
    ).format(number)


def marking(random: Random) -> str:
    return random.choice(
        [
            "\nOFFICIAL-SENSITIVE\n",
            "\nOfficial: Sensitive\n",
            "\nRESTRICTED\n",
            "\n**CONFIDENTIAL**\n",
            "\nSECRET\n",
            "\nTOP SECRET\n",
            "\nProtective marking: RESTRICTED - POLICE\n",
            "\nPROTECT - PERSONAL\n",
            " is marked OFFICIAL-SENSITIVE and",
            " was SECRET until",
            "\nUK EYES ONLY\n",
            "\n# Restricted\n",
            "\nPrivate and Confidential\n",
        ]
    )


def exempt(random: Random) -> str:
    return random.choice(
        [
            "This report is exempt under paragraph 1 of Schedule 12A.",
            "Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A",
            "This appendix contains exempt information.",
            "\nExempt information\n",
            "EXEMPT under paragraph 7 of Schedule 12A",
            "The attached report is not for publication.",
            "\nExempt: paragraph 2, Schedule 12A Local Government Act 1972\n",
        ]
    )


def not_yet(random: Random) -> str:
    return random.choice(
        [
            "\nDRAFT\n",
            "\nDRAFT v0.3\n",
            "\nNot for publication\n",
            "\nEMBARGOED UNTIL 9 May\n",
            " NOT FOR PUBLICATION ",
            "\nLegally privileged\n",
            "\nDraft - not for circulation\n",
            "\nFor internal use only\n",
            "\n**DRAFT**\n",
        ]
    )


MADE: dict[str, Make] = {
    "national-insurance-number": national_insurance,
    "nhs-number": nhs,
    "date-of-birth": birth,
    "telephone-number": telephone,
    "email-address": email,
    "postcode": postcode,
    "street-address": house,
    "vehicle-registration": registration,
    "bank-account": bank,
    "crime-reference": crime,
    "collar-number": collar,
    "protective-marking": marking,
    "exempt-information": exempt,
    "not-for-publication": not_yet,
}
SENTENCES = (
    "The officer wrote down {} and went on.",
    "{}",
    "He gave it as {}; nothing else was said.",
    "(see {})",
    "Name, {}, and more",
    "It was {}.",
    "The panel heard of it: {}",
)


def positives(rule: str, number: int = 200) -> Iterator[str]:
    """Sentences with something private of one kind in each."""
    random = Random(rule)
    for _ in range(number):
        yield random.choice(SENTENCES).format(MADE[rule](random))


def _reference(random: Random) -> str:
    return random.choice(
        [
            f"paper {random.choice('ABCDEF')}{random.randint(1, 40)}",
            f"item {random.randint(1, 90)}/{random.randint(10, 26)}",
            f"minute {random.randint(100, 999)}",
            f"SI 20{random.randint(10, 26)}/{_digits(random, 4)}",
            f"reference CO/{_digits(random, 5)}/{random.randint(10, 26)}",
            f"PCP-{_digits(random, 6)}",
            f"complaint file CF {_digits(random, 6)}",
            f"paragraph {random.randint(1, 40)}({random.choice('abc')})",
            f"version {random.randint(1, 9)}.{random.randint(0, 9)}.{random.randint(0, 9)}",
            f"contract {_letters(random, 'ABC', 2)}{_digits(random, 4)}",
        ]
    )


def _money(random: Random) -> str:
    return random.choice(
        [
            f"£{random.randint(1, 999)},{_digits(random, 3)},{_digits(random, 3)}",
            f"£0{_digits(random, 2)},{_digits(random, 3)},{_digits(random, 3)}",
            f"£{_digits(random, 10)}",
            f"{random.randint(100, 999)}.{_digits(random, 2)} million",
            f"{_digits(random, 2)}.{_digits(random, 3)}%",
            f"£{random.randint(1, 9)}.{random.randint(1, 9)}m of £{_digits(random, 3)}.{_digits(random, 1)}m",
        ]
    )


def _time(random: Random) -> str:
    year = random.randint(2010, 2026)
    return random.choice(
        [
            f"{random.randint(1, 28)} March {year}",
            f"{year}-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
            "0700-1500 1500-2300",
            f"{year}/{year % 100 + 1} and {year + 1}/{year % 100 + 2}",
            f"04-09-{year} 10:30",
            f"between {year} and {year + 3}",
            f"quarter 3 of {year}-{year % 100 + 1}",
            f"{random.randint(1, 12):02}.{random.randint(0, 59):02} to {random.randint(13, 22)}.30",
            "in 2012010234567",
        ]
    )


def _words(random: Random) -> str:
    return random.choice(
        [
            "the restricted duties of officers",
            "confidential reporting lines",
            "a draft of the plan",
            "the draft Police and Crime Plan",
            "resolved that the public be excluded under Schedule 12A, paragraph 1, of the Local Government Act 1972",
            "no exempt information was discussed",
            "the Official Secrets Act",
            "trusted officers protect the public",
            "NOT PROTECTIVELY MARKED",
            "OFFICIAL",
            "the A46 AND the M1 junction",
            "3 Crown Court trials",
            "12 Safer Road campaigns",
            "5 New Road Safety cameras",
            "3 Open Street Maps of wards",
            "the 21 Street Pastors",
            "a duty of 5 Road Policing officers",
            "Call 101 or 999",
            "Crimestoppers on 0800 555 111",
            "the born survivor",
            "birthday cards for 12",
            "the account held to 31 March",
            "two PCs of 2024",
            "the Data Protection Officer 2018",
            "an officer 200 metres away",
            "the LE1 and LE2 districts",
            "ISO 27001 and BS 5979",
            "Stage 2 of 3",
            "https://example.org/a/4512345678",
            "Form MG11 and MG 3",
            "EU 2016 ABC rules",
            "the B1 1st team",
            "the R v SMITH 12 cases",
            "Windows 10 PRO",
            "crime reference numbers are kept",
            "incident numbers fell by 1,204",
            "the custody record",
            "passport checks of 900",
            "Police Act 1996 section 22",
            "COVID 19 and SARS",
            "Q4 FY 21",
            "paragraphs 12A to 14C",
            "a 4 x 4 vehicle",
            "an E5 BMW",
            "@ExamplePolice",
            "the not for profit sector",
            "minutes marked A, B and C",
            "Restricted vehicles may not enter",
        ]
    )


HARD: tuple[Make, ...] = (_reference, _money, _time, _words)


def negatives(number: int = 1500) -> Iterator[str]:
    """Sentences with nothing private in them, full of numbers and words that are like it."""
    random = Random("nothing")
    for _ in range(number):
        yield random.choice(SENTENCES).format(random.choice(HARD)(random))
