"""Papers of the desk itself."""
