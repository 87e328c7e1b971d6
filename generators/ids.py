"""What an id says: the record in which its own lies, and the record of which a reference names a part."""


def outer(id: str) -> str:
    """The id of the record in which another lies, like a row's register; empty where it lies in none."""
    return id.rpartition("/")[0]


def own(id: str) -> str:
    """The last part of an id: a row's id in its register, and its place on a page."""
    return id.rpartition("/")[2]


def whole(reference: str) -> str:
    """The id of the record that a reference names, without the part of it behind `#`."""
    return reference.partition("#")[0]
