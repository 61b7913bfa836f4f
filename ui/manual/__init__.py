"""使用手册: the pages of resources/help, and F1 that opens the right one."""
