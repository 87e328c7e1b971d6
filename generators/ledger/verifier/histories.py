"""What the entries of a ledger say of each record, and whether one can follow another."""

from generators.ledger.verifier.chain import Entry, Wrong

CODES = {
    "typo", "error", "new-data", "late", "duplicate", "wrong-file", "out-of-date", "decision", "personal-data", "legal",
    "safety", "other", "revised", "corrected", "withdrawn", "restored", "erased", "form", "linked", "moved", "around",
}  # fmt: skip
"""The closed list of reasons."""


def histories(entries: list[Entry]) -> tuple[dict[str, Entry], list[Entry], Wrong]:
    """The entry that holds today for each live record, all whose bytes are public, and what is wrong.

    What was taken down is not public any more in any version, unless it only moved.
    """
    last: dict[str, Entry] = {}
    standing: dict[str, list[Entry]] = {}
    wrong: Wrong = []
    for entry in entries:
        id, action, before = entry["record_id"], entry["action"], last.get(entry["record_id"])
        is_new, is_gone = before is None, before is not None and before["action"] in ("withdraw", "erase")
        erased = before is not None and before["action"] == "erase"
        fits = {"publish": is_new, "restore": is_gone and not erased, "erase": not is_new and not erased}
        takes_down = action in ("withdraw", "erase")
        version = (before["version"] if before else 0) + (0 if takes_down else 1)
        if not fits.get(action, not is_new and not is_gone) or entry["version"] != version:
            wrong.append(f"entry {entry['seq']}: “{action}” of {id}, version {entry['version']}, cannot follow")
        if bool(entry["files"]) == takes_down:
            wrong.append(f"entry {entry['seq']}: its list of files does not fit “{action}”")
        if action == "erase" or (takes_down and {reason["code"] for reason in entry["reasons"]} != {"moved"}):
            standing[id] = []
        elif not takes_down:
            standing.setdefault(id, []).append(entry)
        last[id] = entry
    live = {id: entry for id, entry in last.items() if entry["action"] not in ("withdraw", "erase")}
    return live, [entry for found in standing.values() for entry in found], wrong


def reasons(entries: list[Entry]) -> Wrong:
    """Every change and every withdrawal has a reason from the closed list, in words."""
    wrong = []
    for entry in entries:
        if not entry["reasons"] and entry["action"] != "publish":
            wrong.append(f"entry {entry['seq']}: “{entry['action']}” of {entry['record_id']} has no reason")
        wrong += [
            f"entry {entry['seq']}: the reason “{one['code']}” is not on the list, or has no words"
            for one in entry["reasons"]
            if one["code"] not in CODES or not one["words"].strip()
        ]
    return wrong
