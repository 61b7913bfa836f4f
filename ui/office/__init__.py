"""The desk itself, seen: which office this is."""
