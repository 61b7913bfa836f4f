"""公文和表格: the words of official papers, laid out as GB/T 9704 wants them."""
