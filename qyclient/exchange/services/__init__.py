"""Verbs of packages: made, written out, received, merged, decided, taken back, answered."""
