"""The office itself, who works there, and what it keeps at hand."""

from qyclient.office.models.desk import AddedArea, Office, SavedView
from qyclient.office.models.people import Operator, Substitution

__all__ = ["AddedArea", "Office", "Operator", "SavedView", "Substitution"]
