"""What can be done to the register."""

from qyclient.organizations.services.open_items import recount

__all__ = ["recount"]
