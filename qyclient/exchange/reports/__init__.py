"""Papers of packages, and what the public may see."""
