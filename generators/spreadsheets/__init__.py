"""Registers as spreadsheets: templates written for staff, and the spreadsheets of offices read into registers."""
