"""Citing, quoting and embedding: what a page says of itself to whoever would refer to it."""
