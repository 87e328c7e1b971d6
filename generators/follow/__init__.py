"""Following without an account: feeds, calendars, and what programs that read pages are told."""
