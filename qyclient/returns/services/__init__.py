"""报送 in verbs: opening a return, filling it, taking it step by step to the city."""

from qyclient.returns.services.todo import returns_in_hand

__all__ = ["returns_in_hand"]
