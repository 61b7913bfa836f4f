"""How what offices install is made; nothing of it is imported by the program."""
