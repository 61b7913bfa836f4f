"""办件: what the desk handles, step by step."""
