"""Every address that was ever published, and where it leads now: as a list, and as rules for a server."""
