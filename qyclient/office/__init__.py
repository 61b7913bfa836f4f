"""The desk itself: which office this is, its areas, its rules by date."""
