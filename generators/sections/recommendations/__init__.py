"""One tracker for every recommendation and action, derived from the records in which they arose."""
