"""Gifts and hospitality: registers of what was offered, taken or not, and by whom."""
