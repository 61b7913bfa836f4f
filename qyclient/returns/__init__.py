"""报送: what leaves the county: statistical returns, official forms, tidy tables."""
