"""What a return looks like on paper: the workbook, and the page for the seal."""
