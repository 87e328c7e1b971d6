"""A new record or row: what has to be asked of it, what can be proposed, and the file that is made of the answers."""
