"""往来: offices one exchanges with, packages, and what waits for a decision."""

from qyclient.exchange.models.packages import Correspondent, Package
from qyclient.exchange.models.review import Difference, SameRecord

__all__ = ["Correspondent", "Difference", "Package", "SameRecord"]
