"""Office, bodies, people, meetings, papers and matters: they know each other, so they live together."""
