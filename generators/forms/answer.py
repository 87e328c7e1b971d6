"""What is written back to whoever sent a form. Words of theirs stand only where nothing in them can act."""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from generators.forms.new_record import NewRecord
from generators.forms.sent import HIDDEN, Sent
from generators.page import Page
from generators.problem import Problem

LONGEST = 6_000
"""Characters of a fenced text."""
ACCEPTED = "accepted"
"""The label with which somebody who may do so asks for a form to be read."""
AGAIN = f"Mend the text above, take the label `{ACCEPTED}` off and put it on again. Nothing was written."


def fenced(text: str) -> str:
    """A text as it is, between fences that no line of it can close: no Markdown, link or name in it acts."""
    plain = "\n".join(HIDDEN.sub("\ufffd", line) for line in text.split("\n"))
    short = plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}\n… (cut)"
    longest = max((len(run) for run in re.findall("`+", short)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{short.rstrip()}\n{fence}"


def refused(reasons: Iterable[str]) -> str:
    """Why no record was made of a form."""
    return f"No record could be made of this form:\n\n{fenced(chr(10).join(reasons))}\n\n{AGAIN}\n"


def unsound(problems: Iterable[Problem]) -> str:
    """What the checks say of the record that a form would make."""
    return refused(f"{one.field}: {one.message}" if one.field else one.message for one in problems)


def proposed(sent: Sent, made: NewRecord) -> str:
    """What stands in the request to take a record over. All of it that somebody typed is in the fence."""
    where = f"A row is added to `{made.path}`" if made.is_row else f"The file `{made.path}` is new"
    return (
        f"This was sent with the form “{sent.form.title}” in #{sent.number}. {where}, and nothing else changes.\n\n"
        f"{fenced(made.shown)}\n\n"
        "The checks find nothing wrong with it together with all other records. It is a **draft**: taking it over "
        "publishes nothing. To publish it, set `publication` to `published`, here or later.\n\n"
        f"Closes #{sent.number}\n"
    )


def corrected(sent: Sent, pages: Iterable[Page]) -> str:
    """The answer to a report of a mistake: which record it is about. Nothing that was sent is repeated."""
    page = _page(sent.answers["page"], {page.address: page for page in pages})
    thanks = "Thank you. This is kept here until somebody has looked at it; no record was changed."
    if page is None:
        return f"{thanks} The address under “Page” is not one of a page of the site now.\n"
    if not page.source:
        return f"{thanks} The page is gathered from several records.\n"
    edit = next((f" [Edit this record]({link.address})" for link in page.values.get("editing", ())), "")
    return f"{thanks} The page is made from `{page.source}`.{edit}\n"


def _page(typed: str, pages: dict[str, Page]) -> Page | None:
    """The page at an address, whatever stands before its path: the site can lie in a folder of its host."""
    try:
        steps = [step for step in unquote(urlsplit(typed).path).split("/") if step and step != "index.html"]
    except ValueError:
        return None
    ends = ("".join(f"{step}/" for step in steps[start:]) for start in range(min(len(steps), 20)))
    return next((pages[end] for end in ends if end in pages), None)
