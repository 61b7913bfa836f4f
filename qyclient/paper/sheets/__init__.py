"""Excel sheets: lists of any length, and the statistical forms, drawn by one writer."""
