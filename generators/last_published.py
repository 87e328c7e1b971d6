"""What may be seen, with the ledger as it was last published: for what is made of the record and adds nothing to it."""

from dataclasses import replace
from pathlib import Path

from generators.archive import Archive
from generators.ledger.earlier import earlier
from generators.ledger.form import NotWhole, ledger_of
from generators.ledger.verifier.site import CannotLook, Site
from generators.prepare import Gate
from generators.problem import Problem, Problems
from generators.public import public

KEPT = ".scrutiny/ledger"
"""The copy that the last publication left on this computer."""


def last_published(root: Path) -> Gate:
    """The gate for an office's folder. It raises Problems where the copy of the ledger is not whole."""
    return lambda archive, now: _with_ledger(public(archive, now), root) if _is_kept(root) else public(archive, now)


def _is_kept(root: Path) -> bool:
    return (root / KEPT / "ledger" / "checkpoint").is_file()


def _with_ledger(seen: Archive, root: Path) -> Archive:
    try:
        site = Site(str(root / KEPT))
        ledger = ledger_of(site)
        return replace(seen, ledger=replace(ledger, earlier=earlier(ledger, site)))
    except (CannotLook, NotWhole) as error:
        words = f"the copy of the last published ledger cannot be used: {error}. Publish again, or take the copy away."
        raise Problems([Problem(KEPT, 1, 1, "", words)]) from None
