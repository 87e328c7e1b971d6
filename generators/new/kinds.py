"""Which kind of record somebody means."""

from generators import sections
from generators.problem import did_you_mean
from generators.record import Kind


class Unclear(Exception):  # noqa: N818 - says what is unclear
    """What was typed could mean nothing, or several things."""


def kind_named(words: str) -> Kind:
    """The kind that is called so, in full or by one of its words: `gift` for `gift-offer`. Raises Unclear."""
    kinds = {kind.noun: kind for kind in sections.kinds()}
    name = "-".join(words.lower().replace("_", " ").replace("-", " ").split())
    if name in kinds:
        return kinds[name]
    meant = [noun for noun in kinds if f"-{name}-" in f"-{noun}-"] if name else []
    if len(meant) == 1:
        return kinds[meant[0]]
    if meant:
        raise Unclear(f'"{words}" can be {" or ".join(meant)}. Say which.')
    near = did_you_mean(name, kinds)
    raise Unclear(f'there is no kind of record "{words}".{near} The kinds are: {", ".join(kinds)}.')
