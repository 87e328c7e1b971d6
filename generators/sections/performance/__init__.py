"""Performance: what reports about the force and the office printed, and the words they use."""
