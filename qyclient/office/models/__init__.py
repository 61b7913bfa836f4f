"""The office itself, who works there, and what it keeps at hand."""

from qyclient.office.models.desk import AddedArea, Office, SavedView

__all__ = ["AddedArea", "Office", "SavedView"]
