"""Forms of the repository's website: made from the records, and what was sent with them made into a record."""
