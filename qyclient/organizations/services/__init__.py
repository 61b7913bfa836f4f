"""What can be done to the register."""

from qyclient.organizations.services.grounds import require_ground
from qyclient.organizations.services.open_items import recount

__all__ = ["recount", "require_ground"]
