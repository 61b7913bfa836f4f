"""PDF pages in millimetres: fonts with every character of GB 18030, overprint, pictures."""
