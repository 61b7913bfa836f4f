"""到期: what runs out, and reminding of it."""
