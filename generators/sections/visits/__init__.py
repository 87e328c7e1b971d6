"""Familiarisation visits: programmes, their timetables, and what members saw in each department."""
