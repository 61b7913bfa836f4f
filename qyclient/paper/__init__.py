"""Sheets and pages: what the office prints, fills in or sends. Knows no subject."""
