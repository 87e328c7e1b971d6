"""The field guide in a terminal: what a kind of record, a field, a word or a problem means."""
