"""The database: opening, upgrading, entering, remembering, finding."""
