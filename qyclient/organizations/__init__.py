"""社会组织: the register of bodies."""
