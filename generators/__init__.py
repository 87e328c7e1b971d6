"""Publishes the record of a police oversight office as a public website."""

__version__ = "0.1.0"
