"""Tables as the papers printed them, and every number in them worked out again."""
