"""What is said of a file that cannot be read."""


class CannotRead(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """Why a file is not read, in words for whoever gave it."""
