"""The keys that sign the ledger: how one gives way to another, and that none is exchanged unseen."""

import os
import random
from collections.abc import Callable

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from generators.ledger.checkpoint import UNSIGNED, Key, Signing, note, public_key
from generators.ledger.verifier.answers import answers
from generators.ledger.verifier.note import note_of
from tests.ledgers import ORIGIN, Kept, Memory, Office
from tests.second_verifier import is_right

TIMES = 100 if "SCRUTINY_TEST_ALL" in os.environ else 3
LOST = "The computer that held it was stolen."
Site = dict[str, bytes]


def key(number: int) -> Key:
    private = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    return Key(ORIGIN, private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


FIRST, SECOND, THIRD, THEIRS = (key(number) for number in range(1, 5))
TURNS = (
    UNSIGNED, Signing(FIRST), Signing(FIRST), Signing(SECOND, FIRST), Signing(SECOND), Signing(THIRD, words=LOST),
    Signing(THIRD),
)  # fmt: skip


def office(turns: tuple[Signing, ...] = TURNS, seed: int = 0) -> Office:
    """One that publishes a paper with each of these."""
    made = Office(seed)
    for at, signing in enumerate(turns):
        made.kept[f"paper:a-{at}"] = Kept(f"Text {made.random.random()}")
        made.signing = signing
        made.publish()
    return made


def wrong(site: Site, kept: bytes = b"", given: Key | None = None) -> list[str]:
    found = answers(Memory(site), kept, public_key(given) if given else "")
    return [words for answer in found for words in answer.wrong]


@pytest.mark.parametrize("turns", [TURNS[:at] for at in range(1, 8)])
def test_a_key_that_gives_way_in_the_open_is_no_false_alarm(turns: tuple[Signing, ...]) -> None:
    made = office(turns)
    for kept in made.ledger.notes:
        assert wrong(made.site, kept) == []
        assert is_right(made.site, kept)


def test_whoever_has_an_earlier_key_is_led_to_that_of_today() -> None:
    site = office(TURNS[:5]).site
    assert wrong(site, given=FIRST) == wrong(site, given=SECOND) == []
    (said, *_) = answers(Memory(site), key=public_key(FIRST))
    assert said.words.endswith("and the key you gave signed the change to the one that signs its checkpoint now")
    assert wrong(site, given=THEIRS)[0] == "the checkpoint is not signed with this key"


def test_whoever_has_the_key_that_was_lost_is_told_why_and_what_to_do() -> None:
    site = office().site
    told = (
        "another key signs from line 6, and the one before it did not sign the change. The office says why: "
        f"“{LOST}” Ask it in another way for the key of today"
    )
    assert [wrong(site, given=one)[0] for one in (FIRST, SECOND)] == [told, told]
    assert wrong(site, given=THIRD) == []
    for given in ("", public_key(THIRD)):
        assert f"for which the one before does not vouch: “{LOST}”" in answers(Memory(site), key=given)[0].words


@pytest.mark.parametrize(("before", "now", "said"), [
    (Signing(FIRST), UNSIGNED, "its checkpoints are signed, and the next one would not be"),
    (Signing(FIRST), Signing(SECOND), "its last checkpoint is signed with another key than that of --key"),
    (Signing(FIRST), Signing(SECOND, THIRD), "the key given with --old-key is not the one that signed"),
    (Signing(FIRST), Signing(FIRST, FIRST), "no key gives way to this one"),
    (UNSIGNED, Signing(FIRST, SECOND), "no key gives way to this one"),
    (Signing(SECOND, FIRST), Signing(FIRST, SECOND), "this key gave way to another before"),
])  # fmt: skip
def test_a_key_is_not_exchanged_without_a_word(before: Signing, now: Signing, said: str) -> None:
    made = office((Signing(FIRST), before) if before.old else (before,))
    lines, made.signing = made.ledger.lines, now
    made.kept["paper:b"] = Kept("Text")
    with pytest.raises(ValueError, match=said):
        made.publish()
    assert made.ledger.lines == lines


def test_a_key_gives_way_with_something_that_is_published() -> None:
    made = office((Signing(FIRST),))
    made.signing = Signing(SECOND, FIRST)
    with pytest.raises(ValueError, match="a key changes with the next line of the ledger, and nothing is new now"):
        made.publish()


# --- tampering


def on_notes(change: Callable[[random.Random, list[str]], None]) -> Callable[[random.Random, Site], Site]:
    """Tamper with the checkpoints."""

    def tamper(random: random.Random, site: Site) -> Site:
        notes = [orjson.loads(line)["note"] for line in site["ledger/checkpoints.jsonl"].splitlines()]
        change(random, notes)
        listed = b"".join(orjson.dumps({"note": one}) + b"\n" for one in notes)
        return {**site, "ledger/checkpoints.jsonl": listed, "ledger/checkpoint": notes[-1].encode()}

    return tamper


def signed_anew(at: int, *keys: Key) -> Callable[[random.Random, Site], Site]:
    def change(_: random.Random, notes: list[str]) -> None:
        one = note_of(notes[at].encode())
        notes[at] = note(one.origin, one.size, one.root, *keys).decode()

    return on_notes(change)


def a_signature_spoilt(random: random.Random, notes: list[str]) -> None:
    start = notes[-1].index("\N{EM DASH}") + len(f"\N{EM DASH} {ORIGIN} ") + 8
    at = random.randrange(start, start + 80)
    notes[-1] = notes[-1][:at] + ("A" if notes[-1][at] != "A" else "B") + notes[-1][at + 1 :]


def on_former(change: Callable[[dict[str, object]], object]) -> Callable[[random.Random, Site], Site]:
    """Tamper with one key that gave way."""

    def tamper(random: random.Random, site: Site) -> Site:
        lines = [orjson.loads(line) for line in site["ledger/former-keys.jsonl"].splitlines()]
        change(random.choice(lines))
        listed = b"".join(orjson.dumps(line, option=orjson.OPT_SORT_KEYS) + b"\n" for line in lines)
        return {**site, "ledger/former-keys.jsonl": listed}

    return tamper


def their_key(_: random.Random, site: Site) -> Site:
    return {**site, "ledger/key": public_key(THEIRS).encode()}


def cut_short(random: random.Random, site: Site) -> Site:
    return {**site, "ledger/key": site["ledger/key"][: random.randrange(1, 70)]}


def without(*gone: str) -> Callable[[random.Random, Site], Site]:
    return lambda _, site: {path: content for path, content in site.items() if path.removeprefix("ledger/") not in gone}


TAMPERED: dict[str, Callable[[random.Random, Site], Site]] = {
    "another public key": their_key,
    "no public key": without("key"),
    "the public key cut short": cut_short,
    "the latest checkpoint signed with another key": signed_anew(-1, THEIRS),
    "the latest checkpoint not signed": signed_anew(-1),
    "the latest signature spoilt": on_notes(a_signature_spoilt),
    "an earlier checkpoint signed with another key": signed_anew(2, THEIRS),
    "an earlier checkpoint not signed": signed_anew(2),
    "a change of key that only the new one signs": signed_anew(3, SECOND),
    "a change of key that only the old one signs": signed_anew(3, FIRST),
    "no former keys": without("former-keys.jsonl"),
    "another former key": on_former(lambda one: one.update(key=public_key(THEIRS))),
    "a key that gave way at another line": on_former(lambda one: one.update(lines=int(str(one["lines"])) + 1)),
    "words for a change that has both signatures, or none": on_former(
        lambda one: one.update(words="" if one["words"] else "Lost.")),
    "a former key with more to it": on_former(lambda one: one.update(more=1)),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERED)
def test_what_is_done_to_keys_and_signatures_is_found_by_both_verifiers(name: str) -> None:
    """Without any memory of the reader's."""
    for seed in range(TIMES):
        spoilt = TAMPERED[name](random.Random(seed), office(seed=seed).site)
        assert wrong(spoilt), seed
        if name != "a former key with more to it":
            assert not is_right(spoilt), seed


def test_all_of_it_signed_anew_is_found_by_who_kept_a_checkpoint_or_the_key() -> None:
    """And by nobody else, as it is with a history that was written anew."""
    made = office(TURNS[1:3])
    kept = made.ledger.notes[0]
    forged = made.site
    for at in (0, 1):
        forged = signed_anew(at, THEIRS)(random.Random(0), forged)
    unsigned = made.site
    for at in (0, 1):
        unsigned = without("key")(random.Random(0), signed_anew(at)(random.Random(0), unsigned))
    for spoilt in (their_key(random.Random(0), forged), unsigned):
        assert wrong(spoilt) == []
        assert wrong(spoilt, kept)[0].endswith("that this ledger does not name: the key was exchanged")
        assert not is_right(spoilt, kept)
        assert wrong(spoilt, given=FIRST)[0] == "the checkpoint is not signed with this key"
