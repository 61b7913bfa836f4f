"""Understanding sheets that people keep: where the headings are, and which rows are records."""
