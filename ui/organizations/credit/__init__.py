"""信用: who stands on which list, and who should."""
