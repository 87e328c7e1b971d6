"""A new office: its folder with a record of the office and its bodies, ready to be checked and built."""
