"""Where the lines of each return come from, by the name its layout calls them."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from qyclient.returns.rules.figures import Lines
from qyclient.returns.rules.periods import Period
from qyclient.returns.services.bodies import bodies
from qyclient.returns.services.proceeding_lines import annual, cases, matters

SOURCES: Mapping[str, Callable[[Session, Period], Lines]] = {
    "bodies": bodies,
    "matters": matters,
    "annual": annual,
    "cases": cases,
}
"""Every source: each gathers the sets of lines that a return counts in a period."""
