"""What can be done to the register."""

from qyclient.organizations.services.grounds import require_ground
from qyclient.organizations.services.open_items import recount
from qyclient.organizations.services.shelving import follow_archiving

__all__ = ["follow_archiving", "recount", "require_ground"]
