"""Packages: their lists, their words, their manifest, and how two sides of a record become one."""
