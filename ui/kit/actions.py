"""What a tab lets people do: a button on the left, a menu line and a shortcut, declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_TWO = 2


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `run` gets the tab.

    `needs` is "" if it can always be done, "one" if one record must be selected, "two" if two must
    be, "some" if at least one must be. A `folded` one stands in the menu 更多. `barred` returns why
    it may not be done to a record, or nothing.
    """

    key: str
    text: str
    icon: str
    shortcut: str
    run: Callable[[Any], None]
    needs: str = ""
    tip: str = ""
    barred: Callable[[Any], str] | None = None
    folded: bool = False

    def why_not(self, chosen: list[Any], noun: str) -> str:
        """Return why it cannot be done now, or nothing."""
        if not self.needs:
            return ""
        if not chosen:
            return f"请先在表中选择{noun}"
        if self.needs == "one" and len(chosen) > 1:
            return f"一次只能对一个{noun}进行，请只选择一行"
        if self.needs == "two" and len(chosen) != _TWO:
            return f"请在表中选择两个{noun}（按住 Ctrl 点第二行）"
        return self.barred(chosen[0]) if self.barred else ""
