"""This repository's own site in a real browser: every kind of page, wide and narrow, light and dark, on paper."""
