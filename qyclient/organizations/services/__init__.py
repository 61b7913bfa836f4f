"""What can be done to the register."""

from qyclient.organizations.services.grounds import require_ground
from qyclient.organizations.services.open_items import recount
from qyclient.organizations.services.shelving import follow_archiving
from qyclient.organizations.services.todo import matters_in_hand
from qyclient.organizations.services.todo_standing import reports

__all__ = ["follow_archiving", "matters_in_hand", "recount", "reports", "require_ground"]
