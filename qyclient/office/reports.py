"""What the desk itself prints: nothing yet."""
