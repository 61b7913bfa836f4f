"""年报: one year of every body at once."""
