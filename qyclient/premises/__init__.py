"""Where a register lives: which folders are fit for one, and which one is ours."""
