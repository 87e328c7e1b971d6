"""What tells editors of records: the schemas of their fields, and where each applies."""
