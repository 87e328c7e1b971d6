"""The record as data: every kind of record and every list in one, in the formats that programs read."""
