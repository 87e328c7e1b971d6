"""Duties: what the law wants published, where it is met, and what falls due."""
