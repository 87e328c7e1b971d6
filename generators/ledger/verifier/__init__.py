"""The program with which anybody checks the ledger: standard library only, joined to one file for whoever wants it."""
