"""报送: returns, official forms, and tidy tables, as one sees them."""
