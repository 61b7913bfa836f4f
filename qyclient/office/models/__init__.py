"""The office itself, who works there, how it numbers its papers, and what it keeps at hand."""

from qyclient.office.models.characters import CharacterMap, OfficeFont
from qyclient.office.models.desk import AddedArea, Office, SavedView
from qyclient.office.models.law import OwnDay, OwnRule
from qyclient.office.models.people import Operator, Substitution, TwoPeople
from qyclient.office.models.series import NumberSeries

__all__ = [
    "AddedArea",
    "CharacterMap",
    "NumberSeries",
    "Office",
    "OfficeFont",
    "Operator",
    "OwnDay",
    "OwnRule",
    "SavedView",
    "Substitution",
    "TwoPeople",
]
