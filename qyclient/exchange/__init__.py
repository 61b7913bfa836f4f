"""往来: packages between the county's office and the city's, and what the public may see."""
