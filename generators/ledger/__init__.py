"""The ledger: what was published, changed and withdrawn, line upon line, so that nobody can change it unseen."""
