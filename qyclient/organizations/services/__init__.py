"""What can be done to the register."""
