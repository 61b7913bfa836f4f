"""统计报表: a return of a period, what was typed over or explained in it, what was done to it."""

from qyclient.returns.models.forms import OfficialForm
from qyclient.returns.models.returns import Explanation, Return, ReturnStep, TypedFigure

__all__ = ["Explanation", "OfficialForm", "Return", "ReturnStep", "TypedFigure"]
