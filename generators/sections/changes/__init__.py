"""Changes: what the ledger says was published, changed and taken down, and what had to be erased by law."""
